import { numberColumn, wordColumn } from '../chart-table.ts';
import type { ChartDescription } from '../description.ts';
import type { LevelsRow } from '../rows.ts';
import { are, counted, listed, ofAll, percent } from './words.ts';

/** Level shares by section in words: in how many sections all are at a satisfactory level or above, then each section. */
export function describeSectionLevels(rows: readonly LevelsRow[]): ChartDescription {
  const sections = [...Map.groupBy(rows, ({ section }) => section).values()];
  const levels = [...new Map(rows.map(({ level, levelName }) => [level, levelName]))].sort(
    ([a], [b]) => a - b,
  );
  return {
    headline: headline(sections),
    empty: rows.every(({ count }) => count === 0),
    sentences: sections.map(sentence),
    table: {
      caption: 'Objectives of each section at each level',
      columns: [
        wordColumn('Section'),
        ...levels.map(([level, name]) => numberColumn(`Level ${level} ${name}`)),
        numberColumn('Scored'),
      ],
      rows: sections.map((section) => [
        section[0]?.sectionName ?? '',
        ...levels.map(([level]) => {
          const row = section.find((each) => each.level === level);
          return row === undefined ? '–' : `${row.count} (${percent(row.share)})`;
        }),
        String(section[0]?.n ?? 0),
      ]),
    },
  };
}

function headline(sections: readonly (readonly LevelsRow[])[]): string {
  const scored = sections.filter(([row]) => (row?.n ?? 0) > 0);
  const row = scored[0]?.[0];
  if (row === undefined) return 'No objective is scored.';
  const whole = scored.filter((section) => below(section) === 0).length;
  const under = scored.reduce((sum, section) => sum + below(section), 0);
  const rest = under === 0 ? '' : `; ${counted(under, 'objective')} ${are(under)} at a lower level`;
  return `In ${ofAll(whole, scored.length, 'section').replace('None', 'none')} every objective is at level ${row.satisfactory} or above in ${row.period}${rest}.`;
}

function below(rows: readonly LevelsRow[]): number {
  return rows.reduce((sum, row) => sum + (row.level < row.satisfactory ? row.count : 0), 0);
}

function sentence(rows: readonly LevelsRow[]): string {
  const [first] = rows;
  if (first === undefined || first.n === 0) return `${first?.sectionName ?? ''}: no objective is scored.`;
  const at = rows.filter(({ count }) => count > 0).map(({ count, level }) => `${count} at level ${level}`);
  return `${first.sectionName}: of ${counted(first.n, 'objective')}, ${listed(at)}.`;
}
