/** A number of things: "1 objective", "2 objectives", "0 objectives". */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}

/** Some of a whole, at the start of a sentence: "2 of 59 objectives", "1 of 1 objective", "None of 59 objectives". */
export function ofAll(n: number, all: number, one: string, many = `${one}s`): string {
  return `${n === 0 ? 'None' : n} of ${counted(all, one, many)}`;
}

/** A number, or "none" in place of 0. */
export function orNone(n: number): string {
  return n === 0 ? 'none' : String(n);
}

/** The verb for a number of things: "is" for one and for none, else "are". */
export function are(n: number): 'is' | 'are' {
  return n < 2 ? 'is' : 'are';
}

/** The verb for a number of things in the past. */
export function were(n: number): 'was' | 'were' {
  return n < 2 ? 'was' : 'were';
}

/** "a", "a and b", "a, b and c"; empty for nothing. */
export function listed(items: readonly string[]): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** A share from 0 to 1 as a whole percentage; never rounded to "0%" or "100%" when it is not; "–" for null. */
export function percent(share: number | null): string {
  if (share === null) return '–';
  const whole = Math.round(share * 100);
  if (whole === 0 && share > 0) return 'under 1%';
  if (whole === 100 && share < 1) return 'over 99%';
  return `${whole}%`;
}

/** A mean level with two decimals, with a full stop whatever the locale; "–" for null. */
export function meanLevel(mean: number | null): string {
  return mean === null ? '–' : mean.toFixed(2);
}

/** A name within a sentence: its capital goes, unless it begins an abbreviation. */
export function midSentence(name: string): string {
  return /^\p{Lu}[\p{Ll} ]/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}
