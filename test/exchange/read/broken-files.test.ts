import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { documentKind } from '../../../src/exchange/read/document-kind.ts';
import { FileFault } from '../../../src/exchange/read/file-fault.ts';
import { parseInWorker } from '../../../src/exchange/read/parse-in-worker.ts';
import { Problem } from '../../../src/kernel/problem.ts';
import { csv, docx, docxTable, plots, reading, xlsx } from './table-files.ts';

const rows = [
  ['#', 'Objective', '2023 Score'],
  ...plots.objectives.map(({ number, name }) => [number, name, 2]),
];

function codeOf(work: () => unknown): string {
  try {
    work();
    return 'read';
  } catch (thrown) {
    if (thrown instanceof FileFault) return thrown.code;
    throw thrown;
  }
}

async function parsing(bytes: Uint8Array, name: string, deadline?: number): Promise<string> {
  try {
    await parseInWorker({ bytes, kind: name.endsWith('.csv') ? 'csv' : 'package', name }, name, deadline);
    return 'read';
  } catch (thrown) {
    if (thrown instanceof Problem) return thrown.code;
    throw thrown;
  }
}

test('what is not what its name says, or of no kind that is read, is told apart by its first bytes', () => {
  const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
  const holding = (word: string) => Buffer.concat([old, Buffer.from(word, 'utf16le')]);
  const kinds: readonly (readonly [string, Uint8Array])[] = [
    ['a.pdf', strToU8('%PDF-1.7')],
    ['a.xlsx', strToU8('<html><table>')],
    ['a.docx', strToU8('plain words')],
    ['a.csv', new Uint8Array([0x50, 0x4b, 3, 4])],
    ['a.doc', holding('WordDocument')],
    ['a.xls', holding('Workbook')],
    ['a.xlsx', holding('EncryptedPackage')],
    ['a.txt', strToU8('plain words')],
  ];
  expect(kinds.map(([name, bytes]) => codeOf(() => documentKind(bytes, name)))).toEqual([
    ...Array.from({ length: 6 }, () => 'FILE_WRONG_KIND'),
    'FILE_PROTECTED',
    'read',
  ]);
});

describe('in its thread', () => {
  test('a good file is read', async () => {
    expect(await parsing(await xlsx({ S: rows }), 'a.xlsx')).toBe('read');
  });

  test('macros, another package, a wrong name, and a document type are refused', async () => {
    const text = docx(docxTable(rows));
    expect(
      await parsing(
        zipSync({ 'xl/workbook.xml': strToU8('<w/>'), 'xl/vbaProject.bin': strToU8('x') }),
        'a.xlsx',
      ),
    ).toBe('FILE_HAS_MACROS');
    expect(await parsing(zipSync({ 'a.txt': strToU8('x') }), 'a.docx')).toBe('FILE_WRONG_KIND');
    expect(await parsing(text, 'a.xlsx')).toBe('FILE_WRONG_KIND');
    const entity = '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>';
    expect(await parsing(zipSync({ 'word/document.xml': strToU8(entity) }), 'a.docx')).toBe('FILE_DAMAGED');
    const deep = '<a>'.repeat(5_000) + '</a>'.repeat(5_000);
    expect(await parsing(zipSync({ 'word/document.xml': strToU8(deep) }), 'a.docx')).toBe('FILE_DAMAGED');
  });

  test('a small file that unpacks to much is refused', async () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(80 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(200_000);
    expect(await parsing(bomb, 'a.docx')).toBe('FILE_TOO_LARGE');
  });

  test('a million rows are refused, in a workbook and in CSV', async () => {
    const row = '<row><c><v>1</v></c></row>';
    const sheet = strToU8(`<worksheet><sheetData>${row.repeat(1_000_000)}</sheetData></worksheet>`);
    const book = await xlsx({ S: rows });
    const large = zipSync({ ...unzipSync(book), 'xl/worksheets/sheet1.xml': sheet }, { level: 1 });
    expect(await parsing(large, 'a.xlsx')).toBe('FILE_TOO_LARGE');
    expect(await parsing(strToU8('1,2,3\n'.repeat(1_000_000)), 'a.csv')).toBe('FILE_TOO_LARGE');
  });

  test('a format without text in the last cell of a sheet is no matter', async () => {
    const parts = unzipSync(await xlsx({ S: rows }));
    const sheet = new TextDecoder().decode(parts['xl/worksheets/sheet1.xml']);
    const far = '<row r="1048576"><c r="XFD1048576" s="0"/></row></sheetData>';
    const bytes = zipSync({
      ...parts,
      'xl/worksheets/sheet1.xml': strToU8(sheet.replace('</sheetData>', far)),
    });
    expect((await reading(bytes, 'a.xlsx')).assessments).toHaveLength(1);
  });

  test('one that lies about its size, and one that is not read in time', async () => {
    const lying = Buffer.from(zipSync({ 'word/document.xml': new Uint8Array(1000) }));
    lying.writeUInt32LE(10, lying.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1')) + 24);
    expect(await parsing(lying, 'a.docx')).toBe('FILE_DAMAGED');
    expect(await parsing(await xlsx({ S: rows }), 'a.xlsx', 1)).toBe('FILE_TOO_LARGE');
  });
});

test('bytes that are changed or cut give the same reading or a problem, never another reading', async () => {
  const times = process.env['HEADROOM_TEST_LONG'] === undefined ? 200 : 10_000;
  const files = [
    ['a.xlsx', await xlsx({ S: rows })],
    ['a.docx', docx(docxTable(rows))],
    ['a.csv', csv(rows)],
  ] as const;
  let seed = 1;
  const random = (below: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  };
  for (const [name, bytes] of files) {
    const { assessments } = await reading(bytes, name);
    const outcomes = new Set<string>();
    for (let time = 0; time < times / files.length; time++) {
      const changed = new Uint8Array(bytes);
      const at = random(changed.length);
      changed[at] = (changed[at] ?? 0) ^ (1 << random(8));
      const mutated = time % 4 === 0 ? bytes.slice(0, at) : changed;
      try {
        documentKind(mutated, name);
        const read = await reading(mutated, name);
        outcomes.add('read');
        if (name !== 'a.csv') expect(read.assessments).toEqual(assessments);
      } catch (thrown) {
        if (!(thrown instanceof FileFault || thrown instanceof Problem)) throw thrown;
        outcomes.add(thrown.code);
      }
    }
    expect([...outcomes]).toContain(name === 'a.csv' ? 'NOT_AN_APPENDIX' : 'FILE_DAMAGED');
  }
});
