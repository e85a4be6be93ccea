import { Problem } from '../kernel/problem.ts';
import type { Advice, ObjectiveAdvice } from '../model/advice.ts';
import { type Assessment, rowOf } from '../model/assessment.ts';
import type { CeilingRule } from '../model/ceiling-rule.ts';
import { type Objective, topLevel } from '../model/framework.ts';
import type { Reading } from '../model/reading.ts';
import type { ReadingCorrection } from '../model/reading-correction.ts';
import { signalsOf } from '../pack/facts.ts';
import type { Pack } from '../pack/pack.ts';
import { ceilingFrom } from './ceiling.ts';
import { correctedReader, type LapsedCorrection } from './corrections.ts';
import {
  appliesTo,
  ceilingFacts,
  type FactorSettings,
  type Facts,
  factorStates,
  strengthOf,
  targetFacts,
} from './facts.ts';
import { readComments } from './inherit.ts';
import { jsonRulesEvaluator, type RuleTrace } from './json-rules.ts';
import { type CommentReader, commentReader } from './reading/comment-reader.ts';
import { restsOnStandard } from './rests-on-standard.ts';
import { targetFrom } from './target.ts';

/** What advice rests on. */
export interface EvaluationInput {
  /** The last closed assessment before the period. */
  readonly assessment: Assessment;
  /** Earlier ones, for comments that stand on them. */
  readonly earlier: readonly Assessment[];
  /** The period that targets are for. */
  readonly period: string;
  readonly factors: FactorSettings;
  /** What officers said of the readings. */
  readonly corrections: readonly ReadingCorrection[];
}

/** How one objective's advice came about: the facts of the last stage, and every rule that was evaluated. */
export interface ObjectiveTrace {
  readonly objective: number;
  readonly facts: Facts;
  readonly ceilings: readonly RuleTrace[];
  readonly targets: readonly RuleTrace[];
}

/** Advice with what it was made from. */
export interface Evaluation {
  readonly advice: Advice;
  readonly traces: readonly ObjectiveTrace[];
  readonly readings: readonly Reading[];
  readonly lapsed: readonly LapsedCorrection[];
}

/** Evaluates assessments by one pack; kept and reused, so that its engines are made once. */
export type Evaluator = (input: EvaluationInput) => Promise<Evaluation>;

/** What an evaluator is made with. */
export interface EvaluatorOptions {
  /** Gives a reader that may know what a cell says from an earlier time, and makes the true one when it does not. */
  readonly remember?: (make: () => CommentReader) => CommentReader;
}

/**
 * The evaluator of a pack:
 *
 * ```text
 * assessments ─ commentReader, correctedReader ─▶ what each cell says, as officers have it ─ readComments ─▶ readings
 *   then, for each scored objective:
 * score, reading, factors ─ ceilingFacts ─▶ facts ─ ceiling rules ─▶ causes ─ ceilingFrom ─▶ ceiling, potential
 * facts, ceiling, reading ─ targetFacts ─▶ facts ─ target rules ─▶ rule ─ targetFrom ─▶ target
 * ```
 */
export function evaluator(pack: Pack, { remember = (make) => make() }: EvaluatorOptions = {}): Evaluator {
  const rules = jsonRulesEvaluator();
  const read = remember(() => commentReader(pack, rules));
  const relevant = relevantRules(pack);
  const signals = signalsOf(pack);
  const top = topLevel(pack.framework);

  return async ({ assessment, earlier, period, factors: settings, corrections }) => {
    const factors = factorStates(pack, assessment, settings);
    const corrected = correctedReader(pack, read, corrections);
    const readings = await readComments(assessment, earlier, corrected.read);
    const objectives: ObjectiveAdvice[] = [];
    const traces: ObjectiveTrace[] = [];

    for (const objective of pack.framework.objectives) {
      const named = { objective: objective.number, name: objective.name, section: objective.section };
      const row = rowOf(assessment, objective.number);
      const reading = readings.get(objective.number);
      if (row?.state !== 'scored' || reading === undefined) {
        const reason =
          row?.state === 'not-applicable' ? row.reason || 'No reason is given.' : 'No score is given.';
        objectives.push({
          ...named,
          state: row?.state === 'not-applicable' ? row.state : 'not-scored',
          reason,
        });
        continue;
      }
      const { score } = row;
      const candidates = relevant(objective, reading);
      const facts = ceilingFacts(objective, score, reading, signals, factors);
      const ceilings = await rules.evaluate(candidates, facts);
      const holding = candidates.filter(({ id }) => ceilings.some(({ rule, holds }) => holds && rule === id));
      const { ceiling, potential } = ceilingFrom(holding, objective, score, reading, factors, pack);
      const stageFacts = targetFacts(facts, score, reading, ceiling.level);
      const targets = await rules.evaluate(pack.targets, stageFacts);
      const target = targetFrom(
        theOne(pack, targets),
        score,
        Math.min(top, score.achieved + 1),
        ceiling,
        reading,
        pack,
      );
      objectives.push({
        ...named,
        state: 'scored',
        score: { ...score, agreedStandard: restsOnStandard(reading) },
        ceiling,
        headroom: ceiling.level - score.achieved,
        potential,
        target,
      });
      traces.push({ objective: objective.number, facts: stageFacts, ceilings, targets });
    }
    return {
      advice: {
        schema: 1,
        framework: pack.id,
        organisation: assessment.organisation,
        basedOn: assessment.period,
        period,
        pack: { version: pack.version, sha256: pack.sha256 },
        factors,
        objectives,
      },
      traces,
      readings: [...readings.values()],
      lapsed: corrected.lapsed(),
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
