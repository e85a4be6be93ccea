import { testsOf } from '../model/condition.ts';
import type { EvaluableRule, FactValue, RuleEvaluator, RuleTrace } from './json-rules.ts';

/**
 * An evaluator that asks another one about each rule once for each way in which the facts that it tests are: nothing
 * else can change what the rule answers. For cases by the thousand that differ little; it forgets nothing.
 */
export function rememberedEvaluator(evaluator: RuleEvaluator): RuleEvaluator {
  const asked = new WeakMap<
    EvaluableRule,
    (facts: Readonly<Record<string, FactValue>>) => Promise<RuleTrace>
  >();
  const asking = (rule: EvaluableRule) => {
    const alone = [rule];
    const tested = [...new Set(testsOf(rule.when).map(({ fact }) => fact))];
    const answers = new Map<string, Promise<RuleTrace>>();
    return (facts: Readonly<Record<string, FactValue>>) => {
      const key = tested.map((fact) => String(facts[fact])).join('\u0000');
      const answer =
        answers.get(key) ?? evaluator.evaluate(alone, facts).then(([trace]) => theOne(trace, rule));
      answers.set(key, answer);
      return answer;
    };
  };
  return {
    evaluate: async (rules, facts) => {
      const traces: RuleTrace[] = [];
      for (const rule of rules) {
        const ask = asked.get(rule) ?? asking(rule);
        asked.set(rule, ask);
        traces.push(await ask(facts));
      }
      return traces.sort((a, b) => (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0));
    },
  };
}

function theOne(trace: RuleTrace | undefined, { id }: EvaluableRule): RuleTrace {
  if (trace === undefined) throw new Error(`no answer to rule ${id}`);
  return trace;
}
