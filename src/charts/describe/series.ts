import { numberColumn, wordColumn } from '../chart-table.ts';
import type { ChartDescription } from '../description.ts';
import { distinct } from '../distinct.ts';
import type { SectionsRow } from '../rows.ts';
import { counted, meanLevel, orNone, percent } from './words.ts';

/** Sections over time in words: in how many every objective is satisfactory, in the last period and the one before. */
export function describeSeries(rows: readonly SectionsRow[]): ChartDescription {
  const periods = distinct(rows.map(({ period }) => period));
  const sections = distinct(rows.map(({ section }) => section));
  const at = (section: string, period: string) =>
    rows.find((row) => row.section === section && row.period === period);
  return {
    headline: headline(rows, periods),
    empty: rows.every(({ n }) => n === 0),
    sentences: sections.map((section) => sentence(periods.flatMap((period) => at(section, period) ?? []))),
    table: {
      caption: 'Objectives at a satisfactory level, by section (in the mean, 2/3 counts as 2.5)',
      columns: [
        wordColumn('Section'),
        ...periods.flatMap((period) => [numberColumn(period), numberColumn(`Mean level ${period}`)]),
      ],
      rows: sections.map((section) => [
        rows.find((row) => row.section === section)?.sectionName ?? section,
        ...periods.flatMap((period) => {
          const row = at(section, period);
          return row === undefined || row.n === 0
            ? ['–', '–']
            : [`${row.atOrAbove} of ${row.n} (${percent(row.share)})`, meanLevel(row.mean)];
        }),
      ]),
    },
  };
}

function headline(rows: readonly SectionsRow[], periods: readonly string[]): string {
  const parts = rows.filter(({ section, n }) => section !== '' && n > 0);
  const now = parts.filter(({ period }) => period === periods.at(-1));
  const [current] = now;
  if (current === undefined) return 'No section has a scored objective.';
  const full = now.filter(isFull).length;
  const first = `Every objective is at level ${current.satisfactory} or above in ${orNone(full)} of ${counted(now.length, 'section')} in ${current.period}`;
  const before = parts.filter(({ period }) => period === periods.at(-2));
  const [earlier] = before;
  if (earlier === undefined) return `${first}.`;
  const was = before.filter(isFull).length;
  return `${first}; in ${earlier.period} that was so in ${orNone(was)} of ${before.length}.`;
}

function isFull({ atOrAbove, n }: SectionsRow): boolean {
  return atOrAbove === n;
}

function sentence(rows: readonly SectionsRow[]): string {
  const figures = rows.map(({ period, n, atOrAbove }) =>
    n === 0 ? `none scored in ${period}` : `${atOrAbove} of ${n} in ${period}`,
  );
  return `${rows[0]?.sectionName ?? ''}: ${figures.join(', ')}.`;
}
