import type { ChartStamp } from '../../charts/stamp.ts';
import { inventedLabel } from '../../model/invented.ts';
import type { ViewOf } from '../workspace/view-of.ts';
import type { Workspace } from '../workspace/workspace-interface.ts';
import { peerPanel } from './peer-panel.ts';
import type { PeersAsked } from './peers-asked.ts';

/**
 * What an export of others says of itself: whose position it shows, for which periods, beside which group of which
 * panel, and that it is invented where it is.
 * @param rows the rows of the export, which name their periods and group; one without a group names no group
 */
export function peerStamp(
  workspace: Workspace,
  view: ViewOf,
  asked: PeersAsked,
  rows: readonly object[],
): ChartStamp {
  const organisation = workspace.records.organisation(view.organisation);
  const { panel } = peerPanel(workspace, organisation, asked.panel ?? null);
  const pack = workspace.pack(organisation.framework);
  const periods = [...new Set(['fromPeriod', 'period', 'toPeriod'].flatMap((key) => textsOf(rows, key)))];
  const [first, last] = [periods.at(0), periods.at(-1)];
  const when = first === undefined ? 'no period' : first === last ? first : `${first} to ${last}`;
  const [group = 'all organisations'] = textsOf(rows, 'group');
  return {
    organisation: organisation.name,
    period: panel === null ? when : `${when}, beside ${group} of ${panel.name}`,
    framework: pack.framework.name,
    packVersion: pack.version,
    example: organisation.example ?? (panel?.invented === true ? inventedLabel : null),
  };
}

function textsOf(rows: readonly object[], key: string): readonly string[] {
  return rows.flatMap((row) => {
    const value: unknown = Reflect.get(row, key);
    return typeof value === 'string' && value !== '' ? [value] : [];
  });
}
