import { planAsks } from '../../pages/plan-view.ts';

/** The names that the controls of a what-if have beside those of a plan. */
export const whatIfControls: readonly string[] = [
  ...planAsks,
  'minimum.*',
  'lock.*',
  'weight.*',
  'effort.*',
  'more.*',
  'of',
  'to',
];

/**
 * What the controls ask, by the names that a plan's address has: the fields of sections, and of one objective more, go into the
 * list that they belong to, in a fixed order; what is as usual is left out. What cannot be read stays as it was typed.
 */
export function whatIfAsks(
  others: Readonly<Record<string, string>>,
  sections: readonly string[],
  levelsAYear: number,
): Readonly<Record<string, string>> {
  const { of, to } = others;
  const more = of === undefined || to === undefined ? [] : [`${of}=${to}`];
  const lists = {
    minimum: pairsOf(others, 'minimum', more),
    lock: pairsOf(others, 'lock'),
    weight: pairsOf(others, 'weight').filter((pair) => !/^[^=]+=1$/.test(pair)),
    effort: pairsOf(others, 'effort'),
  };
  const written: Readonly<Record<string, string>> = {
    ...others,
    ...Object.fromEntries(
      Object.entries(lists).map(([name, pairs]) => [name, inOrder(pairs, sections).join(',')]),
    ),
    levels: others['levels'] === String(levelsAYear) ? '' : (others['levels'] ?? ''),
  };
  return Object.fromEntries(
    planAsks.flatMap((name) => {
      const value = written[name]?.trim() ?? '';
      return value === '' ? [] : [[name, name === 'days' ? value.replace(/^0+(?=\d)/, '') : value] as const];
    }),
  );
}

/** The pairs of a list, with those of its own fields; of two for the same the later one. */
function pairsOf(
  others: Readonly<Record<string, string>>,
  name: string,
  more: readonly string[] = [],
): readonly string[] {
  const fields = Object.entries(others).flatMap(([field, value]) =>
    field.startsWith(`${name}.`) ? [`${field.slice(name.length + 1)}=${value}`] : [],
  );
  const added = Object.entries(others).flatMap(([field, value]) => {
    const [, row] = new RegExp(`^more\\.(\\d{1,2})\\.${name}$`).exec(field) ?? [];
    const of = others[`more.${row}.of`];
    return of === undefined ? [] : [`${of}=${value}`];
  });
  const typed = (others[name] ?? '').split(/[,;]/).map((pair) => pair.replace(/\s/g, ''));
  const all = [...typed, ...fields, ...added, ...more].filter((pair) => pair !== '');
  return [...new Map(all.map((pair) => [pair.split('=')[0] ?? pair, pair])).values()];
}

/** Sections in the framework's order, then objectives by number, then what is neither, as typed. */
function inOrder(pairs: readonly string[], sections: readonly string[]): readonly string[] {
  const place = (pair: string): number => {
    const [of = ''] = pair.split('=');
    const section = sections.indexOf(of);
    if (section >= 0) return section;
    const [, objective, level = '0'] = /^(\d{1,6})(?::(\d{1,2}))?$/.exec(of) ?? [];
    return objective === undefined
      ? Number.MAX_SAFE_INTEGER
      : sections.length + Number(objective) * 100 + Number(level);
  };
  return pairs.toSorted((a, b) => place(a) - place(b));
}
