import type { DatasetName } from '../../charts/catalogue.ts';
import type { CeilingsRow, HeadroomRow, LevelsRow, MovesRow, SectionsRow } from '../../charts/rows.ts';
import { type Advice, scoredAdvice } from '../../model/advice.ts';
import { type Assessment, rowOf } from '../../model/assessment.ts';
import { bottomLevel, topLevel } from '../../model/framework.ts';
import type { PlanRequest } from '../../model/plan-request.ts';
import { midpoint, type Score } from '../../model/score.ts';
import type { Pack } from '../../pack/pack.ts';
import { mean } from '../../statistics/mean.ts';
import { share } from '../../statistics/share.ts';
import { advise } from '../advice/advise.ts';
import { unlock } from '../advice/unlock.ts';
import { unlockRows } from '../advice/unlock-rows.ts';
import { isPeerDataset } from '../peer-rows/no-peer-rows.ts';
import { peerRows } from '../peer-rows/peer-rows.ts';
import type { PeersAsked } from '../peer-rows/peers-asked.ts';
import { planFrontier } from '../plan/plan-frontier.ts';
import type { AssessedPeriods } from '../trends/assessed-periods.ts';
import { comparedPeriods } from '../trends/compared-periods.ts';
import { scoreMoves } from '../trends/score-moves.ts';
import type { ViewOf } from '../workspace/view-of.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { sectionCausesRows } from './section-causes-rows.ts';

/** Which of the datasets come from advice; the others come from the assessments, or from a panel. */
export const advisedDatasets: readonly DatasetName[] = [
  'headroom',
  'ceilings',
  'sectionCauses',
  'unlock',
  'planFrontier',
];

/** What the rows of a dataset are of. */
export interface DatasetAsked {
  readonly view: ViewOf;
  /** What a plan is asked for, for `planFrontier`; what is kept with the plan unless said. */
  readonly request?: PlanRequest | null;
  /** With whom others are compared, for the datasets of others. */
  readonly peers?: PeersAsked;
}

/**
 * The rows of a dataset for a view; those that `advisedDatasets` names are of its advice, those of others are of a
 * panel, the rest of every assessment held, of which `sectionLevels` takes the latest and `moves` the latest two.
 * @throws Problem as `advise` does, as `plan` does for `planFrontier`, and as `peerRows` does
 */
export async function datasetRows(
  workspace: Workspace,
  dataset: DatasetName,
  { view, request = null, peers = {} }: DatasetAsked,
): Promise<readonly object[]> {
  if (isPeerDataset(dataset)) return peerRows(workspace, dataset, view, peers);
  if (dataset === 'planFrontier') return planFrontier(workspace, view, request);
  if (dataset === 'unlock') {
    const unlocked = await unlock(workspace, view);
    return unlockRows(workspace.pack(unlocked.framework), unlocked);
  }
  if (advisedDatasets.includes(dataset)) {
    const { advice } = await advise(workspace, view);
    const pack = workspace.pack(advice.framework);
    if (dataset === 'sectionCauses') return sectionCausesRows(pack, advice);
    return dataset === 'headroom' ? headroomRows(pack, advice) : ceilingsRows(pack, advice);
  }
  const assessed = await comparedPeriods(workspace, view.organisation);
  if (dataset === 'levels') return levelsRows(assessed);
  if (dataset === 'sectionLevels')
    return levelsRows({ ...assessed, periods: assessed.periods.slice(-1) }).filter(
      ({ section }) => section !== '',
    );
  return dataset === 'sections' ? sectionsRows(assessed) : movesRows(assessed);
}

interface Part {
  readonly section: string;
  readonly sectionName: string;
  readonly objectives: readonly number[];
}

/** The whole, then every section in the framework's order. */
function partsOf({ framework }: Pack): readonly Part[] {
  const numbers = (section: string | null) =>
    framework.objectives
      .filter((each) => section === null || each.section === section)
      .map(({ number }) => number);
  return [
    { section: '', sectionName: 'All objectives', objectives: numbers(null) },
    ...framework.sections.map(({ id, name }) => ({
      section: id,
      sectionName: name,
      objectives: numbers(id),
    })),
  ];
}

function scoresOf({ objectives }: Part, assessment: Assessment): readonly Score[] {
  return objectives.flatMap((objective) => {
    const row = rowOf(assessment, objective);
    return row?.state === 'scored' ? [row.score] : [];
  });
}

function levelsRows({ pack, periods }: AssessedPeriods): readonly LevelsRow[] {
  const { satisfactory } = pack.framework;
  const levels = pack.framework.levels.toSorted((a, b) => a.level - b.level);
  return periods.flatMap(({ period, assessment }) =>
    partsOf(pack).flatMap((part) => {
      const { section, sectionName } = part;
      const scores = scoresOf(part, assessment);
      return levels.map(({ level, name: levelName }): LevelsRow => {
        const at = scores.filter(({ achieved }) => achieved === level).length;
        const counted = share(at, scores.length);
        return { period, section, sectionName, level, levelName, satisfactory, ...counted };
      });
    }),
  );
}

function sectionsRows({ pack, periods }: AssessedPeriods): readonly SectionsRow[] {
  const { satisfactory } = pack.framework;
  return partsOf(pack).flatMap((part) =>
    periods.map(({ period, assessment }): SectionsRow => {
      const { section, sectionName } = part;
      const scores = scoresOf(part, assessment);
      const above = scores.filter(({ achieved }) => achieved >= satisfactory).length;
      const { count: atOrAbove, n, share: portion } = share(above, scores.length);
      const average = mean(scores.map(midpoint));
      return { section, sectionName, period, satisfactory, n, atOrAbove, share: portion, mean: average };
    }),
  );
}

function movesRows({ pack, periods }: AssessedPeriods): readonly MovesRow[] {
  const [earlier, later] = periods.slice(-2);
  if (earlier === undefined || later === undefined) return [];
  return scoreMoves(pack.framework, earlier, later).map(
    ({ objective, from, to, change, fromAgreedStandard }): MovesRow => ({
      objective: objective.number,
      name: objective.name,
      ...sectionOf(pack, objective.section),
      fromPeriod: earlier.period,
      toPeriod: later.period,
      from: midpoint(from),
      to: midpoint(to),
      fromLabel: from.label,
      toLabel: to.label,
      change,
      agreedStandard: fromAgreedStandard,
      halfStep: Math.abs(change) === 0.5,
    }),
  );
}

function headroomRows(pack: Pack, advice: Advice): readonly HeadroomRow[] {
  const [bottom, top] = [bottomLevel(pack.framework), topLevel(pack.framework)];
  return scoredAdvice(advice).map(
    ({ objective, name, section, score, target, ceiling, potential }): HeadroomRow => ({
      objective,
      name,
      ...sectionOf(pack, section),
      label: score.label,
      achieved: score.achieved,
      workingTowards: score.workingTowards,
      target: target.level,
      openLevel: target.openLevel,
      ceiling: ceiling.level,
      potential,
      bottom,
      top,
      stance: target.stance,
      capped: ceiling.capped,
      control: ceiling.control,
    }),
  );
}

function ceilingsRows(pack: Pack, advice: Advice): readonly CeilingsRow[] {
  const scored = scoredAdvice(advice);
  const n = scored.length;
  const whole = (['external', 'internal', 'mixed'] as const).flatMap((control) =>
    (['now', 'later'] as const).map((capped): CeilingsRow => {
      const held = scored.filter(({ ceiling }) => ceiling.capped === capped && ceiling.control === control);
      return { cause: '', causeName: '', control, capped, count: held.length, n };
    }),
  );
  const byCause = pack.causes.flatMap(({ id, name, control }) => {
    const held = scored.filter(({ ceiling }) =>
      ceiling.causes.some(({ cause, binding }) => binding && cause === id),
    );
    if (held.length === 0) return [];
    return (['now', 'later'] as const).map((capped): CeilingsRow => {
      const count = held.filter(({ ceiling }) => ceiling.capped === capped).length;
      return { cause: id, causeName: name, control, capped, count, n };
    });
  });
  return [...whole, ...byCause];
}

function sectionOf(
  { framework }: Pack,
  id: string,
): { readonly section: string; readonly sectionName: string } {
  return { section: id, sectionName: framework.sections.find((each) => each.id === id)?.name ?? id };
}
