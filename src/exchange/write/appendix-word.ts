import {
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { dayWords } from '../../model/day-words.ts';
import { type AppendixColumn, appendixColumns } from './appendix-columns.ts';
import { clean, text } from './word-blocks.ts';
import { settledPackage } from './word-package.ts';
import { type AppendixSection, stampDescription, type WrittenAppendix } from './written-appendix.ts';

/**
 * An appendix as the bytes of a Word file (DOCX), A4 landscape: for each section a heading, the principles of its levels
 * and the table of its objectives, whose first rows are printed on every page; at the end what the document is.
 * Headings are real, the language is British English, no cell is merged. The same appendix gives the same bytes.
 */
export async function appendixWord(appendix: WrittenAppendix): Promise<Uint8Array> {
  const columns = appendixColumns(appendix);
  const widths = columnWidths(columns);
  const made = new Document({
    title: clean(appendix.title),
    description: stampDescription(appendix.stamp),
    creator: 'Headroom',
    lastModifiedBy: 'Headroom',
    styles,
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838, orientation: PageOrientation.LANDSCAPE },
            margin: { top: 800, bottom: 800, left: 720, right: 720, header: 400, footer: 400 },
          },
        },
        footers: { default: footer(appendix) },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, children: [text(appendix.title)] }),
          ...appendix.opening.map((sentence) => new Paragraph({ children: [text(sentence)] })),
          ...appendix.sections.flatMap((section) => sectionParts(section, appendix, columns, widths)),
          ...aboutParts(appendix),
        ],
      },
    ],
  });
  return settledPackage(await Packer.toBuffer(made), appendix.made);
}

const pageWidth = 16838 - 2 * 720;

const styles = {
  default: {
    document: {
      run: { font: 'Arial', size: 18, language: { value: 'en-GB' } },
      paragraph: { spacing: { after: 80 } },
    },
    title: { run: { size: 36, bold: true }, paragraph: { spacing: { after: 160 } } },
    heading1: {
      run: { size: 26, bold: true, color: '12436D' },
      paragraph: { spacing: { before: 320, after: 120 }, keepNext: true },
    },
    heading2: {
      run: { size: 20, bold: true, color: '0B0C0C' },
      paragraph: { spacing: { before: 200, after: 80 }, keepNext: true },
    },
  },
};

function sectionParts(
  section: AppendixSection,
  { levels }: WrittenAppendix,
  columns: readonly AppendixColumn[],
  widths: readonly number[],
): readonly (Paragraph | Table)[] {
  const first = 1500;
  const each = Math.floor((pageWidth - first) / levels.length);
  const principle = (level: number) => section.principles.find((one) => one.level === level)?.text ?? '';
  const principles = table(
    [first, ...levels.map(() => each)],
    ['Score:', ...levels.map(({ level, name }) => `${level} - ${name}`)],
    [['Section principle:', ...levels.map(({ level }) => principle(level))]],
  );
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: [text(section.name)] }),
    ...(section.principles.length === 0 ? [] : [principles, gap()]),
    table(
      widths,
      columns.map(({ heading }) => heading),
      section.objectives.map((objective) => columns.map((column) => column.text(objective))),
    ),
  ];
}

function aboutParts({ about, definitions }: WrittenAppendix): readonly (Paragraph | Table)[] {
  const widths = [3200, pageWidth - 3200];
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: [text('About this document')] }),
    table(widths, ['What', 'Value'], about),
    ...(definitions.length === 0
      ? []
      : [
          new Paragraph({ heading: HeadingLevel.HEADING_2, children: [text('What the words mean')] }),
          table(
            widths,
            ['Word', 'Meaning'],
            definitions.map(({ term, text: meaning }) => [term, meaning]),
          ),
        ]),
  ];
}

/** Word joins tables that stand side by side: a small paragraph keeps them apart. */
function gap(): Paragraph {
  return new Paragraph({ spacing: { after: 60, line: 160 }, keepNext: true, children: [] });
}

function table(
  widths: readonly number[],
  heading: readonly string[],
  rows: readonly (readonly string[])[],
): Table {
  return new Table({
    columnWidths: [...widths],
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: heading.map((name, at) => cell(name, widths[at] ?? 0, true)),
      }),
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: row.every(({ length }) => length < longestWhole),
            children: row.map((each, at) => cell(each, widths[at] ?? 0)),
          }),
      ),
    ],
  });
}

/** A row stays on one page where no cell has more characters: that is less than half a page. */
const longestWhole = 700;

function cell(content: string, width: number, heading = false): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 40, bottom: 40, left: 70, right: 70 },
    verticalAlign: VerticalAlign.TOP,
    ...(heading ? { shading: { fill: 'DCE6EF' } } : {}),
    children: content.split('\n').map(
      (paragraph, at, all) =>
        new Paragraph({
          spacing: { after: at === all.length - 1 ? 0 : 60 },
          keepNext: heading,
          children: paragraph === '' ? [] : [text(paragraph, heading)],
        }),
    ),
  });
}

const shares: Readonly<Record<AppendixColumn['kind'], number>> = {
  number: 480,
  name: 1600,
  description: 1900,
  score: 820,
  text: 4200,
  reason: 2600,
};

/** What is left of the page goes to the texts. */
function columnWidths(columns: readonly AppendixColumn[]): readonly number[] {
  const wide = (kind: AppendixColumn['kind']) => kind === 'text' || kind === 'reason';
  const sum = (which: boolean) =>
    columns.filter(({ kind }) => wide(kind) === which).reduce((all, { kind }) => all + shares[kind], 0);
  const factor = (pageWidth - sum(false)) / sum(true);
  return columns.map(({ kind }) => Math.floor(shares[kind] * (wide(kind) ? factor : 1)));
}

function footer({ title, made }: WrittenAppendix): Footer {
  const page = new TextRun({
    size: 16,
    children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES],
  });
  const where = new TextRun({ size: 16, text: clean(`${title}. Made on ${dayWords(made)}. `) });
  return new Footer({ children: [new Paragraph({ children: [where, page] })] });
}
