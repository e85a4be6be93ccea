import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { documentStamp } from '../../../src/exchange/read/document-stamp.ts';
import { parseDocument } from '../../../src/exchange/read/parse-document.ts';
import { readTables } from '../../../src/exchange/read/read-tables.ts';
import { scoreCell } from '../../../src/exchange/read/score-cell.ts';
import type { AssessmentRow } from '../../../src/model/assessment.ts';
import { canonicalText } from '../../../src/model/cell-text.ts';
import { csv, docx, docxTable, plots, reading, summary, type Written, xlsx } from './table-files.ts';

const two = [
  ['2023 Comments and Action', 'Objective', 'Score 2022/23', '#', '2023 Score', 'Comments 2022-23'],
  ['Two\nheaps', 'Compost', 2, 1, '2/3', 'One heap'],
  ['', 'Rotation', '', 2, 'N/A: no beds', ''],
  ['Open day', 'Show day', 'Level 1', 3, '4 - Rich', 'None'],
];
const twoRead = [
  '2022-23 1 2 "One heap"',
  '2022-23 2 not-scored ""',
  '2022-23 3 1 "None"',
  '2023 1 2/3 "Two\\nheaps"',
  '2023 2 not-applicable "no beds"',
  '2023 3 4 "Open day"',
];

describe('a table of two years, its columns in any order', () => {
  test('is read from Excel, Word and CSV alike', async () => {
    const none = { rows: twoRead, findings: [] };
    expect(await summary(await xlsx({ Scores: two }), 'a.xlsx')).toEqual(none);
    expect(await summary(docx(docxTable(two)), 'a.docx')).toEqual(none);
    expect(await summary(csv(two), 'a.csv')).toEqual(none);
  });
});

describe('what could be taken for something else', () => {
  test('a level whose name begins as a month does is no date', () => {
    const levels = ['Junior', 'Decent', 'Marked'].map((name, at) => ({ level: at + 1, name }));
    const read = (text: string) => scoreCell({ text, address: 'A1' }, levels);
    expect(read('1 Junior')).toEqual({ written: '1', reason: '', wasDate: false });
    expect(read('2 Decent').written).toBe('2');
    expect(read('3 - marked').written).toBe('3');
    expect(read('2 Mar')).toEqual({ written: '2/3', reason: '', wasDate: true });
    expect(read('12 Dec').written).toBe('12 Dec, a date');
  });

  test('a line above the headings hides neither whose rows they are nor that they are of two', async () => {
    const rows = (second: string): Written[][] => [
      ['Scores of this year'],
      ['Organisation', 'Framework', '#', 'Objective', '2023 Score'],
      ['elm-road', 'plots', 1, 'Compost', '2'],
      ['elm-road', 'plots', 2, 'Rotation', '2'],
      [second, 'plots', 3, 'Show day', '2'],
    ];
    const one = await parseDocument(csv(rows('elm-road')), 'csv', 'a.csv');
    expect(documentStamp(one)).toMatchObject({ organisation: 'elm-road', framework: 'plots' });
    await expect(reading(csv(rows('oak-lane')), 'a.csv')).rejects.toThrowError(
      /row 5, column 1\. Seen: the rows of a document are of different organisations: elm-road, oak-lane/,
    );
  });
});

describe('what is not applicable', () => {
  test('is said with its cell where nothing says why, and read all the same', async () => {
    const rows: Written[][] = [
      ['#', 'Objective', '2023 Score', '2023 Comments'],
      [1, 'Compost', 'N/A', ''],
      [2, 'Rotation', 'N/A', 'No beds'],
      [3, 'Show day', 'N/A: no field', ''],
    ];
    const read = await summary(await xlsx({ Return: rows }), 'a.xlsx');
    expect(read.findings).toEqual(['document/reason-missing (Return!C2, objective 1, 2023) "N/A" alone']);
    expect(read.rows[0]).toBe('2023 1 not-applicable ""');
  });
});

describe('what a spreadsheet does to scores and rows', () => {
  test('dates, notes, totals, heads of sections, repeated headings and rows that run on', async () => {
    const heading = ['No', 'Objective', '2023 Score', '2023 Comments', '2023 Action', 'Mood'];
    const rows: Written[][] = [
      ['Elm Road 2023'],
      heading,
      ['Soil'],
      [1, 'Compost', new Date(Date.UTC(2023, 2, 2)), 'Turned', 'Turn more', 'good'],
      [null, null, null, 'and sieved'],
      heading,
      [2, 'Rotation', '3', 'Four beds', ''],
      ['2. Sharing work'],
      [null, 'Show day', 1, '', ''],
      ['Average', null, 2.3],
      [null, null, null, null, null, null, 'far away'],
    ];
    expect(await summary(await xlsx({ Return: rows }), 'a.xlsx')).toMatchInlineSnapshot(`
      {
        "findings": [
          "document/row-unread (Return!A1) "Elm Road 2023"",
          "document/column-unknown (Return!F2) Mood",
          "document/row-continued (Return!D5) "and sieved"",
          "document/row-unread (Return!A10) "Average 2.3"",
          "document/row-unread (Return!G11) "far away"",
          "document/score-was-date (Return!C4, objective 1, 2023) "2023-03-02"",
        ],
        "rows": [
          "2023 1 2/3 "Turned\\nAction: Turn more\\nand sieved"",
          "2023 2 3 "Four beds"",
          "2023 3 1 """,
        ],
      }
    `);
  });

  test('a comment that is longer than a cell of a spreadsheet refuses the file with its place', async () => {
    const commented = (length: number) =>
      summary(
        csv([
          ['#', 'Objective', '2023 Score', '2023 Comments and Action'],
          ...plots.objectives.map(({ number, name }, index) => [
            number,
            name,
            2,
            index === 0 ? 'x'.repeat(length) : '',
          ]),
        ]),
        'a.csv',
      );
    await expect(commented(32_768)).rejects.toThrowError(
      /row 2, column 4, objective 1, 2023\. Seen: a cell is longer than a spreadsheet can hold/,
    );
    expect((await commented(32_767)).rows[0]).toContain('x'.repeat(32_767));
  });

  test('a date that is no step between two levels refuses the file with its cell', async () => {
    const rows = [
      ['#', 'Objective', '2023 Score'],
      [1, 'Compost', new Date(Date.UTC(2023, 3, 2))],
      [2, 'Rotation', '1'],
      [3, 'Show day', '1'],
    ];
    await expect(xlsx({ S: rows }).then((bytes) => reading(bytes, 'a.xlsx'))).rejects.toThrowError(
      /S!C2, objective 1, 2023\. Seen: a score is not a level of the framework: "2023-04-02, a date"/,
    );
  });

  test('a heading over two lines, and sheets named by their years', async () => {
    const stacked = [
      ['#', 'Objective', '2022', '', '2023', ''],
      ['', '', 'Score', 'Comments', 'Score', 'Comments'],
      [1, 'Compost', 1, 'a', 2, 'b'],
      [2, 'Rotation', 1, '', 2, ''],
      [3, 'Show day', 1, '', 2, ''],
    ];
    const sheet = (score: number) => [
      ['Objective', 'Score', 'Comments'],
      ...plots.objectives.map(({ name }) => [
        name,
        score,
        name === 'Compost' ? ('abc'[score - 1] ?? '') : '',
      ]),
    ];
    const expected = await summary(await xlsx({ Scores: stacked }), 'a.xlsx');
    expect(expected.findings).toEqual([]);
    expect(expected.rows).toContain('2022 1 1 "a"');
    const sheets = await xlsx({ '2022': sheet(1), '2023': sheet(2) });
    expect(await summary(sheets, 'a.xlsx')).toEqual(expected);
  });

  test('one column without a year takes the period that was said, or asks for it', async () => {
    const rows = [
      ['#', 'Objective', 'Score'],
      ...plots.objectives.map(({ number, name }) => [number, name, 2]),
    ];
    expect((await summary(csv(rows), 'a.csv', '2023-24')).rows[0]).toBe('2023-24 1 2 ""');
    await expect(summary(csv(rows), 'a.csv')).rejects.toThrowError(
      expect.objectContaining({ code: 'USAGE', exitCode: 2 }),
    );
  });
});

describe('a Word document', () => {
  test('has headings, merged cells, tracked changes, breaks and text boxes', async () => {
    const cell = (content: string, properties = '') =>
      `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
    const p = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
    const body = [
      '<w:p><w:pPr><w:pStyle w:val="H1"/></w:pPr><w:r><w:t>Our return</w:t></w:r></w:p>',
      '<w:tbl>',
      `<w:tr>${['#', 'Objective', '2023 Score', '2023 Comments'].map((text) => cell(p(text))).join('')}</w:tr>`,
      `<w:tr>${cell(p('Soil'), '<w:gridSpan w:val="4"/>')}</w:tr>`,
      `<w:tr>${cell(p('1'))}${cell(p('Compost'))}${cell(p('2'))}${cell(
        '<w:p><w:r><w:t>Two</w:t><w:br/><w:t>heaps</w:t></w:r><w:del><w:r><w:delText>gone</w:delText><w:t>gone</w:t></w:r></w:del><w:ins><w:r><w:t> now</w:t></w:r></w:ins></w:p>',
        '<w:vMerge w:val="restart"/>',
      )}</w:tr>`,
      `<w:tr>${cell(p('2'))}${cell(p('Rotation'))}${cell(p('3'))}${cell(p('hidden'), '<w:vMerge/>')}</w:tr>`,
      `<w:tr>${cell(p('3'))}${cell(p('Show day'))}${cell(p('1'))}${cell(
        '<w:p><w:r><w:drawing><w:txbxContent><w:p><w:r><w:t>boxed</w:t></w:r></w:p></w:txbxContent></w:drawing><w:t>Open</w:t></w:r></w:p>',
      )}</w:tr>`,
      '</w:tbl>',
    ];
    expect(await summary(docx(body.join('')), 'a.docx')).toMatchInlineSnapshot(`
      {
        "findings": [
          "document/tracked-changes (table 1, row 3) tracked changes",
          "document/not-followed (table 1, row 5) a text box",
          "document/objective-elsewhere (table 1, row 5, column 1, objective 3) soil",
        ],
        "rows": [
          "2023 1 2 "Two\\nheaps now"",
          "2023 2 3 """,
          "2023 3 1 "Open"",
        ],
      }
    `);
  });
});

const word = fc.constantFrom(
  'heaps',
  '=1+1',
  "'quoted'",
  '-',
  '"a"',
  '<b>&amp;',
  'ümlaut',
  '@x',
  'a;b',
  "'=x",
);
const cellText = fc
  .array(fc.array(word, { minLength: 1, maxLength: 5 }), { maxLength: 3 })
  .map((lines) => canonicalText(lines.map((line) => line.join(' ')).join('\n')));
const row = (objective: number) =>
  fc.oneof(
    fc.record({ score: fc.constantFrom('1', '2/3', '4'), text: cellText }).map(
      ({ score, text }): AssessmentRow => ({
        objective,
        text,
        state: 'scored',
        score: {
          label: score,
          achieved: Number(score[0]),
          workingTowards: score === '2/3' ? 3 : null,
        },
      }),
    ),
    cellText.map((text): AssessmentRow => ({ objective, text, state: 'not-applicable', reason: text })),
    cellText.map((text): AssessmentRow => ({ objective, text, state: 'not-scored' })),
  );

test('an assessment that is written into a table, in any order of columns, is read back the same', async () => {
  const year = fc.tuple(row(1), row(2), row(3));
  const order = fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 });
  await fc.assert(
    fc.asyncProperty(
      year,
      year,
      order,
      fc.constantFrom('xlsx', 'docx', 'csv'),
      async (last, now, shuffle, format) => {
        const mark = (one: AssessmentRow) =>
          one.state === 'scored' ? one.score.label : one.state === 'not-scored' ? '' : 'NA';
        const table = [
          [
            '#',
            'Objective',
            '2022 Score',
            '2022 Comments and Action',
            '2023 Score',
            '2023 Comments and Action',
          ],
          ...plots.objectives.map(({ number, name }, at) => {
            const [a, b] = [last[at], now[at]];
            if (a === undefined || b === undefined) throw new Error('three rows a year');
            return [String(number), name, mark(a), a.text, mark(b), b.text];
          }),
        ].map((cells) => shuffle.map((from) => cells[from] ?? ''));
        const bytes =
          format === 'xlsx'
            ? await xlsx({ S: table })
            : format === 'csv'
              ? csv(table)
              : docx(docxTable(table));
        const { assessments, diagnostics } = await reading(bytes, `a.${format}`);
        expect(assessments.map(({ rows }) => rows)).toEqual([last, now]);
        // A reason is drawn that may be empty.
        expect(diagnostics.filter(({ code }) => code !== 'document/reason-missing')).toEqual([]);
      },
    ),
    { numRuns: process.env['HEADROOM_TEST_LONG'] === undefined ? 60 : 2_000 },
  );
});

describe('encodings and formulas', () => {
  const rows = [
    ['#', 'Objective', '2023 Score', '2023 Comments'],
    ...plots.objectives.map(({ number, name }) => [number, name, 2, 'café']),
  ];
  const text = new TextDecoder().decode(csv(rows));
  const read = async (bytes: Uint8Array) => {
    const {
      rows: [first],
      findings,
    } = await summary(bytes, 'a.csv');
    return [first, ...findings];
  };

  test('UTF-8 and UTF-16 with a mark are read as they are, and Windows-1252 with a finding', async () => {
    const plain = ['2023 1 2 "café"'];
    expect(await read(new TextEncoder().encode(`\uFEFF${text}`))).toEqual(plain);
    expect(await read(Buffer.from(`\uFEFF${text}`, 'utf16le'))).toEqual(plain);
    expect(await read(Buffer.from(`\uFEFF${text}`, 'utf16le').swap16())).toEqual(plain);
    expect(await read(Buffer.from(text.replaceAll('","', '";"'), 'latin1'))).toEqual([
      ...plain,
      'document/encoding (the whole file) text that is not UTF-8, read as Windows-1252',
    ]);
  });

  test('the value kept beside a formula is taken, and one without a value is empty', async () => {
    const formula = (result: number | null) => ({ value: result, formula: 'A2+1', formulaResult: result });
    const cells = new Map([
      ['1,2', formula(3)],
      ['2,2', formula(null)],
    ]);
    const bytes = await writeXlsx({ sheets: [{ name: 'S', rows: rows.map((row) => [...row]), cells }] });
    const { rows: found, findings } = await summary(bytes, 'a.xlsx');
    expect(found.slice(0, 2)).toEqual(['2023 1 3 "café"', '2023 2 not-scored "café"']);
    expect(findings).toEqual([
      'document/formula (S!C2) 1 formula',
      'document/formula-empty (S!C3) 1 formula',
    ]);
  });

  test('the stamp of a document says whose it is, and a plan holds no scores', async () => {
    const about = [
      ['What', 'Value'],
      ['Organisation', 'elm-road'],
      ['Framework', 'plots'],
      ['Periods', '2022, 2023/24'],
    ];
    const parsed = await parseDocument(await xlsx({ S: rows, About: about }), 'package', 'a.xlsx');
    const stamp = {
      organisation: 'elm-road',
      framework: 'plots',
      periods: ['2022', '2023-24'],
      open: [],
      kind: null,
    };
    expect(documentStamp(parsed)).toEqual(stamp);
    const description = 'headroom:organisation=oak-lane;kind=plan';
    expect(documentStamp({ ...parsed, description })).toEqual({
      ...stamp,
      organisation: 'oak-lane',
      kind: 'plan',
    });
    expect(() =>
      readTables({ ...parsed, description }, { framework: plots, organisation: 'elm-road', file: 'a.xlsx' }),
    ).toThrowError(expect.objectContaining({ code: 'NOT_AN_APPENDIX' }));
  });
});
