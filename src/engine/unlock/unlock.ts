import { type CeilingCause, type ScoredAdvice, scoredAdvice, type Target } from '../../model/advice.ts';
import { testsOf } from '../../model/condition.ts';
import type { FactorState } from '../../model/factor.ts';
import { topLevel } from '../../model/framework.ts';
import type { Unlock, UnlockObjective, UnlockWay, UnswitchedCause } from '../../model/unlock.ts';
import type { Pack } from '../../pack/pack.ts';
import type { Evaluation } from '../evaluate.ts';
import { jsonRulesEvaluator } from '../json-rules.ts';
import { objectiveStages } from '../objective-stages.ts';
import { bestChoice, type LiftedObjective } from './best-choice.ts';
import { circumstancesOf } from './circumstances.ts';
import { explainUnlock } from './explain-unlock.ts';
import { lifting } from './lifting.ts';
import { smallestSets } from './smallest-sets.ts';

/** Says what would rise if circumstances changed; kept and reused, so that its engines are made once. */
export type Unlocker = (evaluation: Evaluation) => Promise<Unlock>;

/**
 * The unlocker of a pack:
 *
 * ```text
 * ceiling, trace ─ lifting ─▶ ceiling by set of circumstances ─ smallestSets ─▶ ways ─ objectiveStages ─▶ targets
 *                                  all objectives ─ circumstancesOf, bestChoice ─▶ what each one, and the best, raise
 * ```
 *
 * Nothing is read again, and no set is guessed: each is worked out from the rules that were evaluated.
 */
export function unlocker(pack: Pack): Unlocker {
  const stages = objectiveStages(pack, jsonRulesEvaluator());
  const top = topLevel(pack.framework);
  const decidesTarget = pack.targets.flatMap(({ when }) => testsOf(when).map(({ fact }) => fact));

  return async ({ advice, traces, readings }) => {
    const { objectives: _, ...header } = advice;
    const { factors } = header;
    const scored = scoredAdvice(advice);
    const capped = scored.filter((one) => one.ceiling.capped !== 'no');
    const objectives: UnlockObjective[] = [];
    const lifted: LiftedObjective[] = [];
    for (const one of capped) {
      const trace = traces.find(({ objective }) => objective === one.objective);
      if (trace === undefined) continue;
      const answers = lifting(one, trace, top);
      lifted.push({ objective: one.objective, ...answers });
      const { sets, largest, complete } = smallestSets(answers);
      const ways = await waysOf(one, sets);
      const unexplained = {
        objective: one.objective,
        name: one.name,
        section: one.section,
        score: one.score.label,
        ceiling: one.ceiling.level,
        capped: one.ceiling.capped === 'now' ? ('now' as const) : ('later' as const),
        control: one.ceiling.control,
        target: suggested(one.target),
        factors: answers.factors,
        ways,
        searched: { largest, complete },
        askAgain: answers.staying.map((cause) => unswitched(cause, pack)),
      };
      objectives.push({ ...unexplained, because: explainUnlock(unexplained, factors, pack) });
    }
    const offered = pack.factors.filter(({ id }) => factors[id] !== 'yes');
    const ids = offered.map(({ id }) => id).filter((id) => lifted.some((each) => each.factors.includes(id)));
    return {
      ...header,
      n: scored.length,
      capped: capped.length,
      liftable: objectives.filter(({ ways }) => ways.length > 0).length,
      objectives,
      circumstances: circumstancesOf(offered, factors, objectives),
      bestOne: bestChoice(lifted, ids, 1),
      bestTwo: bestChoice(lifted, ids, 2),
    };

    async function waysOf(
      one: ScoredAdvice,
      sets: ReturnType<typeof smallestSets>['sets'],
    ): Promise<readonly UnlockWay[]> {
      const objective = pack.framework.objectives.find(({ number }) => number === one.objective);
      const reading = readings.find((each) => each.objective === one.objective);
      if (objective === undefined || reading === undefined) return [];
      const targets = new Map<string, UnlockWay['target']>();
      const ways: UnlockWay[] = [];
      for (const set of sets) {
        // Target rules see of a set only its ceiling and the circumstances that they test.
        const key = [set.ceiling, ...set.factors.filter((id) => decidesTarget.includes(`factor.${id}`))].join(
          ' ',
        );
        const held = targets.get(key);
        const target =
          held ??
          suggested(
            (await stages({ objective, score: one.score, reading, factors: withYes(factors, set.factors) }))
              .target,
          );
        targets.set(key, target);
        const { level, stance, openLevel } = one.target;
        ways.push({
          factors: set.factors,
          ceiling: set.ceiling,
          levels: set.ceiling - one.ceiling.level,
          target,
          targetChanges: target.level !== level || target.stance !== stance || target.openLevel !== openLevel,
        });
      }
      return ways;
    }
  };
}

function withYes(
  factors: Readonly<Record<string, FactorState>>,
  lifted: readonly string[],
): Readonly<Record<string, FactorState>> {
  return { ...factors, ...Object.fromEntries(lifted.map((id) => [id, 'yes' as const])) };
}

function suggested({ level, stance, openLevel }: Target): UnlockWay['target'] {
  return { level, stance, openLevel };
}

function unswitched(each: CeilingCause, { causes }: Pack): UnswitchedCause {
  const { rule, basis, cause, control, level, standing, assumed, binding, evidence } = each;
  const causeName = causes.find(({ id }) => id === cause)?.name ?? cause;
  return { rule, basis, cause, causeName, control, level, standing, assumed, binding, evidence };
}
