import { Engine, type TopLevelCondition } from 'json-rules-engine';
import { resolveView } from '../src/app/workspace/view-of.ts';
import type { Workspace } from '../src/app/workspace/workspace.ts';
import { ceilingFrom } from '../src/engine/ceiling.ts';
import { evaluator } from '../src/engine/evaluate.ts';
import { ceilingFacts, type Facts, targetFacts } from '../src/engine/facts.ts';
import { type EvaluableRule, jsonRulesEvaluator } from '../src/engine/json-rules.ts';
import { targetFrom } from '../src/engine/target.ts';
import { scoredAdvice } from '../src/model/advice.ts';
import type { CeilingRule } from '../src/model/ceiling-rule.ts';
import { topLevel } from '../src/model/framework.ts';
import type { Reading } from '../src/model/reading.ts';
import { sideBySide } from '../src/speed/side-by-side.ts';
import { line } from './times.ts';

const alone = 'json-rules-engine alone';

/**
 * Advice for every objective of an organisation, beside json-rules-engine alone over the same rules and facts. Both
 * begin from readings and keep their engines; ours also makes traces, ceilings, targets and their sentences.
 */
export async function benchAdvice(workspace: Workspace, organisation: string): Promise<readonly string[]> {
  const { pack, input } = resolveView(workspace, { organisation });
  const evaluate = evaluator(pack);
  const { advice, traces, readings } = await evaluate(input);
  const readingOf = new Map<number, Reading>(readings.map((reading) => [reading.objective, reading]));
  const lists = new Map<string, readonly CeilingRule[]>();
  const cases = scoredAdvice(advice).flatMap(({ objective, score }) => {
    const framed = pack.framework.objectives.find(({ number }) => number === objective);
    const reading = readingOf.get(objective);
    const trace = traces.find((each) => each.objective === objective);
    if (framed === undefined || reading === undefined || trace === undefined) return [];
    const key = trace.ceilings.map(({ rule }) => rule).join(' ');
    const rules = lists.get(key) ?? pack.ceilings.filter(({ id }) => key.split(' ').includes(id));
    lists.set(key, rules);
    return [{ framed, score, reading, rules, facts: trace.facts }];
  });
  const engines = new Map([...lists.values(), pack.targets].map((rules) => [rules, engineOf(rules)]));
  const ours = jsonRulesEvaluator();
  const top = topLevel(pack.framework);

  const withoutReading = async () => {
    for (const { framed, score, reading, rules } of cases) {
      const signals = rules.flatMap((rule) => (rule.basis === 'comment' ? [rule.signal] : []));
      const facts = ceilingFacts(framed, score, reading, signals, advice.factors);
      const held = await ours.evaluate(rules, facts);
      const holding = rules.filter(({ id }) => held.some(({ rule, holds }) => holds && rule === id));
      const { ceiling } = ceilingFrom(holding, framed, score, reading, advice.factors, pack);
      const targets = await ours.evaluate(pack.targets, targetFacts(facts, score, reading, ceiling.level));
      const rule = pack.targets.find(({ id }) => targets.some((each) => each.holds && each.rule === id));
      if (rule === undefined) throw new Error(`no target for ${framed.number}`);
      targetFrom(rule, score, Math.min(top, score.achieved + 1), ceiling, reading, pack);
    }
  };
  const engineAlone = async () => {
    for (const { rules, facts } of cases) {
      await engines.get(rules)?.run({ ...facts });
      await engines.get(pack.targets)?.run({ ...facts });
    }
  };

  const times = await sideBySide(
    [
      { name: 'advice', work: withoutReading },
      { name: alone, work: engineAlone },
      { name: 'reading too', work: () => evaluate(input) },
    ],
    { rounds: 40, unmeasured: 10 },
  );
  const rules = [...engines.keys()].flat().length;
  const against = { name: 'the engine alone', times: times.get(alone) };
  return [
    `Advice with traces for ${cases.length} objectives (${engines.size} engines, ${rules} rules in them)`,
    line('json-rules-engine alone', times.get(alone)),
    line('advice from readings', times.get('advice'), { ...against, aim: 'at most 1.5' }),
    line('advice from texts: reading them too', times.get('reading too'), against),
  ];
}

function engineOf(rules: readonly EvaluableRule[]): { readonly run: (facts: Facts) => Promise<unknown> } {
  const engine = new Engine([], { allowUndefinedFacts: false });
  for (const { id, when } of rules)
    engine.addRule({ name: id, conditions: structuredClone(when) as TopLevelCondition, event: { type: id } });
  return engine;
}
