import type { Framework } from '../model/framework.ts';
import { midpoint } from '../model/score.ts';
import type { Transition, Trends } from '../model/trends.ts';
import { type FramePair, type FrameRow, openFrames } from './frame.ts';
import { labels as labelsOf } from './labels.ts';
import { levelSummary } from './level-summary.ts';
import { moveTally } from './move-tally.ts';
import { moves } from './moves.ts';
import { type Scope, scopes } from './scopes.ts';
import { scoreChanges } from './score-changes.ts';
import { orderedPeriods, type TrendInput, type TrendPeriod } from './trend-input.ts';

/**
 * How one organisation's scores stand and moved, from the rows of its periods: rows → one frame → groups by period
 * and section → level summaries; and two periods merged on objective → changes → tallies and moves.
 *
 * Only scored rows count in any figure. With one period there are levels and no transitions, and `noTransitions`
 * says why. The order of periods and rows changes nothing.
 * @throws Problem TOO_FEW_PERIODS, UNKNOWN_OBJECTIVE or BAD_VALUE, as `orderedPeriods` says
 */
export async function trends(input: TrendInput): Promise<Trends> {
  const { framework } = input;
  const periods = orderedPeriods(input);
  const frames = await openFrames();
  const rows = periods.flatMap((period) => frameRows(framework, period));
  const labels = labelsOf(framework, rows);
  const { whole, sections } = scopes(framework);
  const frameOf = frames.groupBy(frames.frame(rows), 'period');

  const levelsIn = ({ period, rows: given }: TrendPeriod): Trends['periods'][number] => {
    const frame = frameOf.get(period) ?? null;
    const groups = frames.groupBy(frame, 'section');
    const summary = (scope: Scope, scored: readonly FrameRow[]) =>
      levelSummary(scope, scored, given, labels, framework.satisfactory);
    return {
      period,
      whole: summary(whole, frames.rows(frame)),
      sections: sections.map((scope) => summary(scope, frames.rows(groups.get(scope.section ?? '') ?? null))),
    };
  };

  const transition = (from: TrendPeriod, to: TrendPeriod): Transition => {
    const pairs: readonly FramePair[] = frames.merge(
      frameOf.get(from.period) ?? null,
      frameOf.get(to.period) ?? null,
    );
    const between = { from: from.period, to: to.period };
    const changes = scoreChanges(framework, from, to, pairs, input.earlierFrameworks);
    const tally = (scope: Scope) => moveTally(scope, between, changes, pairs, framework.satisfactory);
    return {
      ...between,
      whole: tally(whole),
      sections: sections.map(tally),
      moves: moves(frames, labels, pairs),
      changes,
    };
  };

  return {
    schema: 1,
    framework: framework.id,
    organisation: input.organisation,
    satisfactory: framework.satisfactory,
    levels: framework.levels,
    labels: labels.map(({ label }) => label),
    conventions: conventions(framework),
    periods: periods.map(levelsIn),
    transitions: periods.flatMap((to, index) => {
      const from = periods[index - 1];
      return from === undefined ? [] : [transition(from, to)];
    }),
    noTransitions:
      periods.length > 1
        ? null
        : `There is one period, ${periods[0]?.period}, and a change needs two. Import another assessment.`,
    ...(input.earlierFrameworks === undefined || input.earlierFrameworks.length === 0
      ? {}
      : { earlierFrameworks: input.earlierFrameworks }),
  };
}

function frameRows(framework: Framework, { period, rows }: TrendPeriod): readonly FrameRow[] {
  const rowOf = new Map(rows.map((row) => [row.objective, row]));
  return framework.objectives.flatMap(({ number, section }): readonly FrameRow[] => {
    const row = rowOf.get(number);
    if (row === undefined || row.score === null) return [];
    const { label, achieved } = row.score;
    const middle = midpoint(row.score);
    const { agreedStandard } = row;
    return [{ objective: number, section, period, label, achieved, midpoint: middle, agreedStandard }];
  });
}

function conventions(framework: Framework): Trends['conventions'] {
  const ladder = framework.levels.map(({ level }) => level).sort((a, b) => a - b);
  const low = ladder.findLast((level) => level < framework.satisfactory) ?? ladder[0] ?? 0;
  const half = `${low}/${low + 1}`;
  return {
    n: 'Every figure counts scored objectives only; n says how many.',
    satisfactory: `In counts at ${framework.satisfactory} or above, ${half} counts as ${low}.`,
    mean: `In a mean, ${half} counts ${low + 0.5}.`,
  };
}
