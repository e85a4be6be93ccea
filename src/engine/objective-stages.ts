import { Problem } from '../kernel/problem.ts';
import type { ScoredAdvice } from '../model/advice.ts';
import type { CeilingRule } from '../model/ceiling-rule.ts';
import type { FactorState } from '../model/factor.ts';
import { type Objective, topLevel } from '../model/framework.ts';
import type { Reading } from '../model/reading.ts';
import type { Score } from '../model/score.ts';
import { signalsOf } from '../pack/facts.ts';
import type { Pack } from '../pack/pack.ts';
import { ceilingFrom } from './ceiling.ts';
import { appliesTo, ceilingFacts, type Facts, strengthOf, targetFacts } from './facts.ts';
import type { RuleEvaluator, RuleTrace } from './json-rules.ts';
import { targetFrom } from './target.ts';

/** How one objective's advice came about: the facts of the last stage, and every rule that was evaluated. */
export interface ObjectiveTrace {
  readonly objective: number;
  readonly facts: Facts;
  readonly ceilings: readonly RuleTrace[];
  readonly targets: readonly RuleTrace[];
}

/** What the ceiling and the target of one objective follow from. */
export interface ObjectiveCase {
  readonly objective: Objective;
  readonly score: Score;
  readonly reading: Reading;
  /** The state of every circumstance of the pack. */
  readonly factors: Readonly<Record<string, FactorState>>;
}

/** Ceiling and target of one objective: all but its number, name and section. */
export interface ObjectiveOutcome
  extends Pick<ScoredAdvice, 'ceiling' | 'headroom' | 'potential' | 'target'> {
  readonly trace: ObjectiveTrace;
}

/** Takes one objective through the stages; kept and reused, so that its engines are made once. */
export type ObjectiveStages = (one: ObjectiveCase) => Promise<ObjectiveOutcome>;

/**
 * The stages after reading, for one objective at a time: ceiling rules, then target rules.
 * They throw Problem PACK_BROKEN where no target rule holds.
 */
export function objectiveStages(pack: Pack, rules: RuleEvaluator): ObjectiveStages {
  const relevant = relevantRules(pack);
  const signals = signalsOf(pack);
  const top = topLevel(pack.framework);

  return async ({ objective, score, reading, factors }) => {
    const candidates = relevant(objective, reading);
    const facts = ceilingFacts(objective, score, reading, signals, factors);
    const ceilings = await rules.evaluate(candidates, facts);
    const holding = candidates.filter(({ id }) => ceilings.some(({ rule, holds }) => holds && rule === id));
    const { ceiling, potential } = ceilingFrom(holding, objective, score, reading, factors, pack);
    const stageFacts = targetFacts(facts, score, reading, ceiling.level);
    const targets = await rules.evaluate(pack.targets, stageFacts);
    const next = Math.min(top, score.achieved + 1);
    return {
      ceiling,
      headroom: ceiling.level - score.achieved,
      potential,
      target: targetFrom(theOne(pack, targets), score, next, ceiling, reading, pack),
      trace: { objective: objective.number, facts: stageFacts, ceilings, targets },
    };
  };
}

/** The ceiling rules that could hold for an objective, in order of id, as one reused list for each such set of rules. */
function relevantRules(pack: Pack) {
  const ordered = pack.ceilings.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const lists = new Map<string, readonly CeilingRule[]>();
  return (objective: Objective, reading: Reading) => {
    const rules = ordered.filter((rule) =>
      rule.basis === 'comment' ? strengthOf(reading, rule.signal) !== 'none' : appliesTo(rule, objective),
    );
    const key = rules.map(({ id }) => id).join(' ');
    const kept = lists.get(key) ?? rules;
    lists.set(key, kept);
    return kept;
  };
}

/** The target rule that holds: the first by id where a pack has several, an error where it has none. */
function theOne(pack: Pack, traces: readonly RuleTrace[]) {
  const holding = traces.find(({ holds }) => holds)?.rule;
  const rule = pack.targets.find(({ id }) => id === holding);
  if (rule === undefined)
    throw new Problem('PACK_BROKEN', {
      file: 'targets.json',
      place: pack.id,
      repair: 'Add a rule for the case that none covers.',
    });
  return rule;
}
