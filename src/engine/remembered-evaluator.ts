import { testsOf } from '../model/condition.ts';
import type { EvaluableRule, FactValue, RuleEvaluator, RuleTrace } from './json-rules.ts';

/**
 * An evaluator that asks another one once for each list of rules and each way in which the facts that they test are:
 * other facts cannot change what a rule answers. For cases by the thousand that differ little; it forgets nothing.
 */
export function rememberedEvaluator(evaluator: RuleEvaluator): RuleEvaluator {
  const kept = new WeakMap<
    readonly EvaluableRule[],
    { readonly facts: readonly string[]; readonly answers: Map<string, Promise<readonly RuleTrace[]>> }
  >();
  return {
    evaluate: (rules, facts) => {
      const known = kept.get(rules) ?? { facts: factsOf(rules), answers: new Map() };
      kept.set(rules, known);
      const key = known.facts.map((fact) => written(facts[fact])).join('\u0000');
      const answer = known.answers.get(key) ?? evaluator.evaluate(rules, facts);
      known.answers.set(key, answer);
      return answer;
    },
  };
}

function factsOf(rules: readonly EvaluableRule[]): readonly string[] {
  return [...new Set(rules.flatMap(({ when }) => testsOf(when).map(({ fact }) => fact)))];
}

function written(value: FactValue | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}
