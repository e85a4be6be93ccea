/**
 * A choice by its days and its gain. The key says who rises, and how far: one field of bits for each objective, the
 * lowest number in the highest bits, so that of two choices the one with lower numbers has the greater key, and keys
 * of choices among different objectives add up.
 */
export interface Mark {
  readonly days: number;
  readonly gain: number;
  readonly key: bigint;
}

/** No rise. */
export const nothing: Mark = { days: 0, gain: 0, key: 0n };

/**
 * Marks worth having, by days ascending: each gains more than all before it. Of choices with equal days and gain the
 * one with the greater key is kept. Since days, gain and key add up, whatever is added to a mark that is not worth
 * having is not worth having either: lists can be combined step by step, and no best choice is lost.
 */
export type Marks = readonly Mark[];

/** Those of some marks, in any order, that are worth having. */
export function worthHaving(marks: readonly Mark[]): Marks {
  return marks.reduce<Marks>((best, mark) => united(best, [mark]), []);
}

/**
 * Each mark of one list together with each of another, as far as worth having.
 * @param most the most days; those with more are left out
 */
export function combined(some: Marks, others: Marks, most = Number.POSITIVE_INFINITY): Marks {
  const [base, shifts] = some.length < others.length ? [others, some] : [some, others];
  let best: Marks = [];
  for (const shift of shifts) best = united(best, base, shift, most);
  return best;
}

/** The marks of two lists, the second with a mark added to each, as far as worth having. */
export function united(
  some: Marks,
  others: Marks,
  { days, gain, key }: Mark = nothing,
  most = Number.POSITIVE_INFINITY,
): Marks {
  const best: Mark[] = [];
  let last = -1;
  let [left, right] = [0, 0];
  for (;;) {
    const one = some[left];
    const base = others[right];
    const other = base !== undefined && base.days + days <= most ? base : undefined;
    if (one === undefined && other === undefined) return best;
    const difference =
      one === undefined
        ? 1
        : other === undefined
          ? -1
          : one.days - other.days - days || other.gain + gain - one.gain;
    const takesOne = difference < 0 || (difference === 0 && (one?.key ?? 0n) >= (other?.key ?? 0n) + key);
    if (takesOne && one !== undefined) {
      left++;
      if (one.gain > last) best.push(one);
    } else if (other !== undefined) {
      right++;
      if (other.gain + gain > last)
        best.push({ days: other.days + days, gain: other.gain + gain, key: other.key + key });
    }
    last = best.at(-1)?.gain ?? last;
  }
}

/** The best of a list within a number of days; undefined where the first takes more. */
export function within(marks: Marks, days: number): Mark | undefined {
  return marks.findLast((mark) => mark.days <= days);
}

/** The best of one mark of each list together within a number of days; undefined where none fit. */
export function bestPair(some: Marks, others: Marks, days: number): Mark | undefined {
  let best: Mark | undefined;
  let at = others.length - 1;
  for (const one of some) {
    while (at >= 0 && one.days + (others[at]?.days ?? 0) > days) at--;
    const other = others[at];
    if (other === undefined) return best;
    const sum = { days: one.days + other.days, gain: one.gain + other.gain };
    const difference = best === undefined ? 1 : sum.gain - best.gain || best.days - sum.days;
    if (difference < 0) continue;
    const key = one.key + other.key;
    if (difference > 0 || best === undefined || key > best.key) best = { ...sum, key };
  }
  return best;
}
