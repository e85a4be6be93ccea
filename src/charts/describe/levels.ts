import { numberColumn, wordColumn } from '../chart-table.ts';
import type { ChartDescription } from '../description.ts';
import { distinct } from '../distinct.ts';
import type { LevelsRow } from '../rows.ts';
import { are, counted, listed, ofAll, orNone, percent, were } from './words.ts';

/** Level shares in words: how many are at a satisfactory level or above in the last period, and in the one before. Reads the rows of the whole. */
export function describeLevels(rows: readonly LevelsRow[]): ChartDescription {
  const whole = rows.filter(({ section }) => section === '');
  const periods = distinct(whole.map(({ period }) => period));
  const of = (period: string) => whole.filter((row) => row.period === period);
  const last = periods.at(-1);
  return {
    headline: last === undefined ? 'No objective is scored.' : headline(of(last), of(periods.at(-2) ?? '')),
    empty: whole.every(({ count }) => count === 0),
    sentences: periods.map((period) => sentence(period, of(period))),
    table: table(periods, of, whole),
  };
}

function headline(now: readonly LevelsRow[], before: readonly LevelsRow[]): string {
  const [current] = now;
  const [earlier] = before;
  if (current === undefined || current.n === 0) return `No objective is scored in ${current?.period ?? ''}.`;
  const at = satisfactory(now);
  const first = `${ofAll(at, current.n, 'objective')} ${are(at)} at level ${current.satisfactory} or above in ${current.period}`;
  if (earlier === undefined) return `${first}.`;
  if (earlier.n === 0) return `${first}; none was scored in ${earlier.period}.`;
  const was = satisfactory(before);
  return `${first}; ${orNone(was)} of ${earlier.n} ${were(was)} in ${earlier.period}.`;
}

function satisfactory(rows: readonly LevelsRow[]): number {
  return rows.reduce((sum, row) => sum + (row.level >= row.satisfactory ? row.count : 0), 0);
}

function sentence(period: string, rows: readonly LevelsRow[]): string {
  const n = rows[0]?.n ?? 0;
  if (n === 0) return `In ${period} no objective is scored.`;
  const parts = rows
    .filter(({ count }) => count > 0)
    .map(
      ({ count, level, levelName, share }) => `${count} at level ${level} ${levelName} (${percent(share)})`,
    );
  return `In ${period}, of ${counted(n, 'objective')}: ${listed(parts)}.`;
}

function table(
  periods: readonly string[],
  of: (period: string) => readonly LevelsRow[],
  whole: readonly LevelsRow[],
): ChartDescription['table'] {
  const levels = [...new Map(whole.map(({ level, levelName }) => [level, levelName]))].sort(
    ([a], [b]) => a - b,
  );
  return {
    caption: 'Objectives at each level',
    columns: [
      wordColumn('Period'),
      ...levels.map(([level, name]) => numberColumn(`Level ${level} ${name}`)),
      numberColumn('Scored'),
    ],
    rows: periods.map((period) => [
      period,
      ...levels.map(([level]) => {
        const row = of(period).find((candidate) => candidate.level === level);
        return row === undefined ? '–' : `${row.count} (${percent(row.share)})`;
      }),
      String(of(period)[0]?.n ?? 0),
    ]),
  };
}
