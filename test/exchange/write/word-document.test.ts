import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { wordDocument } from '../../../src/exchange/write/word-document.ts';
import { wordMark } from '../../../src/exchange/write/word-mark.ts';
import type { WrittenDocument } from '../../../src/model/written-document.ts';
import { wordPart, wordText } from './word-text.ts';

const document: WrittenDocument = {
  title: 'A title',
  description: 'What it is.',
  provenance: ['Where it is from.'],
  made: '2026-01-02',
  blocks: [
    {
      kind: 'heading',
      level: 2,
      text: 'A part',
      id: 'a-part-with-a-name-that-is-longer-than-forty-characters',
    },
    { kind: 'heading', level: 3, text: 'A place in it', id: 'place' },
    {
      kind: 'paragraph',
      words: [
        'See ',
        { text: 'the part', to: 'a-part-with-a-name-that-is-longer-than-forty-characters' },
        { text: ' now', strong: true },
      ],
    },
    { kind: 'list', items: [{ words: ['outer'], items: [{ words: ['inner'], items: [] }] }] },
    { kind: 'fold', summary: 'Folded elsewhere', items: [{ words: ['in full here'], items: [] }] },
    { kind: 'table', caption: 'A table', head: ['One', 'Two'], rows: [[['1'], ['2']]] },
  ],
};

describe('a Word document', () => {
  test('has its words in order, what is folded in full', async () => {
    expect(wordText(await wordDocument(document))).toMatchInlineSnapshot(`
      "A title
      What it is.
      Where it is from.
      A part
      A place in it
      See the part now
      outer
      inner
      Folded elsewhere:
      in full here
      A table.
      One
      Two
      1
      2
      "
    `);
  });

  test('has real headings, nested lists, a header row, and links that find their place', async () => {
    const body = wordPart(await wordDocument(document), 'word/document.xml');
    for (const style of ['Title', 'Heading1', 'Heading2'])
      expect(body).toContain(`<w:pStyle w:val="${style}"/>`);
    expect(body).toMatch(/<w:ilvl w:val="1"\/>/);
    expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    const [, anchor = ''] = /w:anchor="([^"]+)"/.exec(body) ?? [];
    expect(anchor).toMatch(/^[a-z0-9]{1,40}$/);
    expect(body).toContain(`w:name="${anchor}"`);
  });

  test('says its language, title and day, and begins with the mark of Headroom', async () => {
    const bytes = await wordDocument(document);
    expect(wordPart(bytes, 'word/styles.xml')).toContain('w:val="en-GB"');
    const core = wordPart(bytes, 'docProps/core.xml');
    expect(core).toContain('<dc:title>A title</dc:title>');
    expect(core.match(/2026-01-02T00:00:00Z/g)).toHaveLength(2);
    expect(Buffer.from(bytes.subarray(0, 4096)).toString('latin1')).toContain(wordMark);
    expect(Object.keys(unzipSync(bytes))[0]).toBe('[Content_Types].xml');
  });

  test('is the same bytes each time, also after another one', async () => {
    const once = await wordDocument(document);
    await wordDocument({ ...document, title: 'Another' });
    expect(Buffer.compare(once, await wordDocument(document))).toBe(0);
  });
});
