import { topLevel } from '../../model/framework.ts';
import type { PackCase } from '../../model/pack-case.ts';
import type { Pack } from '../../pack/pack.ts';
import { withLimit } from './domain.ts';
import type { Outcomes, ProofOutcome } from './outcomes.ts';
import type { ProofCase } from './proof-case.ts';

/** What must hold of every case, in the order in which it is told. */
export const properties = [
  {
    name: 'bounds',
    says: 'The score is at most the target, the target at most the ceiling, the ceiling at most the top level',
  },
  { name: 'one-rule', says: 'Exactly one target rule holds' },
  { name: 'lifting', says: 'A circumstance that becomes true lowers no ceiling and no target' },
  {
    name: 'missing',
    says: 'What is not known or not said awards no level, lifts no ceiling and imposes none',
  },
  { name: 'order', says: 'The order of rules, circumstances and causes changes nothing' },
] as const;

/** The name of a property. */
export type PropertyName = (typeof properties)[number]['name'];

/** That a property does not hold: the case to look at, what it must come out as, and why, in a sentence. */
export interface Violation {
  readonly property: PropertyName;
  readonly one: ProofCase;
  readonly expected: PackCase['expected'];
  readonly sentence: string;
}

/** What is wrong with a case by one property, or null; cases beside it are asked where the property compares. */
export type PropertyCheck = (one: ProofCase) => Promise<Violation | null>;

/** The checks of a pack's properties, in their order. */
export function propertyChecks(
  pack: Pack,
  { of, turned }: Outcomes,
): Readonly<Record<PropertyName, PropertyCheck>> {
  const top = topLevel(pack.framework);
  return {
    order: async (one) => {
      const other = await turned(one);
      if (other === null) return null;
      return {
        property: 'order',
        one,
        expected: otherwise(other, await of(one)) ?? { ceiling: other.ceiling },
        sentence: 'The rules say the same in another order.',
      };
    },

    bounds: async (one) => {
      const { ceiling, target } = await of(one);
      const { achieved } = one.score;
      const violation = (expected: PackCase['expected'], sentence: string): Violation => ({
        property: 'bounds',
        one,
        expected,
        sentence,
      });
      const highest = Math.max(achieved, Math.min(ceiling, top));
      if (ceiling !== highest)
        return violation({ ceiling: highest }, `The ceiling is from the score to ${top}.`);
      if (target === null || (achieved <= target && target <= ceiling)) return null;
      const nearest = Math.min(Math.max(target, achieved), ceiling);
      return violation({ target: nearest }, 'The target is neither under the score nor above the ceiling.');
    },

    'one-rule': async (one) => {
      const { ceiling, rules } = await of(one);
      const [first, ...others] = rules;
      if (first !== undefined && others.length === 0) return null;
      return {
        property: 'one-rule',
        one,
        expected: first === undefined ? { ceiling } : { rule: first },
        sentence:
          first === undefined
            ? 'Exactly one target rule holds; here there is none.'
            : `Exactly one target rule holds; here there are ${rules.length}: ${rules.join(', ')}.`,
      };
    },

    lifting: async (one) => {
      const before = await of(one);
      for (const [id, state] of Object.entries(one.factors)) {
        if (state === 'yes') continue;
        const lifted = { ...one, factors: { ...one.factors, [id]: 'yes' as const } };
        const expected = fallen(before, await of(lifted));
        if (expected !== null)
          return {
            property: 'lifting',
            one: lifted,
            expected,
            sentence: `When ${id} becomes true, ceiling and target do not fall.`,
          };
      }
      return null;
    },

    missing: async (one) => {
      const seen = await of(one);
      for (const [id, state] of Object.entries(one.factors)) {
        if (state !== 'unknown') continue;
        const known = await of({ ...one, factors: { ...one.factors, [id]: 'no' } });
        const expected = otherwise(known, seen);
        if (expected !== null)
          return {
            property: 'missing',
            one,
            expected,
            sentence: `While ${id} is unknown, ceiling and target are what they are without it.`,
          };
      }
      for (const signal of Object.keys(one.limits)) {
        const silent = withLimit(one, signal, null);
        if ((await of(silent)).ceiling < seen.ceiling)
          return {
            property: 'missing',
            one: silent,
            expected: { ceiling: seen.ceiling },
            sentence: `Where the comment says nothing of ${signal}, the ceiling is no lower than where it does.`,
          };
      }
      const { achieved, workingTowards } = one.score;
      if (one.path === 'none' && workingTowards === null && (seen.target ?? achieved) !== achieved)
        return {
          property: 'missing',
          one,
          expected: { target: achieved },
          sentence: 'Where nothing is under way and nothing written leads on, the target is the score.',
        };
      return null;
    },
  };
}

/** What of the levels fell, at what it was; null where nothing did. */
function fallen(before: ProofOutcome, then: ProofOutcome): PackCase['expected'] | null {
  if (then.ceiling < before.ceiling) return { ceiling: before.ceiling };
  if (before.target === null || then.target === null || then.target >= before.target) return null;
  return { target: before.target };
}

/** What of the levels is not as wanted; null where all is. */
function otherwise(wanted: ProofOutcome, seen: ProofOutcome): PackCase['expected'] | null {
  if (wanted.ceiling !== seen.ceiling) return { ceiling: wanted.ceiling };
  if (wanted.target === null || seen.target === null || wanted.target === seen.target) return null;
  return { target: wanted.target };
}
