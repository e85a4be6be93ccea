import type { Strength } from '../model/advice.ts';
import type { Assessment } from '../model/assessment.ts';
import type { FactorState } from '../model/factor.ts';
import type { Objective } from '../model/framework.ts';
import type { Reading } from '../model/reading.ts';
import type { Score } from '../model/score.ts';
import type { Pack } from '../pack/pack.ts';

/** What is set of circumstances, by factor id; what is not set is unknown. */
export type FactorSettings = Readonly<Record<string, FactorState>>;

/** The facts of one stage: each has a value, unknown included. */
export type Facts = Readonly<Record<string, string | number>>;

/**
 * The state of every factor of the pack: as set, else `claimed` where a score stands at a level whose words need it,
 * else `unknown`.
 */
export function factorStates(
  pack: Pack,
  assessment: Assessment,
  settings: FactorSettings,
): Readonly<Record<string, FactorState>> {
  const claimed = new Set(
    pack.ceilings.flatMap((rule) => {
      if (rule.basis === 'comment' || rule.factor === null) return [];
      const claims = assessment.rows.some(
        (row) =>
          row.state === 'scored' &&
          row.score.achieved >= rule.rulesOut &&
          pack.framework.objectives.some((each) => each.number === row.objective && appliesTo(rule, each)),
      );
      return claims ? [rule.factor] : [];
    }),
  );
  return Object.fromEntries(
    pack.factors.map(({ id }): [string, FactorState] => {
      const set = (Object.hasOwn(settings, id) ? settings[id] : undefined) ?? 'unknown';
      return [id, set === 'unknown' && claimed.has(id) ? 'claimed' : set];
    }),
  );
}

/** Whether a rule from the rubric's words is about an objective. */
export function appliesTo(
  rule:
    | { readonly basis: 'criterion'; readonly objectives: readonly number[] }
    | { readonly basis: 'principle'; readonly sections: readonly string[] },
  objective: Objective,
): boolean {
  return rule.basis === 'criterion'
    ? rule.objectives.includes(objective.number)
    : rule.sections.includes(objective.section);
}

/** How strongly a reading raises a signal. */
export function strengthOf(reading: Reading, signal: string): Strength | 'none' {
  const raised = reading.obstacles.filter((obstacle) => obstacle.signal === signal);
  if (raised.length === 0) return 'none';
  return raised.some(({ strength }) => strength === 'stated') ? 'stated' : 'hedged';
}

/** The facts of the ceiling stage. */
export function ceilingFacts(
  objective: Objective,
  score: Score,
  reading: Reading,
  signals: readonly string[],
  factors: Readonly<Record<string, FactorState>>,
): Facts {
  return {
    objective: objective.number,
    section: objective.section,
    achieved: score.achieved,
    ...Object.fromEntries(signals.map((signal) => [`said.${signal}`, strengthOf(reading, signal)])),
    ...Object.fromEntries(Object.entries(factors).map(([id, state]) => [`factor.${id}`, state])),
  };
}

/** The facts of the target stage: those of the ceiling stage, and what follows from the ceiling and the comment. */
export function targetFacts(facts: Facts, score: Score, reading: Reading, ceiling: number): Facts {
  return {
    ...facts,
    workingTowards: score.workingTowards === null ? 'no' : 'yes',
    decision: reading.decision === null ? 'none' : 'hold',
    path: pathOf(reading),
    room: ceiling - score.achieved,
  };
}

/** Where the courses of a reading lead: the furthest of them. */
export function pathOf(reading: Reading): 'leads' | 'aimed' | 'unaimed' | 'maintains' | 'none' {
  const { courses } = reading;
  if (courses.some(({ path }) => path === 'leads')) return 'leads';
  if (courses.some(({ path, aimed }) => path === 'explores' && aimed)) return 'aimed';
  if (courses.some(({ path }) => path === 'explores')) return 'unaimed';
  return courses.length > 0 ? 'maintains' : 'none';
}
