import type { PeerLevelsRow } from '../benchmark-rows.ts';
import { numberColumn, wordColumn } from '../chart-table.ts';
import type { ChartDescription } from '../description.ts';
import { notGiven, nothingGiven } from './nothing-given.ts';
import { counted, listed, percent } from './words.ts';

/** How others are spread over the levels, in words: the own position first, then each part with what is left out. */
export function describePeerLevels(rows: readonly PeerLevelsRow[]): ChartDescription {
  const nothing = nothingGiven(rows);
  const parts = [...Map.groupBy(rows, ({ kind, part }) => `${kind} ${part}`).values()];
  const given = parts.filter(([first]) => first?.why === '');
  const [first = []] = given;
  return {
    headline: nothing ?? headline(first),
    empty: nothing !== null,
    sentences:
      nothing !== null ? [] : [...given.map(sentence), ...notGiven(parts.flatMap(([row]) => row ?? []))],
    table: table(parts, first),
  };
}

function headline(rows: readonly PeerLevelsRow[]): string {
  const [row] = rows;
  if (row === undefined) return '';
  const { kind, partName, group, period, satisfactory, standing } = row;
  const place = `${kind === 'whole' ? 'Beside' : `${partName}, beside`} ${group} in ${period}`;
  const above = rows.filter(({ level }) => (level ?? 0) >= satisfactory);
  const reached = percent(above.reduce((sum, { share }) => sum + (share ?? 0), 0));
  const others = `${reached} of the others’ scores are at level ${satisfactory} or above`;
  return standing === '' ? `${place}: ${others}.` : `${place}: ${standing}; ${others}.`;
}

function sentence(rows: readonly PeerLevelsRow[]): string {
  const [row] = rows;
  if (row === undefined) return '';
  const at = rows
    .filter(({ count }) => (count ?? 0) > 0)
    .map(({ count, level, share }) => `${count} at level ${level} (${percent(share)})`);
  const left = row.leftOut === 0 ? '' : `; ${counted(row.leftOut, 'objective')} left out`;
  return `${row.partName}: of ${counted(row.n ?? 0, 'score')} of others, ${listed(at)}${ownWords(row)}${left}.`;
}

function ownWords({ kind, own, position, standing }: PeerLevelsRow): string {
  if (own === '') return '; not scored here';
  const score = kind === 'objective' ? `own score ${own}` : `own mean ${own}`;
  return position === null ? `; ${score}` : `; ${score}, ${standing} (position ${percent(position)})`;
}

function table(
  parts: readonly (readonly PeerLevelsRow[])[],
  first: readonly PeerLevelsRow[],
): ChartDescription['table'] {
  const levels = first.map(({ level, levelName }) => ({ level, levelName }));
  return {
    caption:
      'Scores of others at each level, and the own position: how many of them are lower, with half of those that are the same',
    columns: [
      wordColumn('Part'),
      ...levels.map(({ level, levelName }) => numberColumn(`Level ${level} ${levelName}`)),
      numberColumn('Scores of others'),
      numberColumn('Own score'),
      numberColumn('Own position'),
      numberColumn('Objectives left out'),
      wordColumn('Why not given'),
    ],
    rows: parts.flatMap((rows) => {
      const [row] = rows;
      if (row === undefined) return [];
      const cells = levels.map(({ level }) => {
        const found = rows.find((each) => each.level === level && each.count !== null);
        return found === undefined ? '–' : `${found.count} (${percent(found.share)})`;
      });
      const { partName, n, own, position, leftOut, why } = row;
      return [
        [
          partName,
          ...cells,
          n === null ? '–' : String(n),
          own || '–',
          percent(position),
          String(leftOut),
          why || '–',
        ],
      ];
    }),
  };
}
