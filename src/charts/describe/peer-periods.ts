import type { PeerPeriodsRow } from '../benchmark-rows.ts';
import { numberColumn, wordColumn } from '../chart-table.ts';
import type { ChartDescription } from '../description.ts';
import { distinct } from '../distinct.ts';
import { nothingGiven } from './nothing-given.ts';
import { meanLevel, percent } from './words.ts';

/** Others and oneself over the periods, in words: the whole in the last period and the first, then every section. */
export function describePeerPeriods(rows: readonly PeerPeriodsRow[]): ChartDescription {
  const nothing = nothingGiven(rows);
  const periods = distinct(rows.map(({ period }) => period));
  const sections = [...Map.groupBy(rows, ({ section }) => section).values()];
  return {
    headline: nothing ?? headline(rows),
    empty: nothing !== null,
    sentences: nothing === null ? [...sections.map(sentence), ...withheld(rows)] : [],
    table: {
      caption: `Scores at level ${rows[0]?.satisfactory ?? ''} or above, and the quartiles of the others’`,
      columns: [
        wordColumn('Section'),
        wordColumn('Period'),
        numberColumn('Others at or above'),
        numberColumn('Here at or above'),
        numberColumn('Others: quartiles'),
        numberColumn('Here: mean'),
        numberColumn('Objectives left out'),
        wordColumn('Why not given'),
      ],
      rows: periods.length === 0 ? [] : rows.map(cells),
    },
  };
}

function cells(row: PeerPeriodsRow): readonly string[] {
  const { sectionName, period, count, n, share, ownCount, ownN, ownShare, ownMean, leftOut, why } = row;
  return [
    sectionName,
    period,
    n === null ? '–' : `${count} of ${n} (${percent(share)})`,
    ownN === null ? '–' : `${ownCount} of ${ownN} (${percent(ownShare)})`,
    n === null ? '–' : [row.lower, row.median, row.upper].join(', '),
    meanLevel(ownMean),
    String(leftOut),
    why || '–',
  ];
}

function headline(rows: readonly PeerPeriodsRow[]): string {
  const [first] = rows.filter(({ why }) => why === '');
  if (first === undefined) return '';
  const told = rows.filter(({ section, why }) => section === first.section && why === '');
  const parts = told.map(
    ({ period, share, ownShare }) =>
      `${percent(share)} in ${period}${ownShare === null ? '' : ` (here ${percent(ownShare)})`}`,
  );
  return `Scores of others (${first.group}) at level ${first.satisfactory} or above: ${parts.join(', ')}.`;
}

function sentence(rows: readonly PeerPeriodsRow[]): string {
  const parts = rows.map(({ period, why, share, low, high, ownShare }) => {
    if (why !== '') return `${period} not given`;
    const own = ownShare === null ? 'not scored here' : `here ${percent(ownShare)}`;
    return `${period} others ${percent(share)} (interval ${percent(low)} to ${percent(high)}), ${own}`;
  });
  return `${rows[0]?.sectionName ?? ''}: ${parts.join('; ')}.`;
}

function withheld(rows: readonly PeerPeriodsRow[]): readonly string[] {
  return distinct(rows.flatMap(({ why }) => (why === '' ? [] : [`Not given: ${why}.`])));
}
