import type { Ceiling, CeilingCause, Evidence, Quoted } from '../model/advice.ts';
import type { CeilingRule } from '../model/ceiling-rule.ts';
import type { FactorState } from '../model/factor.ts';
import { type Objective, topLevel } from '../model/framework.ts';
import type { Obstacle, Reading } from '../model/reading.ts';
import type { Score } from '../model/score.ts';
import type { Pack } from '../pack/pack.ts';
import { explainCeiling } from './explain.ts';
import { rubricEvidence } from './rubric-evidence.ts';

/** A ceiling, and the ceiling with every external cause removed. */
export interface CeilingAndPotential {
  readonly ceiling: Ceiling;
  readonly potential: number;
}

/**
 * The ceiling from the rules that hold: `max(achieved, min of the binding causes' levels)`, the top level without any.
 * Hedged and overtaken causes are listed and do not bind.
 */
export function ceilingFrom(
  rules: readonly CeilingRule[],
  objective: Objective,
  score: Score,
  reading: Reading,
  factors: Readonly<Record<string, FactorState>>,
  pack: Pack,
): CeilingAndPotential {
  const top = topLevel(pack.framework);
  const causes = rules.flatMap((rule) => causesFrom(rule, objective, score, reading, factors, pack));
  const limiting = causes.filter(({ strength, overtaken }) => strength === 'stated' && !overtaken);
  const level = lowest(limiting, top);
  const marked = causes
    .toSorted((a, b) => a.level - b.level || (a.rule < b.rule ? -1 : 1))
    .map((cause) => ({
      ...cause,
      binding: limiting.includes(cause) && cause.level === level && level < top,
    }));
  const binding = marked.filter((cause) => cause.binding);
  const ceiling = {
    level,
    capped: level === top ? 'no' : level === score.achieved ? 'now' : 'later',
    control: controlOf(binding),
    causes: marked,
  } as const;
  return {
    ceiling: { ...ceiling, because: explainCeiling(ceiling, factors, pack) },
    potential: lowest(
      limiting.filter(({ control }) => control === 'internal'),
      top,
    ),
  };
}

function lowest(causes: readonly CeilingCause[], top: number): number {
  return Math.min(top, ...causes.map(({ level }) => level));
}

function controlOf(binding: readonly CeilingCause[]): Ceiling['control'] {
  const controls = new Set(binding.map(({ control }) => control));
  const [only] = controls;
  return only === undefined ? null : controls.size === 1 ? only : 'mixed';
}

function causesFrom(
  rule: CeilingRule,
  objective: Objective,
  score: Score,
  reading: Reading,
  factors: Readonly<Record<string, FactorState>>,
  pack: Pack,
): readonly CeilingCause[] {
  const control = pack.causes.find(({ id }) => id === rule.cause)?.control ?? 'internal';
  const shared = {
    rule: rule.id,
    title: rule.title,
    citation: rule.citation,
    cause: rule.cause,
    control,
    factor: rule.factor,
    binding: false,
  };
  if (rule.basis === 'comment') {
    return saidTogether(reading, rule.signal, score).map(([first, ...rest]) => {
      const said = [first, ...rest];
      const level = Math.min(...said.map((obstacle) => obstacle.level));
      return {
        ...shared,
        basis: 'comment',
        level,
        strength: first.strength,
        standing: said.find(({ standing }) => standing !== 'read')?.standing ?? 'read',
        assumed: false,
        overtaken: level < score.achieved,
        until: firstMoment(said, 'until'),
        reviewBy: firstMoment(said, 'reviewBy'),
        waitsOn: firstMoment(said, 'waitsOn'),
        evidence: distinct(said.map(({ words }) => words)),
      };
    });
  }
  const level = rule.rulesOut - 1;
  const overtaken = level < score.achieved;
  if (overtaken && rule.factor !== null && factors[rule.factor] === 'claimed') return [];
  const cause: CeilingCause = {
    ...shared,
    basis: rule.basis,
    level,
    strength: 'stated',
    standing: 'read',
    assumed: rule.basis === 'principle',
    overtaken,
    until: null,
    reviewBy: null,
    waitsOn: null,
    evidence: [rubricEvidence(rule, objective, pack)],
  };
  return [cause];
}

/**
 * The obstacles of a signal, those that the score has overtaken apart, as they no longer decide; of each, the stated
 * ones, else the hedged ones.
 */
function saidTogether(
  reading: Reading,
  signal: string,
  score: Score,
): readonly (readonly [Obstacle, ...Obstacle[]])[] {
  const raised = reading.obstacles.filter((obstacle) => obstacle.signal === signal);
  return [true, false].flatMap((overtaken) => {
    const alike = raised.filter(({ level }) => level < score.achieved === overtaken);
    const stated = alike.filter(({ strength }) => strength === 'stated');
    const [first, ...rest] = stated.length > 0 ? stated : alike;
    return first === undefined ? [] : [[first, ...rest] as const];
  });
}

function firstMoment(said: readonly Obstacle[], moment: 'until' | 'reviewBy' | 'waitsOn'): Quoted | null {
  return said.find((obstacle) => obstacle[moment] !== null)?.[moment] ?? null;
}

/** Each place that is quoted once; the same place of two periods is two. */
function distinct(quotes: readonly Quoted[]): Evidence[] {
  const places = new Map(quotes.toReversed().map((quoted) => [`${quoted.period} ${quoted.start}`, quoted]));
  return quotes
    .filter((quoted) => places.get(`${quoted.period} ${quoted.start}`) === quoted)
    .map((quoted) => ({ source: 'comment', ...quoted }));
}
