import { controlWord } from '../../model/control-word.ts';
import { numberColumn, wordColumn } from '../chart-table.ts';
import type { ChartDescription } from '../description.ts';
import type { HeadroomRow } from '../rows.ts';
import { are, ofAll } from './words.ts';

/** Targets and ceilings in words: how many targets are higher than the score, how many objectives are capped now and by whom it could be lifted. */
export function describeLadder(rows: readonly HeadroomRow[]): ChartDescription {
  return {
    headline: headline(rows),
    empty: rows.length === 0,
    sentences: rows.map(sentence),
    table: {
      caption: 'Score, target and ceiling of each objective',
      columns: [
        numberColumn('Number'),
        wordColumn('Objective'),
        wordColumn('Section'),
        numberColumn('Score'),
        numberColumn('Target'),
        wordColumn('Stance'),
        numberColumn('Ceiling'),
        wordColumn('Limit'),
      ],
      rows: rows.map((row) => [
        String(row.objective),
        row.name,
        row.sectionName,
        row.label,
        String(row.target),
        row.openLevel === null ? row.stance : `${row.stance}: next ${row.openLevel}`,
        String(row.ceiling),
        limit(row),
      ]),
    },
  };
}

function headline(rows: readonly HeadroomRow[]): string {
  const n = rows.length;
  if (n === 0) return 'No objective is scored.';
  const higher = rows.filter(({ target, achieved }) => target > achieved).length;
  const capped = rows.filter((row) => row.capped === 'now');
  const outside = capped.filter(({ control }) => control === 'external').length;
  const raised = `${ofAll(higher, n, 'objective')} ${higher < 2 ? 'has' : 'have'} a target above the level achieved`;
  if (capped.length === 0) return `${raised}; none is capped at its present level.`;
  const level = capped.length === 1 ? 'its present level' : 'their present level';
  const lifted =
    outside === 0 ? '' : `, ${share(outside, capped.length)}for reasons outside the organisation`;
  return `${raised}; ${capped.length} ${are(capped.length)} capped at ${level}${lifted}.`;
}

function share(part: number, all: number): string {
  if (part < all) return `${part} of them `;
  return all === 1 ? '' : 'all of them ';
}

function sentence(row: HeadroomRow): string {
  const open = row.openLevel === null ? '' : `, level ${row.openLevel} open`;
  return `${row.objective} ${row.name}: score ${row.label}, target ${row.target} (${row.stance}${open}), ${limitWords(row)}.`;
}

function limitWords(row: HeadroomRow): string {
  return row.capped === 'no' ? 'no limit stated' : `ceiling ${row.ceiling} (${limit(row)})`;
}

function limit({ capped, control }: HeadroomRow): string {
  if (capped === 'no') return 'no limit stated';
  return control === null ? `capped ${capped}` : `capped ${capped}, ${controlWord[control]}`;
}
