import type { CorrectedCell } from '../../engine/corrected-cell.ts';
import { byWords, type SameWords } from '../../engine/count-readings.ts';
import { Problem } from '../../kernel/problem.ts';
import type { ScoredAdvice } from '../../model/advice.ts';
import { scoredAdvice } from '../../model/advice.ts';
import type { Pack } from '../../pack/pack.ts';
import { advise } from '../advice/advise.ts';
import type { ViewOf } from '../workspace/view-of.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { lapseSentence } from './lapse-sentence.ts';
import type { ReviewedObjective, ReviewedReading, ReviewReport } from './review-report.ts';

/** Which part of a review is wanted; all of it unless said. */
export interface ReviewFilter {
  readonly objective?: number | undefined;
  /** Only what nobody has confirmed, and the objectives that have such. */
  readonly unconfirmed?: boolean | undefined;
}

/**
 * What was read from the comments that advice rests on, and what officers said of it.
 * @throws Problem UNKNOWN_OBJECTIVE for one that is not scored or not there; as `advise` does
 */
export async function review(
  workspace: Workspace,
  view: ViewOf,
  { objective: only, unconfirmed = false }: ReviewFilter = {},
): Promise<ReviewReport> {
  const { advice, cells } = await advise(workspace, view);
  const { schema, framework, organisation, basedOn, period, pack: version, readings } = advice;
  const pack = workspace.pack(framework);
  const scored = scoredAdvice(advice);
  if (only !== undefined && !scored.some(({ objective }) => objective === only))
    throw new Problem('UNKNOWN_OBJECTIVE', {
      place: `${organisation}, ${basedOn}`,
      seen: String(only),
      allowed: scored.map(({ objective }) => objective).join(', ') || 'none is scored',
      repair: 'Give the number of an objective that is scored.',
    });
  const reviewed = scored
    .filter(({ objective }) => only === undefined || objective === only)
    .map((one) => {
      const own = cells.filter(({ reading }) => reading.objective === one.objective);
      return reviewedObjective(one, own, basedOn, pack);
    });
  return {
    ...{ schema, framework, organisation, basedOn, period, pack: version, readings },
    objectives: unconfirmed ? reviewed.flatMap(onlyUnconfirmed) : reviewed,
  };
}

function reviewedObjective(
  one: ScoredAdvice,
  cells: readonly CorrectedCell[],
  basedOn: string,
  pack: Pack,
): ReviewedObjective {
  const causeName = (id: string) => pack.causes.find((cause) => cause.id === id)?.name ?? id;
  return {
    objective: one.objective,
    name: one.name,
    section: one.section,
    score: { label: one.score.label, achieved: one.score.achieved, workingTowards: one.score.workingTowards },
    ceiling: one.ceiling.level,
    cells: cells.map(({ reading: { period, text } }) => ({ period, text, inherited: period !== basedOn })),
    readings: cells.flatMap((cell) => byWords(cell).flatMap((same) => reviewedReading(same, one, pack))),
    dismissed: cells.flatMap(({ dismissed }) =>
      dismissed.map(({ by: { period, quote, cause, reason, by, at }, obstacles }) => ({
        ...{ period, quote, cause, causeName: causeName(cause), reason, by, at },
        rules: [...new Set(obstacles.map(({ rule }) => rule))],
      })),
    ),
    lapsed: cells.flatMap(({ lapsed }) =>
      lapsed.map(({ correction, because }) => {
        const { period, quote, cause, decision, reason, by, at } = correction;
        const sentence = lapseSentence(correction, because);
        return {
          period,
          quote,
          cause,
          causeName: causeName(cause),
          decision,
          because,
          sentence,
          reason,
          by,
          at,
        };
      }),
    ),
  };
}

function reviewedReading(same: SameWords, one: ScoredAdvice, pack: Pack): readonly ReviewedReading[] {
  const [{ obstacle, by }] = same;
  const rule = pack.ceilings.find((each) => each.basis === 'comment' && each.signal === obstacle.signal);
  if (rule === undefined) return [];
  const stated = same.filter((each) => each.obstacle.strength === 'stated');
  const counting = stated.length > 0 ? stated : same;
  const level = Math.min(...counting.map((each) => each.obstacle.level));
  const cause = pack.causes.find(({ id }) => id === rule.cause);
  const { period, quote, start, end } = obstacle.words;
  return [
    {
      ...{ period, quote, start, end },
      rules: [...new Set(same.map((each) => each.obstacle.rule))],
      ceilingRule: rule.id,
      cause: rule.cause,
      causeName: cause?.name ?? rule.cause,
      control: cause?.control ?? 'internal',
      level,
      strength: stated.length > 0 ? 'stated' : 'hedged',
      standing: obstacle.standing,
      factor: rule.factor,
      factorName: pack.factors.find(({ id }) => id === rule.factor)?.name ?? null,
      binding: one.ceiling.causes.some(
        (each) =>
          each.binding &&
          each.rule === rule.id &&
          each.evidence.some(
            (words) => words.source === 'comment' && words.period === period && words.start === start,
          ),
      ),
      overtaken: level < one.score.achieved,
      decided:
        by === null || by.decision === 'dismiss'
          ? null
          : { decision: by.decision, quote: by.quote, reason: by.reason, by: by.by, at: by.at },
    },
  ];
}

function onlyUnconfirmed(one: ReviewedObjective): readonly ReviewedObjective[] {
  const readings = one.readings.filter(({ standing }) => standing === 'read');
  return readings.length === 0 ? [] : [{ ...one, readings, dismissed: [], lapsed: [] }];
}
