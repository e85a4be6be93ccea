import { length, wrap } from './wrap.ts';

/** One column of a table. */
export interface TableColumn {
  readonly title: string;
  /** Set to the right. */
  readonly numeric?: boolean;
  /** Takes what room is left, and is wrapped; the others are as wide as their longest cell. */
  readonly flexible?: boolean;
}

const gap = 2;
const narrowestFlexible = 14;

/**
 * Lines of a table that fit a width, with every word of its cells. Where the columns do not fit beside each other, each
 * row becomes a short list of titles and cells.
 * @param measured rows of this and other tables whose columns shall stand under each other
 */
export function table(
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
  width: number,
  measured: readonly (readonly string[])[] = rows,
): readonly string[] {
  const widths = columnWidths(columns, measured, width);
  if (widths === null)
    return rows.flatMap((row, index) => [...(index === 0 ? [] : ['']), ...listed(columns, row, width)]);
  const titles = columns.map(({ title }) => title);
  const rule = widths.map((each) => '-'.repeat(each)).join(' '.repeat(gap));
  return [...lines(columns, titles, widths), rule, ...rows.flatMap((row) => lines(columns, row, widths))];
}

/** How wide each column is; null where they do not fit. */
function columnWidths(
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
  width: number,
): readonly number[] | null {
  const natural = columns.map(({ title }, at) =>
    Math.max(length(title), ...rows.map((row) => length(row[at] ?? ''))),
  );
  const gaps = gap * (columns.length - 1);
  const fixed = columns.reduce(
    (sum, { flexible }, at) => sum + (flexible === true ? 0 : (natural[at] ?? 0)),
    gaps,
  );
  const flexible = columns.flatMap((column, at) => (column.flexible === true ? [natural[at] ?? 0] : []));
  const shares = shared(flexible, width - fixed);
  if (shares === null) return null;
  const rest = [...shares];
  return columns.map((column, at) => (column.flexible === true ? (rest.shift() ?? 0) : (natural[at] ?? 0)));
}

/** Room for columns of which each takes what it needs, and those that need more share what is left. */
function shared(needs: readonly number[], room: number): readonly number[] | null {
  const total = needs.reduce((sum, need) => sum + need, 0);
  if (room < 0) return null;
  if (total <= room) return needs;
  let left = room;
  let open = needs.length;
  const given = new Map<number, number>();
  for (const [at, need] of [...needs.entries()].sort(([, a], [, b]) => a - b)) {
    const share = Math.min(need, Math.floor(left / open));
    if (share < Math.min(need, narrowestFlexible)) return null;
    given.set(at, share);
    left -= share;
    open -= 1;
  }
  return needs.map((_, at) => given.get(at) ?? 0);
}

function lines(
  columns: readonly TableColumn[],
  row: readonly string[],
  widths: readonly number[],
): readonly string[] {
  const cells = columns.map((_, at) => wrap(row[at] ?? '', widths[at] ?? 1));
  const height = Math.max(...cells.map((cell) => cell.length));
  return Array.from({ length: height }, (_, line) =>
    cells
      .map((cell, at) => {
        const text = cell[line] ?? '';
        const space = ' '.repeat(Math.max(0, (widths[at] ?? 0) - length(text)));
        return columns[at]?.numeric === true ? `${space}${text}` : `${text}${space}`;
      })
      .join(' '.repeat(gap))
      .trimEnd(),
  );
}

function listed(columns: readonly TableColumn[], row: readonly string[], width: number): readonly string[] {
  const numbered = columns[0]?.title === '#';
  const head = numbered ? wrap(`${row[0] ?? ''} ${row[1] ?? ''}`, width) : [];
  const rest = columns.flatMap(({ title }, at) => {
    const cell = row[at] ?? '';
    if (cell === '' || (numbered && at < 2)) return [];
    const [first = '', ...more] = wrap(`${title}: ${cell}`, width - (numbered ? 4 : 2));
    return [`${numbered ? '  ' : ''}${first}`, ...more.map((line) => `${numbered ? '    ' : '  '}${line}`)];
  });
  return [...head, ...rest];
}
