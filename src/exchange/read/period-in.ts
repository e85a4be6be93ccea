/** The one period that a heading names, and the heading without it. */
export interface NamedPeriod {
  /** As `2023` or `2023-24`. */
  readonly period: string;
  readonly rest: string;
}

/** The period in a heading ("2023 Score", "Score 2023/24", "Comments (2023/2024)"); null where there is none, or several. */
export function periodIn(heading: string): NamedPeriod | null {
  const pattern = /(?<![\d/])(?:fy ?)?((?:19|20)\d\d)(?: ?[-/–] ?((?:20)?\d\d))?(?![\d/])/gi;
  const [match, ...others] = heading.matchAll(pattern);
  if (match === undefined || others.length > 0) return null;
  const [whole, first = '', second] = match;
  const rest = heading.replace(whole, ' ');
  if (second === undefined) return { period: first, rest };
  const next = String(Number(first) + 1);
  if (second !== next && second !== next.slice(2)) return null;
  return { period: `${first}-${next.slice(2)}`, rest };
}
