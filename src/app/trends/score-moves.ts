import { describeTrend } from '../../analytics/describe-trend.ts';
import { restsOnStandard } from '../../engine/rests-on-standard.ts';
import { rowOf } from '../../model/assessment.ts';
import type { Framework, Objective } from '../../model/framework.ts';
import { midpoint, type Score } from '../../model/score.ts';
import type { AssessedPeriod } from './assessed-periods.ts';

/** One objective that is scored in two periods. */
export interface ScoreMove {
  readonly objective: Objective;
  readonly from: Score;
  readonly to: Score;
  /** In levels, by midpoint: 2 to 2/3 is 0.5. */
  readonly change: number;
  /** The earlier score rests on an agreed standard: there is no comment to compare with. */
  readonly fromAgreedStandard: boolean;
}

/** The objectives that are scored in both of two periods, in the framework's order. */
export function scoreMoves(
  framework: Framework,
  earlier: AssessedPeriod,
  later: AssessedPeriod,
): readonly ScoreMove[] {
  return framework.objectives.flatMap((objective) => {
    const before = rowOf(earlier.assessment, objective.number);
    const after = rowOf(later.assessment, objective.number);
    if (before?.state !== 'scored' || after?.state !== 'scored') return [];
    const reading = earlier.readings.get(objective.number);
    return [
      {
        objective,
        from: before.score,
        to: after.score,
        change: midpoint(after.score) - midpoint(before.score),
        fromAgreedStandard: reading !== undefined && restsOnStandard(reading),
      },
    ];
  });
}

/** One plain sentence on how many of the moves go one way; the same as trends say. */
export function movesSentence(
  moves: readonly ScoreMove[],
  direction: 'higher' | 'lower',
  between: { readonly from: string; readonly to: string },
): string {
  const moved = moves.filter(({ change }) => (direction === 'higher' ? change > 0 : change < 0));
  const withComment = moved.filter(({ fromAgreedStandard }) => !fromAgreedStandard);
  return describeTrend(
    { direction, ...between, n: moves.length },
    {
      count: moved.length,
      fromAgreedStandard: moved.length - withComment.length,
      fromComment: withComment.length,
      halfSteps: withComment.filter(({ change }) => Math.abs(change) === 0.5).length,
    },
  );
}
