import type { DirectionTally, MoveTally, ScoreChange } from '../model/trends.ts';
import { describeTrend } from './describe-trend.ts';
import type { FramePair } from './frame.ts';
import type { Scope } from './scopes.ts';
import type { ComparedChange } from './score-changes.ts';

/**
 * How many objectives of one scope went higher, lower and stayed, of those scored in both periods.
 * @param changes the changes of every objective; those outside the scope are passed over
 * @param pairs the same objectives' scores, for the counts at or above the satisfactory level
 */
export function moveTally(
  scope: Scope,
  periods: { readonly from: string; readonly to: string },
  changes: readonly ScoreChange[],
  pairs: readonly FramePair[],
  satisfactory: number,
): MoveTally {
  const inScope = new Set(scope.objectives);
  const mine = changes.filter(({ objective }) => inScope.has(objective));
  const compared = mine.filter((change) => change.kind !== 'not-comparable');
  const scored = pairs.filter(({ from }) => inScope.has(from.objective));
  const tally = (direction: 'higher' | 'lower') =>
    directionTally(compared, { direction, ...periods, n: compared.length });
  return {
    section: scope.section,
    name: scope.name,
    n: compared.length,
    higher: tally('higher'),
    lower: tally('lower'),
    same: compared.filter(({ kind }) => kind === 'same').length,
    notComparable: mine.length - compared.length,
    satisfactory: {
      from: scored.filter(({ from }) => from.achieved >= satisfactory).length,
      to: scored.filter(({ to }) => to.achieved >= satisfactory).length,
    },
  };
}

function directionTally(
  compared: readonly ComparedChange[],
  subject: Parameters<typeof describeTrend>[0],
): DirectionTally {
  const moved = compared.filter(({ kind }) => kind === subject.direction);
  const withComment = moved.filter(({ fromAgreedStandard }) => !fromAgreedStandard);
  const figures = {
    count: moved.length,
    fromAgreedStandard: moved.length - withComment.length,
    fromComment: withComment.length,
    halfSteps: withComment.filter(({ halfStep }) => halfStep).length,
  };
  return { ...figures, sentence: describeTrend(subject, figures) };
}
