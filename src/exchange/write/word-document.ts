import {
  AlignmentType,
  Bookmark,
  Document,
  Footer,
  HeadingLevel,
  InternalHyperlink,
  LevelFormat,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { dayWords } from '../../model/day-words.ts';
import {
  type Block,
  type ListItem,
  plainWords,
  type Words,
  type WrittenDocument,
} from '../../model/written-document.ts';

const listDepth = 9;
const bullets = 'bullets';

/**
 * A document as the bytes of a Word file (DOCX): real headings, header rows, British English, links inside.
 * What is folded stands in full. The same document gives the same bytes: dates are its own day.
 */
export async function wordDocument(document: WrittenDocument): Promise<Uint8Array> {
  const anchors = anchorsOf(document.blocks);
  const made = new Document({
    title: clean(document.title),
    description: clean(document.description),
    creator: 'Headroom',
    lastModifiedBy: 'Headroom',
    styles,
    numbering: { config: [{ reference: bullets, levels: bulletLevels }] },
    sections: [
      {
        properties: {},
        footers: { default: footer(document) },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, children: [text(document.title)] }),
          new Paragraph({ children: [text(document.description)] }),
          ...document.provenance.map((sentence) => new Paragraph({ children: [text(sentence)] })),
          ...document.blocks.flatMap((block) => blockParts(block, anchors)),
        ],
      },
    ],
  });
  return settled(await Packer.toBuffer(made), document.made);
}

const styles = {
  default: {
    document: {
      run: { font: 'Arial', size: 22, language: { value: 'en-GB' } },
      paragraph: { spacing: { after: 120, line: 276, lineRule: LineRuleType.AUTO } },
    },
    title: { run: { size: 48, bold: true }, paragraph: { spacing: { after: 240 } } },
    heading1: {
      run: { size: 34, bold: true, color: '12436D' },
      paragraph: { spacing: { before: 480, after: 160 }, keepNext: true },
    },
    heading2: {
      run: { size: 26, bold: true, color: '0B0C0C' },
      paragraph: { spacing: { before: 320, after: 100 }, keepNext: true },
    },
    listParagraph: { paragraph: { spacing: { after: 60 } } },
    hyperlink: { run: { color: '1D5A9A', underline: {} } },
  },
};

const bulletLevels = Array.from({ length: listDepth }, (_, level) => ({
  level,
  format: LevelFormat.BULLET,
  text: level % 2 === 0 ? '•' : '–',
  alignment: AlignmentType.LEFT,
  style: { paragraph: { indent: { left: 360 * (level + 1), hanging: 260 } } },
}));

/** Word takes names of places of up to 40 letters and digits: each gets a number. */
function anchorsOf(blocks: readonly Block[]): ReadonlyMap<string, string> {
  const ids = blocks.flatMap((block) => (block.kind === 'heading' ? [block.id] : []));
  return new Map(ids.map((id, index) => [id, `place${index + 1}`]));
}

type Anchors = ReadonlyMap<string, string>;

function blockParts(block: Block, anchors: Anchors): readonly (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading': {
      const level = block.level === 2 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2;
      const children = [text(block.text)];
      return [
        new Paragraph({
          heading: level,
          children: [new Bookmark({ id: anchors.get(block.id) ?? block.id, children })],
        }),
      ];
    }
    case 'paragraph': {
      const keepNext = plainWords(block.words).endsWith(':');
      return [new Paragraph({ keepNext, children: runs(block.words, anchors) })];
    }
    case 'list':
      return block.items.flatMap((item) => listParts(item, 0, anchors));
    case 'fold':
      return [
        new Paragraph({ keepNext: true, children: [text(`${block.summary}:`, true)] }),
        ...block.items.flatMap((item) => listParts(item, 0, anchors)),
      ];
    case 'table':
      return tableParts(block, anchors);
  }
}

function listParts({ words, items }: ListItem, level: number, anchors: Anchors): readonly Paragraph[] {
  const numbering = { reference: bullets, level: Math.min(level, listDepth - 1) };
  return [
    new Paragraph({ numbering, children: runs(words, anchors) }),
    ...items.flatMap((item) => listParts(item, level + 1, anchors)),
  ];
}

const pageWidth = 9026;

function tableParts(
  { caption, head, rows }: Extract<Block, { kind: 'table' }>,
  anchors: Anchors,
): readonly (Paragraph | Table)[] {
  const widths = columnWidths(head, rows);
  const cell = (column: number, children: readonly ParagraphChild[]) =>
    new TableCell({
      width: { size: widths[column] ?? 0, type: WidthType.DXA },
      margins: { top: 60, bottom: 60, left: 90, right: 90 },
      children: [new Paragraph({ spacing: { after: 0 }, children })],
    });
  return [
    new Paragraph({ keepNext: true, children: [text(`${caption}.`, true)] }),
    new Table({
      columnWidths: widths,
      width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
      rows: [
        new TableRow({
          tableHeader: true,
          cantSplit: true,
          children: head.map((name, column) => cell(column, [text(name, true)])),
        }),
        ...rows.map(
          (row) => new TableRow({ children: row.map((words, column) => cell(column, runs(words, anchors))) }),
        ),
      ],
    }),
    new Paragraph({ children: [] }),
  ];
}

/** A column is as wide as its longest text asks, within limits, so that no other has to be a thread. */
function columnWidths(head: readonly string[], rows: readonly (readonly Words[])[]): number[] {
  const asked = head.map((name, column) => {
    const longest = Math.max(
      name.length,
      ...rows.map((row) => Math.sqrt(plainWords(row[column] ?? []).length) * 4),
    );
    return Math.min(Math.max(longest, 20), 50);
  });
  const all = asked.reduce((sum, width) => sum + width, 0);
  return asked.map((width) => Math.floor((pageWidth * width) / all));
}

function runs(words: Words, anchors: Anchors): ParagraphChild[] {
  return words.map((part) => {
    if (typeof part === 'string') return text(part);
    const anchor = part.to === undefined ? undefined : anchors.get(part.to);
    if (anchor === undefined) return text(part.text, part.strong === true);
    const link = new TextRun({ text: clean(part.text), style: 'Hyperlink' });
    return new InternalHyperlink({ anchor, children: [link] });
  });
}

function text(content: string, bold = false): TextRun {
  return new TextRun({ text: clean(content), ...(bold ? { bold } : {}) });
}

/** Characters that XML cannot hold give way to a sign for them. */
function clean(content: string): string {
  return content.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\u{FFFD}');
}

function footer({ title, made }: WrittenDocument): Footer {
  const page = new TextRun({ children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] });
  const where = text(`${title}. Made on ${dayWords(made)}. `);
  return new Footer({ children: [new Paragraph({ children: [where, page] })] });
}

/**
 * The library stamps the clock into the file, and numbers places on from the document before: the document's own day
 * takes its place, places are numbered from 1, and files go in by name.
 */
function settled(bytes: Uint8Array, made: string): Uint8Array {
  const files = unzipSync(bytes);
  const core = 'docProps/core.xml';
  const properties = decode(files[core]);
  const dated = properties.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${made}T00:00:00Z`);
  const body = 'word/document.xml';
  const numbered = numberedPlaces(decode(files[body]));
  const entries = Object.entries({ ...files, [core]: strToU8(dated), [body]: strToU8(numbered) });
  // The first file of such a package says what the others are; the second is left as it is, so that its mark can be read.
  const order = ([name]: readonly [string, unknown]) =>
    `${name === '[Content_Types].xml' ? 0 : name === core ? 1 : 2}${name}`;
  const sorted = entries
    .toSorted((a, b) => (order(a) < order(b) ? -1 : 1))
    .map(([name, content]): [string, Zippable[string]] => [
      name,
      [content, { level: name === core ? 0 : 6 }],
    ]);
  // The day is given in local time, in which the library writes it: the same bytes in every time zone.
  return zipSync(Object.fromEntries(sorted), { mtime: new Date(1980, 0, 1) });
}

function numberedPlaces(xml: string): string {
  const numbers = new Map<string, number>();
  return xml.replace(
    /(<w:bookmark(?:Start|End)\b[^>]*? w:id=")(\d+)"/g,
    (_, before: string, given: string) => {
      const number = numbers.get(given) ?? numbers.size + 1;
      numbers.set(given, number);
      return `${before}${number}"`;
    },
  );
}

function decode(bytes: Uint8Array = new Uint8Array()): string {
  return new TextDecoder().decode(bytes);
}
