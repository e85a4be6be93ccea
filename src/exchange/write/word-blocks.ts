import {
  AlignmentType,
  Bookmark,
  HeadingLevel,
  InternalHyperlink,
  LevelFormat,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { type Block, type ListItem, plainWords, type Words } from '../../model/written-document.ts';

const listDepth = 9;

const bulletLevels = Array.from({ length: listDepth }, (_, level) => ({
  level,
  format: LevelFormat.BULLET,
  text: level % 2 === 0 ? '•' : '–',
  alignment: AlignmentType.LEFT,
  style: { paragraph: { indent: { left: 360 * (level + 1), hanging: 260 } } },
}));

/** How lists look, at every depth that Word has. */
export const bullets = { reference: 'bullets', levels: bulletLevels };

/** The names of places in Word, which takes up to 40 letters and digits, by their ids: each gets a number. */
export function anchorsOf(blocks: readonly Block[]): ReadonlyMap<string, string> {
  const ids = blocks.flatMap((block) => (block.kind === 'heading' ? [block.id] : []));
  return new Map(ids.map((id, index) => [id, `place${index + 1}`]));
}

/** Names of places by the ids of headings. */
export type Anchors = ReadonlyMap<string, string>;

/** A block as paragraphs and tables; what is folded stands in full. */
export function blockParts(block: Block, anchors: Anchors): readonly (Paragraph | Table)[] {
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
  const numbering = { reference: bullets.reference, level: Math.min(level, listDepth - 1) };
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

/** A column is as wide as its longest text and its longest word ask, within limits, so that no other has to be a thread. */
function columnWidths(head: readonly string[], rows: readonly (readonly Words[])[]): number[] {
  const asked = head.map((name, column) => {
    const texts = [name, ...rows.map((row) => plainWords(row[column] ?? []))];
    const longestWord = Math.max(...texts.flatMap((each) => each.split(/\s+/).map((word) => word.length)));
    const longestText = Math.max(...texts.map((each) => Math.sqrt(each.length) * 4));
    return Math.min(Math.max(longestText, longestWord * 2.3), 50);
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

/** Plain text, bold where it stands out. */
export function text(content: string, bold = false): TextRun {
  return new TextRun({ text: clean(content), ...(bold ? { bold } : {}) });
}

/** Text in which characters that XML cannot hold give way to a sign for them. */
export function clean(content: string): string {
  return content.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\u{FFFD}');
}
