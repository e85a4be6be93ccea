import type { Workspace } from '../workspace/workspace-interface.ts';
import { fittingPanels } from './fitting-panels.ts';

/**
 * Why nothing is said of how often peers made a step though panels fit: there are several, and none was said to be the
 * one that is taken; else null.
 * @throws Problem UNKNOWN_ORGANISATION
 */
export function severalPanelsSentence(
  workspace: Pick<Workspace, 'folder' | 'records'>,
  id: string,
): string | null {
  const { fitting, taken } = fittingPanels(workspace, workspace.records.organisation(id));
  if (taken !== null || fitting.length === 0) return null;
  const names = fitting.map((panel) => panel.id);
  return `Nothing is said of how often peers made these steps: several panels fit (${names.join(', ')}). Say which one is taken: headroom panel use ${names[0]}.`;
}
