import { asProblem } from '../../kernel/problem.ts';
import type { Pack } from '../../pack/pack.ts';
import { jsonRulesEvaluator } from '../json-rules.ts';
import { objectiveStages } from '../objective-stages.ts';
import { rememberedEvaluator } from '../remembered-evaluator.ts';
import { objectiveCaseOf, type ProofCase } from './proof-case.ts';
import { staying } from './staying.ts';

/** What came out of a case. */
export interface ProofOutcome {
  readonly ceiling: number;
  /** Null where no target rule holds. */
  readonly target: number | null;
  /** The ids of the target rules that hold, in order. */
  readonly rules: readonly string[];
}

/** Answers cases by a pack's rules. */
export interface Outcomes {
  /** The outcome of a case; each is worked out once, as long as it is not told to forget. */
  readonly of: (one: ProofCase) => Promise<ProofOutcome>;
  /** The outcome with the rules in the opposite order; null where that is the same to the last word. */
  readonly turned: (one: ProofCase) => Promise<ProofOutcome | null>;
  readonly forget: () => void;
}

/** The outcomes of cases by a pack, evaluated by json-rules-engine, with its rules as they stand and turned round. */
export function outcomes(pack: Pack): Outcomes {
  const usual = answering(pack);
  const opposite = answering({
    ...pack,
    ceilings: pack.ceilings.toReversed(),
    targets: pack.targets.toReversed(),
    factors: pack.factors.toReversed(),
    causes: pack.causes.toReversed(),
  });
  const kept = new Map<string, ProofOutcome>();
  return {
    of: async (one) => {
      const key = keyOf(one);
      const found = kept.get(key) ?? (await usual(one)).levels;
      kept.set(key, found);
      return found;
    },
    turned: async (one) => {
      const [{ levels, outcome }, turned] = [await usual(one), await opposite(one)];
      kept.set(keyOf(one), levels);
      return JSON.stringify(outcome) === JSON.stringify(turned.outcome) ? null : turned.levels;
    },
    forget: () => kept.clear(),
  };
}

function keyOf({ objective, score, decision, path, factors, limits }: ProofCase): string {
  return JSON.stringify([objective.number, score.label, decision, path, factors, limits]);
}

interface Answer {
  readonly levels: ProofOutcome;
  /** All that advice would say. */
  readonly outcome: object;
}

function answering(pack: Pack): (one: ProofCase) => Promise<Answer> {
  const rules = rememberedEvaluator(jsonRulesEvaluator());
  const stages = objectiveStages(pack, rules);
  const ceilingAlone = objectiveStages(staying(pack), rules);
  return async (one) => {
    const given = objectiveCaseOf(pack, one);
    try {
      const { trace, ...outcome } = await stages(given);
      const rules = trace.targets.filter(({ holds }) => holds).map(({ rule }) => rule);
      return { levels: { ceiling: outcome.ceiling.level, target: outcome.target.level, rules }, outcome };
    } catch (thrown) {
      if (asProblem(thrown).code !== 'PACK_BROKEN') throw thrown;
      const { ceiling } = await ceilingAlone(given);
      return { levels: { ceiling: ceiling.level, target: null, rules: [] }, outcome: ceiling };
    }
  };
}
