import type { OpenPanel } from '../panel/open-panel.ts';
import type { Releases } from './releases.ts';

/**
 * What may be told of a panel to one of its organisations, or to nobody in particular (null). Of a public panel
 * everything is; of a confidential one what docs/disclosure.md promises.
 *
 * What does not depend on the viewer is decided once for a version of a panel and remembered while the process runs.
 * A viewer that is not in the panel is compared with all, and with the nearest where the panel's tables know its
 * neighbours; with its type and region where `organisations` has a row for it.
 */
export async function releasesFor(open: OpenPanel, viewer: string | null): Promise<Releases> {
  throw new Error(`not yet: ${open.panel.id} ${viewer}`);
}
