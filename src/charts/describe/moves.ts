import { numberColumn, wordColumn } from '../chart-table.ts';
import type { ChartDescription } from '../description.ts';
import type { MovesRow } from '../rows.ts';
import { are, counted, listed, ofAll } from './words.ts';

/** Moves between two periods in words: how many are higher and lower, how many rises have nothing to compare with, how many are half-steps. */
export function describeMoves(rows: readonly MovesRow[]): ChartDescription {
  const moved = rows.filter(({ change }) => change !== 0);
  return {
    headline: headline(rows),
    empty: rows.length === 0,
    sentences: moved.map(sentence),
    table: {
      caption: 'Objectives with a different score in the two periods',
      columns: [
        numberColumn('Number'),
        wordColumn('Objective'),
        wordColumn('Section'),
        numberColumn(rows[0]?.fromPeriod ?? 'From'),
        numberColumn(rows[0]?.toPeriod ?? 'To'),
        wordColumn('Note'),
      ],
      rows: moved.map((row) => [
        String(row.objective),
        row.name,
        row.sectionName,
        row.fromLabel,
        row.toLabel,
        listed(notes(row)),
      ]),
    },
  };
}

function headline(rows: readonly MovesRow[]): string {
  const [first] = rows;
  if (first === undefined) return 'No objective is scored in both periods.';
  const higher = rows.filter(({ change }) => change > 0);
  const lower = rows.filter(({ change }) => change < 0).length;
  const { fromPeriod, toPeriod } = first;
  if (higher.length === 0 && lower === 0)
    return `No score differs between ${fromPeriod} and ${toPeriod}, of ${counted(rows.length, 'objective')}.`;
  const below = lower === 0 ? 'none is lower' : `${lower} ${are(lower)} lower`;
  const rises = `${ofAll(higher.length, rows.length, 'objective')} ${are(higher.length)} higher in ${toPeriod} than in ${fromPeriod}, and ${below}`;
  return `${[rises, ...reservations(higher, fromPeriod)].join('; ')}.`;
}

function reservations(higher: readonly MovesRow[], fromPeriod: string): readonly string[] {
  const all = higher.length;
  const bare = higher.filter(({ agreedStandard }) => agreedStandard).length;
  const halves = higher.filter(({ agreedStandard, halfStep }) => halfStep && !agreedStandard).length;
  const parts: string[] = [];
  if (bare > 0)
    parts.push(
      `${all === 1 ? 'the rise' : `${bare} of the ${all}`} had no comment in ${fromPeriod} to compare with`,
    );
  if (halves > 0)
    parts.push(
      `${halfSubject(halves, all, bare)} ${are(halves)} ${halves === 1 ? 'a half-step' : 'half-steps'}`,
    );
  return parts;
}

function halfSubject(halves: number, all: number, bare: number): string {
  if (all === 1) return 'the rise';
  if (bare === 0) return `${halves} of the ${all}`;
  return all - bare === 1 ? 'the other' : `of the other ${all - bare}, ${halves}`;
}

function sentence(row: MovesRow): string {
  const noted = notes(row);
  return `${row.objective} ${row.name}: ${row.fromLabel} to ${row.toLabel}${noted.length === 0 ? '' : ` (${listed(noted)})`}.`;
}

function notes(row: MovesRow): readonly string[] {
  return [
    ...(row.agreedStandard ? [`no comment in ${row.fromPeriod} to compare with`] : []),
    ...(row.halfStep ? ['a half-step'] : []),
  ];
}
