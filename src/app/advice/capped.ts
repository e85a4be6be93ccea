import { type CeilingCause, type ScoredAdvice, scoredAdvice } from '../../model/advice.ts';
import type { Cause } from '../../model/cause.ts';
import type { ViewOf } from '../workspace/view-of.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { advise } from './advise.ts';
import type { CappedGroup, CappedReport, PossibleLimit } from './capped-report.ts';

/** What is capped, by what, and who could lift it. @throws Problem as `advise` does */
export async function capped(workspace: Workspace, view: ViewOf): Promise<CappedReport> {
  const { advice } = await advise(workspace, view);
  const { objectives: _, ...header } = advice;
  const { causes } = workspace.pack(advice.framework);
  const scored = scoredAdvice(advice);
  const count = (which: ScoredAdvice['ceiling']['capped']) =>
    scored.filter(({ ceiling }) => ceiling.capped === which).length;
  return {
    ...header,
    n: scored.length,
    now: count('now'),
    later: count('later'),
    uncapped: count('no'),
    groups: (['external', 'internal'] as const).flatMap((control) =>
      causes.filter((cause) => cause.control === control).flatMap((cause) => groupOf(cause, scored)),
    ),
    possible: scored.flatMap((objective) => possibleLimits(objective, causes)),
  };
}

function groupOf(
  { id, name, description, control }: Cause,
  scored: readonly ScoredAdvice[],
): readonly CappedGroup[] {
  const bound = scored.filter(({ ceiling }) =>
    ceiling.causes.some(({ cause, binding }) => binding && cause === id),
  );
  if (bound.length === 0) return [];
  return [
    {
      control,
      cause: id,
      causeName: name,
      causeDescription: description,
      now: bound.filter(({ ceiling }) => ceiling.capped === 'now'),
      later: bound.filter(({ ceiling }) => ceiling.capped === 'later'),
    },
  ];
}

function possibleLimits(
  { objective, name, ceiling }: ScoredAdvice,
  causes: readonly Cause[],
): readonly PossibleLimit[] {
  const hedged = ceiling.causes.filter(({ strength, overtaken }) => strength === 'hedged' && !overtaken);
  return hedged.map(({ cause, standing, evidence }: CeilingCause) => ({
    objective,
    name,
    cause,
    causeName: causes.find(({ id }) => id === cause)?.name ?? cause,
    standing,
    evidence,
  }));
}
