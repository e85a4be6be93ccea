const most = 20;
const longest = 80;

/** Values in a line, parted by commas: at most twenty, and how many more there are. */
export function shortList(values: Iterable<string | number>): string {
  const shown: (string | number)[] = [];
  let more = 0;
  for (const value of values) {
    if (shown.length < most) shown.push(shortened(String(value)));
    else more += 1;
  }
  return `${shown.join(', ')}${more === 0 ? '' : ` and ${more} more`}`;
}

/** A value as JSON, in at most eighty characters. */
export function shortJson(value: unknown): string {
  return shortened(JSON.stringify(value) ?? 'nothing');
}

/** Text in at most eighty characters. */
export function shortened(text: string): string {
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

/** The name that was probably meant: the nearest one, at most two letters away; undefined if there is none. */
export function likeliest(seen: string, names: readonly string[]): string | undefined {
  if (seen.length > longest) return undefined;
  return names
    .map((name) => ({ name, away: distance(seen, name) }))
    .filter(({ name, away }) => away <= 2 && away < name.length)
    .sort((a, b) => a.away - b.away)[0]?.name;
}

/** The fewest letters to add, take out or change. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...a].entries()) {
    const next = [index + 1];
    for (let at = 0; at < b.length; at++) {
      const changed = (row[at] ?? 0) + (letter === b[at] ? 0 : 1);
      next.push(Math.min(changed, (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
