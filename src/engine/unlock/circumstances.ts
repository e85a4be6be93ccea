import type { Factor, FactorState } from '../../model/factor.ts';
import type { UnlockCircumstance, UnlockObjective } from '../../model/unlock.ts';
import { compareChoices } from './best-choice.ts';

/** What each circumstance that is not there would raise, the one that raises the most first. */
export function circumstancesOf(
  offered: readonly Factor[],
  states: Readonly<Record<string, FactorState>>,
  objectives: readonly UnlockObjective[],
): readonly UnlockCircumstance[] {
  return offered
    .map((factor) => circumstanceOf(factor, states[factor.id] ?? 'unknown', objectives))
    .toSorted((a, b) => compareChoices(candidate(a), candidate(b)));
}

function circumstanceOf(
  { id, name, question }: Factor,
  state: FactorState,
  objectives: readonly UnlockObjective[],
): UnlockCircumstance {
  const raises = objectives.flatMap((one) =>
    one.ways
      .filter(({ factors }) => factors.length === 1 && factors[0] === id)
      .map(({ factors: _, ...raised }) => ({
        objective: one.objective,
        name: one.name,
        from: one.ceiling,
        ...raised,
      })),
  );
  const numbers = (which: (one: UnlockObjective) => boolean) =>
    objectives.filter(which).map(({ objective }) => objective);
  const inSomeWay = (one: UnlockObjective) => one.ways.some(({ factors }) => factors.includes(id));
  return {
    factor: id,
    name,
    question,
    state,
    raises,
    levels: raises.reduce((sum, { levels }) => sum + levels, 0),
    together: numbers(({ ways }) => ways.some(({ factors }) => factors.length > 1 && factors.includes(id))),
    notEnough: numbers((one) => one.factors.includes(id) && !inSomeWay(one)),
  };
}

function candidate({ factor, raises, levels }: UnlockCircumstance) {
  return { factors: [factor], objectives: raises.map(({ objective }) => objective), levels };
}
