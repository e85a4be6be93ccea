import { Engine, type NestedCondition, type RuleResult, type TopLevelCondition } from 'json-rules-engine';
import { type Condition, type FactTest, membersOf } from '../model/condition.ts';

/** What a rule must have to be evaluated. */
export interface EvaluableRule {
  readonly id: string;
  readonly when: Condition;
}

/** The value of a fact: a number, a word, or the names of the phrases that a sentence says. */
export type FactValue = number | string | readonly string[];

/** One test as it was evaluated. */
export interface TestTrace {
  readonly fact: string;
  readonly operator: string;
  readonly value: unknown;
  readonly seen: unknown;
  readonly holds: boolean;
}

/** A group as it was evaluated, every member shown, those that did not matter too. */
export interface GroupTrace {
  readonly group: 'all' | 'any';
  readonly holds: boolean;
  readonly members: readonly (TestTrace | GroupTrace)[];
}

/** A rule as it was evaluated. */
export interface RuleTrace {
  readonly rule: string;
  readonly holds: boolean;
  readonly condition: GroupTrace;
}

/** Evaluates rules over facts. */
export interface RuleEvaluator {
  /**
   * Every rule's trace, in order of rule id.
   * @param rules a list that is reused between calls: its engine is kept with it
   * @param facts a value for every fact that the rules test; a missing one is our mistake and throws
   */
  readonly evaluate: (
    rules: readonly EvaluableRule[],
    facts: Readonly<Record<string, FactValue>>,
  ) => Promise<readonly RuleTrace[]>;
}

/**
 * An evaluator of the closed rule form with json-rules-engine.
 *
 * It avoids what goes wrong silently there: facts are plain values (undefined ones throw), runs of one engine
 * never overlap (an overlapping run loses rules), and results are sorted (they come in order of completion).
 */
export function jsonRulesEvaluator(): RuleEvaluator {
  const kept = new WeakMap<readonly EvaluableRule[], { engine: Engine; last: Promise<unknown> }>();
  return {
    evaluate: async (rules, facts) => {
      if (rules.length === 0) return [];
      const entry = kept.get(rules) ?? { engine: engineFor(rules), last: Promise.resolve() };
      kept.set(rules, entry);
      const run = entry.last.then(() => entry.engine.run({ ...facts }));
      entry.last = run.catch(() => undefined);
      const { results, failureResults } = await run;
      return [...results, ...failureResults]
        .map(traceRule)
        .sort((a, b) => (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0));
    },
  };
}

/**
 * Rules in an engine of their own with nothing of ours around it, to measure against: what holds, in order of
 * completion. Its runs must not overlap.
 */
export function bareEngine(
  rules: readonly EvaluableRule[],
): (facts: Readonly<Record<string, FactValue>>) => Promise<readonly { readonly name: string }[]> {
  const engine = engineFor(rules);
  return async (facts) => (await engine.run({ ...facts })).results;
}

function engineFor(rules: readonly EvaluableRule[]): Engine {
  const engine = new Engine([], { allowUndefinedFacts: false });
  engine.addOperator<readonly string[], string>('says', (said, phrases) => said.includes(phrases));
  engine.addOperator<readonly string[], string>('doesNotSay', (said, phrases) => !said.includes(phrases));
  for (const { id, when } of rules) {
    engine.addRule({ name: id, conditions: topLevel(when), event: { type: id } });
  }
  return engine;
}

function topLevel(condition: Condition): TopLevelCondition {
  const members = membersOf(condition).map(nested);
  return 'all' in condition ? { all: members } : { any: members };
}

function nested(member: FactTest | Condition): NestedCondition {
  return 'fact' in member ? { ...member } : topLevel(member);
}

function traceRule(result: RuleResult): RuleTrace {
  const holds = result.result === true;
  // The engine leaves the outermost group without a result of its own.
  return { rule: result.name, holds, condition: { ...traceGroup(result.conditions), holds } };
}

function traceGroup(condition: unknown): GroupTrace {
  const node = condition as { all?: unknown[]; any?: unknown[]; result?: boolean };
  const group = node.all === undefined ? 'any' : 'all';
  return { group, holds: node.result === true, members: (node[group] ?? []).map(traceMember) };
}

function traceMember(member: unknown): TestTrace | GroupTrace {
  const node = member as {
    fact?: string;
    operator: string;
    value: unknown;
    factResult: unknown;
    result?: boolean;
  };
  if (node.fact === undefined) return traceGroup(member);
  return {
    fact: node.fact,
    operator: node.operator,
    value: node.value,
    seen: node.factResult,
    holds: node.result === true,
  };
}
