import { controlWord } from '../../model/control-word.ts';
import { numberColumn, wordColumn } from '../chart-table.ts';
import type { ChartDescription } from '../description.ts';
import type { SectionCausesRow } from '../rows.ts';
import { counted, listed, midSentence, ofAll } from './words.ts';

/** Causes by section in words: how many sections have a capped objective, and the reason given in most of them. */
export function describeSectionCauses(rows: readonly SectionCausesRow[]): ChartDescription {
  const sections = [...Map.groupBy(rows, ({ section }) => section).values()];
  const held = rows.filter(({ count }) => count > 0);
  return {
    headline: headline(sections.length, held),
    empty: held.length === 0,
    sentences: sections.flatMap(sentence),
    table: {
      caption:
        'Objectives of each section whose ceiling each reason sets; one with several reasons is counted under each',
      columns: [
        wordColumn('Section'),
        wordColumn('Reason given'),
        wordColumn('Where'),
        numberColumn('Objectives'),
        numberColumn('Ceiling: level'),
      ],
      rows: held.map((row) => [
        row.sectionName,
        row.causeName,
        controlWord[row.control],
        String(row.count),
        levelsOf(row),
      ]),
    },
  };
}

function headline(sections: number, held: readonly SectionCausesRow[]): string {
  if (held.length === 0) return 'No limit is stated in any section.';
  const capped = new Set(held.map(({ section }) => section)).size;
  const byCause = [...Map.groupBy(held, ({ causeName }) => causeName)];
  const most = Math.max(...byCause.map(([, cells]) => cells.length));
  const often = byCause.filter(([, cells]) => cells.length === most).map(([name]) => midSentence(name));
  const given = often.length === 1 ? 'the one given in most is' : 'those given in most are';
  return `A reason caps objectives in ${ofAll(capped, sections, 'section')}; ${given} ${listed(often)} (${counted(most, 'section')}${often.length === 1 ? '' : ' each'}).`;
}

function sentence(rows: readonly SectionCausesRow[]): readonly string[] {
  const held = rows.filter(({ count }) => count > 0);
  if (held.length === 0) return [];
  const parts = held.map(
    (row) =>
      `${midSentence(row.causeName)} caps ${counted(row.count, 'objective')} at level ${levelsOf(row)}`,
  );
  return [`${held[0]?.sectionName ?? ''}: ${listed(parts)}.`];
}

function levelsOf({ lowest, highest }: SectionCausesRow): string {
  return lowest === highest ? String(lowest ?? '–') : `${lowest} to ${highest}`;
}
