import { Document, Footer, HeadingLevel, LineRuleType, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import { dayWords } from '../../model/day-words.ts';
import type { WrittenDocument } from '../../model/written-document.ts';
import { anchorsOf, blockParts, bullets, clean, text } from './word-blocks.ts';
import { settledPackage } from './word-package.ts';

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
    numbering: { config: [bullets] },
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
  return settledPackage(await Packer.toBuffer(made), document.made);
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

function footer({ title, made }: WrittenDocument): Footer {
  const page = new TextRun({ children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] });
  const where = text(`${title}. Made on ${dayWords(made)}. `);
  return new Footer({ children: [new Paragraph({ children: [where, page] })] });
}
