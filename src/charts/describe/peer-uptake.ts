import type { PeerUptakeRow } from '../benchmark-rows.ts';
import { numberColumn, wordColumn } from '../chart-table.ts';
import type { ChartDescription } from '../description.ts';
import { notGiven, nothingGiven } from './nothing-given.ts';
import { counted, percent } from './words.ts';

/** How often others reached the next level, in words: the steps where that is most and least usual, then every part. */
export function describePeerUptake(rows: readonly PeerUptakeRow[]): ChartDescription {
  const nothing = nothingGiven(rows);
  const given = rows.filter(({ why }) => why === '');
  return {
    headline: nothing ?? headline(given),
    empty: nothing !== null,
    sentences: nothing === null ? [...given.map(sentence), ...notGiven(rows)] : [],
    table: {
      caption:
        'Scores of others that reached the next level, of those that could, with the 95% Wilson interval',
      columns: [
        wordColumn('From level, or section'),
        numberColumn('Reached the next'),
        numberColumn('Could move'),
        numberColumn('Share'),
        numberColumn('From'),
        numberColumn('To'),
        wordColumn('In words'),
        numberColumn('Objectives not told'),
        wordColumn('Why not given'),
      ],
      rows: rows.map(({ partName, count, n, share, low, high, band, leftOut, why }) => [
        partName,
        count === null ? '–' : String(count),
        n === null ? '–' : String(n),
        ...[share, low, high].map(percent),
        band || '–',
        String(leftOut),
        why || '–',
      ]),
    },
  };
}

function headline(given: readonly PeerUptakeRow[]): string {
  const [first] = given;
  if (first === undefined) return '';
  const { group, fromPeriod, toPeriod } = first;
  const steps = given.filter(({ by }) => by === 'step');
  const told =
    steps.length === 0
      ? given.map(({ partName, share }) => `${percent(share)} in ${partName}`)
      : steps.map(({ part, share }) => `${percent(share)} at level ${part}`);
  return `From ${fromPeriod} to ${toPeriod} the next level was reached by ${told.join(', ')} (others: ${group}).`;
}

function sentence({ partName, count, n, share, low, high, band, leftOut }: PeerUptakeRow): string {
  const left = leftOut === 0 ? '' : `; ${counted(leftOut, 'objective')} not told`;
  const words = band === '' ? '' : `${band}: `;
  return `${partName}: ${words}${count} of ${n} reached the next level (${percent(share)}, interval ${percent(low)} to ${percent(high)})${left}.`;
}
