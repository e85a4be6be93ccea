import { wordColumn } from '../chart-table.ts';
import type { ChartDescription } from '../description.ts';
import { distinct } from '../distinct.ts';
import type { UnlockRow } from '../rows.ts';
import { counted, listed, ofAll } from './words.ts';

/** Circumstances and ceilings in words: how many ceilings some circumstance would raise, and which raises the most by itself. */
export function describeMatrix(rows: readonly UnlockRow[]): ChartDescription {
  const ids = distinct(rows.map(({ factor }) => factor));
  const byFactor = ids.map((id) => rows.filter(({ factor }) => factor === id));
  return {
    headline: headline(rows, byFactor),
    empty: rows.length === 0,
    sentences: byFactor.map(sentence),
    table: {
      caption: 'The ceilings that each circumstance would raise',
      columns: [
        wordColumn('Circumstance'),
        wordColumn('Objective'),
        wordColumn('Section'),
        wordColumn('Ceiling'),
        wordColumn('How'),
      ],
      rows: byFactor
        .flat()
        .map((row) => [
          row.factorName,
          `${row.objective} ${row.name}`,
          row.sectionName,
          `${row.from} to ${row.to}`,
          row.alone ? 'by itself' : 'with others',
        ]),
    },
  };
}

function headline(rows: readonly UnlockRow[], byFactor: readonly (readonly UnlockRow[])[]): string {
  const capped = rows[0]?.capped;
  if (capped === undefined) return 'No ceiling depends on a circumstance that is not there.';
  const raised = distinct(rows.map(({ objective }) => objective)).length;
  const would = `${ofAll(raised, capped, 'capped objective')} would have a higher ceiling if circumstances changed`;
  const most = Math.max(...byFactor.map(alone));
  if (most === 0) return `${would}, each only by several together.`;
  const names = byFactor.filter((each) => alone(each) === most).map(([first]) => first?.factorName ?? '');
  const who = names.length === 1 ? names.join() : `each of ${listed(names)}`;
  return `${would}; by itself, ${who} would raise the most (${counted(most, 'objective')}).`;
}

function alone(rows: readonly UnlockRow[]): number {
  return rows.filter((row) => row.alone).length;
}

function sentence(rows: readonly UnlockRow[]): string {
  const said = (which: boolean) =>
    rows
      .filter((row) => row.alone === which)
      .map(({ objective, name, from, to }) => `${objective} ${name} from ${from} to ${to}`);
  const [by, along] = [said(true), said(false)];
  const parts = [
    ...(by.length === 0 ? [] : [`${listed(by)} by itself`]),
    ...(along.length === 0 ? [] : [`${listed(along)} together with others`]),
  ];
  const [first] = rows;
  const claimed = first?.state === 'claimed' ? ' (claimed by a score)' : '';
  return `${first?.factorName ?? ''}${claimed} would raise ${parts.join(', and ')}.`;
}
