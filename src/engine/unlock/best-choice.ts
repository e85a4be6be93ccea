import type { UnlockChoice } from '../../model/unlock.ts';
import type { Lifting } from './lifting.ts';
import { combinations } from './smallest-sets.ts';

/** An objective's number with how its ceiling answers to circumstances. */
export interface LiftedObjective extends Lifting {
  readonly objective: number;
}

interface Candidate {
  readonly factors: readonly string[];
  readonly objectives: readonly number[];
  readonly levels: number;
}

/** The order of choices, as `choiceOrder` says it. */
export function compareChoices(a: Candidate, b: Candidate): number {
  return b.objectives.length - a.objectives.length || b.levels - a.levels || compareIds(a.factors, b.factors);
}

/**
 * The choice of `size` circumstances that raises the most objectives, then the most levels, then comes first by id.
 * Only choices of which each member adds something are looked at; null where there is none.
 */
export function bestChoice(
  objectives: readonly LiftedObjective[],
  offered: readonly string[],
  size: number,
): UnlockChoice | null {
  const candidates = [...combinations(offered.toSorted(), size)].flatMap((factors) => {
    const whole = raisedBy(objectives, factors);
    const parts = factors.map((left) =>
      raisedBy(
        objectives,
        factors.filter((id) => id !== left),
      ),
    );
    return parts.every(({ levels }) => levels < whole.levels) ? [whole] : [];
  });
  const [best, ...others] = candidates.sort(compareChoices);
  if (best === undefined) return null;
  const equal = others
    .filter((each) => each.objectives.length === best.objectives.length && each.levels === best.levels)
    .map(({ factors }) => factors);
  return { ...best, equal };
}

function raisedBy(objectives: readonly LiftedObjective[], factors: readonly string[]): Candidate {
  const lifted = new Set(factors);
  const raised = objectives
    .filter((each) => each.factors.some((id) => lifted.has(id)))
    .map(({ objective, ceilingWith }) => ({
      objective,
      levels: ceilingWith(lifted) - ceilingWith(new Set()),
    }))
    .filter(({ levels }) => levels > 0);
  return {
    factors,
    objectives: raised.map(({ objective }) => objective),
    levels: raised.reduce((sum, { levels }) => sum + levels, 0),
  };
}

function compareIds(a: readonly string[], b: readonly string[]): number {
  const [first, second] = [a.join(' '), b.join(' ')];
  return first < second ? -1 : first > second ? 1 : 0;
}
