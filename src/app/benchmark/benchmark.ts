import { besidePublished } from '../../benchmark/figures/beside-published.ts';
import { compare } from '../../benchmark/figures/compare.ts';
import { panelCaps } from '../../benchmark/figures/panel-caps.ts';
import type { GroupKind, PeerGroup } from '../../benchmark/peer-group.ts';
import { readRegister } from '../../benchmark/register/read-register.ts';
import { registerFolder } from '../../benchmark/register/register-files.ts';
import type { BenchmarkReport } from '../../model/benchmark-report.ts';
import { topLevel } from '../../model/framework.ts';
import { inventedLabel } from '../../model/invented.ts';
import type { Organisation } from '../../model/organisation.ts';
import type { Panel } from '../../model/panel.ts';
import { followsOn } from '../../model/period.ts';
import type { Pack } from '../../pack/pack.ts';
import { heldPublished } from '../published/held-published.ts';
import type { Workspace } from '../workspace/workspace-interface.ts';
import { benchmarkDefinitions } from './benchmark-definitions.ts';
import { choosePanel } from './choose-panel.ts';
import { chosenGroup } from './chosen-group.ts';
import { chosenPeriod } from './chosen-period.ts';
import { groupUptake } from './group-uptake.ts';
import { leftSentences } from './left-sentences.ts';
import { ownScores } from './own-scores.ts';
import { type PanelView, withPanelView } from './panel-view.ts';
import { withheldFigures } from './withheld-figures.ts';

/** Who is compared with whom, and when. */
export interface BenchmarkRequest {
  readonly organisation: string;
  /** The only one that fits, unless said. */
  readonly panel?: string | undefined;
  /** All organisations, unless said. */
  readonly group?: GroupKind | undefined;
  /** The latest that both the panel and the organisation have, else the panel's latest, unless said. */
  readonly period?: string | undefined;
}

/**
 * An organisation beside others of a panel, in one period. An organisation that the panel does not have is compared too.
 * @throws Problem UNKNOWN_ORGANISATION; UNKNOWN_PANEL, INVENTED_AND_REAL, BAD_VALUE, UNKNOWN_PERIOD for a panel, group or
 *   period that there is not; PANEL_BROKEN, WORKSPACE_BROKEN, DUCKDB_MISSING; those of the pack
 */
export async function benchmark(workspace: Workspace, request: BenchmarkRequest): Promise<BenchmarkReport> {
  const organisation = workspace.records.organisation(request.organisation);
  const panel = choosePanel(workspace, organisation, request.panel ?? null);
  const period = chosenPeriod(workspace, organisation, panel, request.period);
  return withPanelView(workspace, panel, organisation, async (view) => {
    const group = chosenGroup(view, organisation, request.group ?? 'all');
    return reportOf(workspace, { organisation, view, group, period });
  });
}

interface Chosen {
  readonly organisation: Organisation;
  readonly view: PanelView;
  readonly group: PeerGroup;
  readonly period: string;
}

async function reportOf(workspace: Workspace, chosen: Chosen): Promise<BenchmarkReport> {
  const { organisation, view, group, period } = chosen;
  const { panel, ground } = view;
  const pack = workspace.pack(panel.framework);
  const { framework, benchmark: rules, version, sha256 } = pack;
  const scores = ownScores(workspace, organisation.id, view, period);
  const answers = await Promise.all(
    framework.objectives.map(async ({ number: objective }) => ({
      objective,
      ...(await scores.of(objective)),
      release: await view.distribution(group.kind, period, objective),
    })),
  );
  const comparison = compare({ framework, rules, group, period, answers });
  const numbers = comparison.objectives.flatMap(({ others }) =>
    others.give === 'nothing' ? [] : [others.n],
  );
  const own = new Map(
    answers.flatMap(({ objective, own: { score } }) => (score === null ? [] : [[objective, score] as const])),
  );
  const { organisations, neighbours } = panel.invented
    ? { organisations: null, neighbours: null }
    : readRegister(registerFolder(workspace.folder));
  return {
    schema: 1,
    framework: framework.id,
    organisation: organisation.id,
    label: panel.invented ? inventedLabel : null,
    panel: shown(panel),
    sources: [
      ...(organisations === null ? [] : [sourceOf('organisations', organisations)]),
      ...(neighbours === null ? [] : [sourceOf('neighbours', neighbours)]),
    ],
    pack: { version, sha256 },
    groups: ground.groups,
    others: numbers.length === 0 ? null : { fewest: Math.min(...numbers), most: Math.max(...numbers) },
    own: {
      from: scores.from,
      inPanel: ground.viewer.organisation !== null,
      differing: (panel.access === 'public' ? answers : []).flatMap(({ objective, own: here, inPanel }) => {
        const there = inPanel === null ? null : labelOf(inPanel);
        const label = here.score === null ? null : labelOf(here.score);
        return there === null || there === label ? [] : [{ objective, here: label, panel: there }];
      }),
    },
    comparison,
    withheld: withheldFigures(comparison),
    uptake: await uptakeOfReport(pack, chosen, own),
    caps: panelCaps({
      pack,
      period,
      causes: await Promise.all(
        framework.objectives.map(async ({ number: objective }) => ({
          objective,
          releases: await view.causes(period, objective),
        })),
      ),
      lifts: await view.lifts(period),
      holds: { causes: panel.causes, factors: panel.factors },
    }),
    published: besidePublished(heldPublished(workspace, framework.id), own, framework),
    left: leftSentences({ organisation, panel, ground }),
    definitions: benchmarkDefinitions(framework),
  };
}

async function uptakeOfReport(
  pack: Pack,
  { view, group, period }: Chosen,
  own: ReadonlyMap<number, { readonly achieved: number }>,
): Promise<BenchmarkReport['uptake']> {
  const before = view.panel.periods[view.panel.periods.indexOf(period) - 1];
  if (before === undefined || !followsOn(period, before)) return null;
  const periods = { from: before, to: period };
  const of = await groupUptake(view, pack, group, periods);
  const top = topLevel(pack.framework);
  return {
    periods,
    objectives: [...own].flatMap(([objective, { achieved }]) => {
      const found = achieved < top ? of(objective, achieved) : null;
      return found === null ? [] : [found];
    }),
  };
}

function shown(panel: Panel): BenchmarkReport['panel'] {
  const { id, name, access, invented, source, version, periods, organisations } = panel;
  return { id, name, access, invented, source, version, periods, organisations };
}

function sourceOf(
  about: 'organisations' | 'neighbours',
  one: Pick<BenchmarkReport['sources'][number], 'file' | 'publisher' | 'licence' | 'attribution'>,
): BenchmarkReport['sources'][number] {
  const { file, publisher, licence, attribution } = one;
  return { about, file, publisher, licence, attribution };
}

function labelOf({
  achieved,
  workingTowards,
}: {
  readonly achieved: number;
  readonly workingTowards: number | null;
}): string {
  return workingTowards === null ? `${achieved}` : `${achieved}/${workingTowards}`;
}
