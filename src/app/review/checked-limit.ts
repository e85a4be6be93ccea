import { Problem } from '../../kernel/problem.ts';
import type { Pack } from '../../pack/pack.ts';

/** A cause that the pack can make a limit of when a comment gives it. @throws Problem BAD_VALUE */
export function checkedCause(pack: Pack, cause: string): string {
  const allowed = commentCauses(pack);
  if (allowed.includes(cause)) return cause;
  throw new Problem('BAD_VALUE', {
    place: 'cause',
    seen: cause === '' ? 'nothing' : cause,
    allowed: allowed.join(', '),
    repair: 'Name one of these causes.',
  });
}

/** The causes that comments can give, in the pack's order. */
export function commentCauses({ causes, ceilings }: Pack): readonly string[] {
  return causes
    .map(({ id }) => id)
    .filter((id) => ceilings.some((rule) => rule.basis === 'comment' && rule.cause === id));
}

/** The circumstances that can lift a cause that a comment gives, null for none among them; in the order of the rules. */
export function factorsOfCause({ ceilings }: Pack, cause: string): readonly (string | null)[] {
  const rules = ceilings.filter((rule) => rule.basis === 'comment' && rule.cause === cause);
  return [...new Set(rules.map(({ factor }) => factor))];
}

/** The circumstance of a cause where it is clear: none where a rule has none, else the only one. @throws Problem BAD_VALUE */
export function usualFactor(pack: Pack, cause: string): string | null {
  const factors = factorsOfCause(pack, cause);
  const [only] = factors;
  if (factors.includes(null) || only === undefined) return null;
  if (factors.length === 1) return only;
  throw new Problem('BAD_VALUE', {
    place: 'factor',
    seen: `none, for the cause ${cause}`,
    allowed: factors.join(', '),
    repair: 'Name the circumstance that would lift it.',
  });
}

/** A circumstance that can lift a cause. @throws Problem UNKNOWN_FACTOR, BAD_VALUE */
export function checkedFactor(pack: Pack, cause: string, factor: string | null): string | null {
  const allowed = factorsOfCause(pack, cause);
  if (allowed.includes(factor)) return factor;
  if (factor !== null && !pack.factors.some(({ id }) => id === factor))
    throw new Problem('UNKNOWN_FACTOR', {
      place: 'factor',
      seen: factor,
      allowed: allowed.map((each) => each ?? 'none').join(', '),
      repair: 'Name one of these.',
    });
  throw new Problem('BAD_VALUE', {
    place: 'factor',
    seen: `${factor ?? 'none'}, for the cause ${cause}`,
    allowed: allowed.map((each) => each ?? 'none').join(', '),
    repair: 'Name a circumstance that the rules know for this cause.',
  });
}

/** A level of the framework; null, which leaves it to the rules, stays. @throws Problem BAD_VALUE */
export function checkedLevel({ framework }: Pack, level: number | null): number | null {
  const levels = framework.levels.map((each) => each.level).toSorted((a, b) => a - b);
  if (level === null || levels.includes(level)) return level;
  throw new Problem('BAD_VALUE', {
    place: 'level',
    seen: String(level),
    allowed: levels.join(', '),
    repair: 'Give the highest level that the reason leaves within reach.',
  });
}
