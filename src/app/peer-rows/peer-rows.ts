import { compare } from '../../benchmark/figures/compare.ts';
import { panelCaps } from '../../benchmark/figures/panel-caps.ts';
import type { PeerGroup } from '../../benchmark/peer-group.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Comparison } from '../../model/comparison.ts';
import type { Organisation } from '../../model/organisation.ts';
import type { Panel } from '../../model/panel.ts';
import { chosenGroup } from '../benchmark/chosen-group.ts';
import { chosenPeriod } from '../benchmark/chosen-period.ts';
import { latestMove } from '../benchmark/group-uptake.ts';
import { ownScores } from '../benchmark/own-scores.ts';
import { type PanelView, withPanelView } from '../benchmark/panel-view.ts';
import type { ViewOf } from '../workspace/view-of.ts';
import type { Workspace } from '../workspace/workspace-interface.ts';
import { noPeerRows, type PeerDataset } from './no-peer-rows.ts';
import { peerCausesRows } from './peer-causes-rows.ts';
import { peerLevelsRows } from './peer-levels-rows.ts';
import { peerPanel } from './peer-panel.ts';
import { peerPeriodsRows } from './peer-periods-rows.ts';
import { peerUptakeRows } from './peer-uptake-rows.ts';
import type { PeersAsked } from './peers-asked.ts';

/**
 * The rows of a dataset of others, from what a panel may tell: one period of the panel, or all of them for
 * `peerPeriods`, and two for `peerUptake`. Where no panel was asked for and none fits, one row says so.
 * @throws Problem UNKNOWN_ORGANISATION, UNKNOWN_PANEL, INVENTED_AND_REAL, UNKNOWN_PERIOD; BAD_VALUE for a group, section
 *   or circumstance that cannot be asked; PANEL_BROKEN, WORKSPACE_BROKEN, DUCKDB_MISSING; those of the pack
 */
export async function peerRows(
  workspace: Workspace,
  dataset: PeerDataset,
  { organisation: id, period: wanted, factors = {} }: ViewOf,
  asked: PeersAsked,
): Promise<readonly object[]> {
  const organisation = workspace.records.organisation(id);
  const [whatIf] = Object.keys(factors);
  if (whatIf !== undefined) throw refused('factor', whatIf, 'none', 'Others are not shown for a what-if.');
  const { panel, why } = peerPanel(workspace, organisation, asked.panel ?? null);
  if (panel === null) return noPeerRows(workspace.pack(organisation.framework), dataset, why);
  const { framework } = workspace.pack(panel.framework);
  const { section } = asked;
  if (
    section !== undefined &&
    (dataset !== 'peerLevels' || !framework.sections.some((one) => one.id === section))
  )
    throw refused(
      'section',
      section,
      dataset === 'peerLevels' ? framework.sections.map((one) => one.id).join(', ') : 'none, for this chart',
      'Choose one of these.',
    );
  const period = chosenPeriod(workspace, organisation, panel, wanted);
  return withPanelView(workspace, panel, organisation, (view) => {
    const group = chosenGroup(view, organisation, asked.group ?? 'all');
    return rowsIn(workspace, dataset, { organisation, panel, view, group, period, section: section ?? null });
  });
}

interface Chosen {
  readonly organisation: Organisation;
  readonly panel: Panel;
  readonly view: PanelView;
  readonly group: PeerGroup;
  readonly period: string;
  readonly section: string | null;
}

async function rowsIn(
  workspace: Workspace,
  dataset: PeerDataset,
  chosen: Chosen,
): Promise<readonly object[]> {
  const { panel, view, group, period, section } = chosen;
  const pack = workspace.pack(panel.framework);
  const { framework, benchmark: rules } = pack;
  switch (dataset) {
    case 'peerLevels':
      return peerLevelsRows(await comparisonIn(workspace, chosen, period), framework, section);
    case 'peerPeriods':
      return peerPeriodsRows(
        await Promise.all(panel.periods.map((each) => comparisonIn(workspace, chosen, each))),
        framework,
      );
    case 'peerUptake': {
      const periods = latestMove(panel.periods, (each) => each === period);
      if (periods === null)
        return noPeerRows(
          pack,
          dataset,
          `This chart compares two periods, and the panel does not have the one before ${period}.`,
        );
      const { from, to } = periods;
      const moves = await Promise.all(
        framework.objectives.map(async ({ number: objective }) => ({
          objective,
          release: await view.uptake(group.kind, from, to, objective),
          own: await view.ownMove(from, to, objective),
        })),
      );
      return peerUptakeRows({ framework, rules, group, periods, moves });
    }
    case 'peerCauses': {
      const causes = await Promise.all(
        framework.objectives.map(async ({ number: objective }) => ({
          objective,
          releases: await view.causes(period, objective),
        })),
      );
      return peerCausesRows(panelCaps({ pack, period, causes, lifts: [], holds: panel }));
    }
  }
}

async function comparisonIn(
  workspace: Workspace,
  { organisation, panel, view, group }: Chosen,
  period: string,
): Promise<Comparison> {
  const { framework, benchmark: rules } = workspace.pack(panel.framework);
  const scores = ownScores(workspace, organisation.id, view, period);
  const answers = await Promise.all(
    framework.objectives.map(async ({ number: objective }) => ({
      objective,
      ...(await scores.of(objective)),
      release: await view.distribution(group.kind, period, objective),
    })),
  );
  return compare({ framework, rules, group, period, answers });
}

function refused(place: string, seen: string, allowed: string, repair: string): Problem {
  return new Problem('BAD_VALUE', { place, seen, allowed, repair });
}
