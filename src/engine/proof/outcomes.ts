import { asProblem } from '../../kernel/problem.ts';
import type { Pack } from '../../pack/pack.ts';
import { jsonRulesEvaluator } from '../json-rules.ts';
import { objectiveStages } from '../objective-stages.ts';
import { rememberedEvaluator } from '../remembered-evaluator.ts';
import { objectiveCaseOf, type ProofCase } from './proof-case.ts';

/** The levels that came out of a case. */
export interface ProofLevels {
  readonly ceiling: number;
  /** Null where no target rule holds. */
  readonly target: number | null;
  /** The ids of the target rules that hold, in order. */
  readonly rules: readonly string[];
}

/** What came out of a case. */
export interface ProofOutcome extends ProofLevels {
  /** What came out of it with the rules in the opposite order; null where that is the same to the last word. */
  readonly turned: ProofLevels | null;
}

/** Answers cases by a pack's rules; each case once, as long as it is not told to forget. */
export interface Outcomes {
  readonly of: (one: ProofCase) => Promise<ProofOutcome>;
  readonly forget: () => void;
}

/** The outcomes of cases by a pack, evaluated by json-rules-engine, with its rules as they stand and turned round. */
export function outcomes(pack: Pack): Outcomes {
  const usual = answering(pack);
  const turned = answering({
    ...pack,
    ceilings: pack.ceilings.toReversed(),
    targets: pack.targets.toReversed(),
    factors: pack.factors.toReversed(),
    causes: pack.causes.toReversed(),
  });
  const kept = new Map<string, Promise<ProofOutcome>>();
  const answer = async (one: ProofCase): Promise<ProofOutcome> => {
    const [{ words, ...levels }, { words: otherWords, ...others }] = [await usual(one), await turned(one)];
    return { ...levels, turned: words === otherWords ? null : others };
  };
  return {
    of: (one) => {
      const { objective, score, decision, path, factors, limits } = one;
      const key = JSON.stringify([objective.number, score.label, decision, path, factors, limits]);
      const found = kept.get(key) ?? answer(one);
      kept.set(key, found);
      return found;
    },
    forget: () => kept.clear(),
  };
}

type Answer = ProofLevels & { readonly words: string };

function answering(pack: Pack): (one: ProofCase) => Promise<Answer> {
  const rules = rememberedEvaluator(jsonRulesEvaluator());
  const stages = objectiveStages(pack, rules);
  const ceilingAlone = objectiveStages({ ...pack, targets: [staying] }, rules);
  return async (one) => {
    const given = objectiveCaseOf(pack, one);
    try {
      const { trace, ...outcome } = await stages(given);
      return {
        ceiling: outcome.ceiling.level,
        target: outcome.target.level,
        rules: trace.targets.filter(({ holds }) => holds).map(({ rule }) => rule),
        words: JSON.stringify(outcome),
      };
    } catch (thrown) {
      if (asProblem(thrown).code !== 'PACK_BROKEN') throw thrown;
      const { ceiling } = await ceilingAlone(given);
      return { ceiling: ceiling.level, target: null, rules: [], words: JSON.stringify(ceiling) };
    }
  };
}

/** A target rule that always holds, for the ceiling of a case that no rule of the pack has a target for. */
const staying: Pack['targets'][number] = {
  id: 'stay',
  title: 'Stay',
  citation: 'None',
  stance: 'hold',
  when: { all: [{ fact: 'room', operator: 'greaterThanInclusive', value: 0 }] },
  because: 'None.',
  shows: 'nothing',
};
