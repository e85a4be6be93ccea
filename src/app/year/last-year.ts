import type { Quoted, Target } from '../../model/advice.ts';
import type { Assessment } from '../../model/assessment.ts';
import type { FollowedAction } from '../../model/follow-up.ts';
import { comparePeriods } from '../../model/period.ts';
import type { Reading } from '../../model/reading.ts';
import { slice } from '../../model/span.ts';
import { advise } from '../advice/advise.ts';
import { closedAssessments } from '../workspace/closed-assessments.ts';
import { advisedPeriods } from '../workspace/view-of.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** What the last closed assessment before a period leaves to it. */
export interface LastYear {
  /** Null where there is none before. */
  readonly assessment: Assessment | null;
  /** By objective; empty where there is no advice for the period. */
  readonly targets: ReadonlyMap<number, Target>;
  /** What is still to be done, by objective. */
  readonly actions: ReadonlyMap<number, readonly Quoted[]>;
}

/** What is known for a period from before it. @throws Problem UNKNOWN_ORGANISATION; those of the pack */
export async function lastYear(
  workspace: Workspace,
  organisation: string,
  period: string,
): Promise<LastYear> {
  const closed = closedAssessments(workspace, organisation);
  const basis = closed.findLastIndex((each) => comparePeriods(each.period, period) < 0);
  const assessment = closed[basis] ?? null;
  if (assessment === null) return { assessment, targets: new Map(), actions: new Map() };
  const advised = advisedPeriods(closed);
  // A year that was left out has no advice of its own; what was to be done is still to be done.
  const at = advised.includes(period) ? period : advised.at(-1);
  const { advice, readings } = await advise(workspace, {
    organisation,
    ...(at === undefined ? {} : { period: at }),
  });
  const targets = at === period ? advice.objectives : [];
  return {
    assessment,
    targets: new Map(
      targets.flatMap((each) => (each.state === 'scored' ? [[each.objective, each.target] as const] : [])),
    ),
    actions: openActions(readings, await carriedOn(workspace, closed, basis, readings)),
  };
}

/** The actions of the assessment before that the last one carries on, in order. */
async function carriedOn(
  workspace: Workspace,
  closed: readonly Assessment[],
  basis: number,
  readings: readonly Reading[],
): Promise<readonly FollowedAction[]> {
  const [before, last] = [closed[basis - 1], closed[basis]];
  if (before === undefined || last === undefined || before.framework !== last.framework) return [];
  const { organisation, period } = last;
  if (!advisedPeriods(closed).includes(period)) return [];
  const earlier = (await advise(workspace, { organisation, period })).readings;
  const { followUp } = await import('../../engine/follow-up/follow-up.ts');
  const followed = followUp(workspace.pack(last.framework), earlier, readings);
  return followed.filter(({ outcome }) => outcome === 'carried-on');
}

function openActions(
  readings: readonly Reading[],
  carried: readonly FollowedAction[],
): ReadonlyMap<number, readonly Quoted[]> {
  return new Map(
    readings.map((reading) => {
      const { objective, period, text, views } = reading;
      const own = views.actions.map((span) => ({ period, quote: slice(text, span), ...span }));
      const before = carried.filter((each) => each.objective === objective).map(({ from }) => from);
      return [objective, [...before, ...own]];
    }),
  );
}
