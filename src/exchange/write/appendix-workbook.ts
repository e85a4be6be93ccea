import { appendixColumns } from './appendix-columns.ts';
import { type SheetColumn, type WorkbookSheet, workbookBytes } from './workbook.ts';
import { type AboutRow, stampDescription, type WrittenAppendix } from './written-appendix.ts';

/** An appendix as the bytes of an Excel file: one table with a column for the section, the sections' principles, and what the document is. */
export async function appendixWorkbook(appendix: WrittenAppendix): Promise<Uint8Array> {
  return workbookBytes({
    title: appendix.title,
    description: stampDescription(appendix.stamp),
    made: appendix.made,
    sheets: [
      appendixSheet(appendix, 'Appendix'),
      ...principleSheet(appendix),
      aboutSheet([
        ...appendix.opening.map((sentence, at): AboutRow => [at === 0 ? 'In short' : '', sentence]),
        ...appendix.about,
        ...appendix.definitions.map(({ term, text }): AboutRow => [term, text]),
      ]),
    ],
  });
}

/** The table of an appendix as a sheet: a row for each objective. */
export function appendixSheet(
  { sections, ...appendix }: WrittenAppendix,
  name: string,
): WorkbookSheet & { readonly scoreColumns: readonly number[] } {
  const columns = appendixColumns(appendix);
  const [number, ...others] = columns;
  const at = (index: number) => (index === 0 ? 0 : index + 1);
  return {
    name,
    columns: [widths.number, widths.section, ...others.map(({ kind }) => widths[kind])],
    rows: [
      [number?.heading ?? '', 'Section', ...others.map(({ heading }) => heading)],
      ...sections.flatMap((section) =>
        section.objectives.map((objective) => {
          const [first = '', ...texts] = columns.map(({ text }) => text(objective));
          return [first, section.name, ...texts];
        }),
      ),
    ],
    frozen: 3,
    filter: true,
    scoreColumns: columns.flatMap(({ kind }, index) => (kind === 'score' ? [at(index)] : [])),
  };
}

/** What each level means for each section as a sheet; none where no section says. */
function principleSheet({ sections, levels }: WrittenAppendix): readonly WorkbookSheet[] {
  if (sections.every(({ principles }) => principles.length === 0)) return [];
  return [
    {
      name: 'Principles',
      columns: [{ width: 26 }, ...levels.map(() => ({ width: 34 }))],
      rows: [
        ['Section', ...levels.map(({ level, name }) => `${level} - ${name}`)],
        ...sections.map((section) => [
          section.name,
          ...levels.map(({ level }) => section.principles.find((one) => one.level === level)?.text ?? ''),
        ]),
      ],
      frozen: 1,
    },
  ];
}

/** What a document is, as a sheet of what and value. */
export function aboutSheet(rows: readonly AboutRow[]): WorkbookSheet {
  return { name: 'About', columns: [{ width: 28 }, { width: 110 }], rows: [['What', 'Value'], ...rows] };
}

const widths: Readonly<
  Record<'number' | 'section' | 'name' | 'description' | 'score' | 'text' | 'reason', SheetColumn>
> = {
  number: { width: 5, kind: 'score' },
  section: { width: 14 },
  name: { width: 18 },
  description: { width: 24 },
  score: { width: 8, kind: 'score' },
  text: { width: 44 },
  reason: { width: 28 },
};
