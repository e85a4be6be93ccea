import { unzipSync, zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { csv, docx, docxTable, plots, reading, summary, xlsx } from './table-files.ts';

const heading = ['#', 'Objective', '2023 Score', '2023 Comments'];
const rows = plots.objectives.map(({ number, name }): (string | number)[] => [number, name, 2, `On ${name}`]);
const read = ['2023 1 2 "On Compost"', '2023 2 2 "On Rotation"', '2023 3 2 "On Show day"'];

describe('what is read of a workbook', () => {
  test('merged cells have their value in the first, and the others are empty', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'S',
          rows: [
            ['#', 'Objective', '2022', null, '2023', null],
            [null, null, 'Score', 'Comments', 'Score', 'Comments'],
            ['Soil', null, null, null, null, null],
            [1, 'Compost', 1, 'shared', 2, 'a'],
            [2, 'Rotation', 1, 'hidden below', 2, 'b'],
            [3, 'Show day', 1, '', 2, 'c'],
          ],
          merges: [
            { startRow: 0, endRow: 0, startCol: 2, endCol: 3 },
            { startRow: 0, endRow: 0, startCol: 4, endCol: 5 },
            { startRow: 2, endRow: 2, startCol: 0, endCol: 5 },
            { startRow: 3, endRow: 4, startCol: 3, endCol: 3 },
          ],
        },
      ],
    });
    expect(new TextDecoder().decode(unzipSync(bytes)['xl/worksheets/sheet1.xml'])).toContain('D4:D5');
    const found = await summary(bytes, 'a.xlsx');
    expect(found.rows).toEqual([
      '2022 1 1 "shared"',
      '2022 2 1 ""',
      '2022 3 1 ""',
      '2023 1 2 "a"',
      '2023 2 2 "b"',
      '2023 3 2 "c"',
    ]);
  });

  test('a hidden sheet is named and not read', async () => {
    const other = rows.map((row) => [...row.slice(0, 2), 4, 'secret']);
    const bytes = await writeXlsx({
      sheets: [
        { name: 'Scores', rows: [heading, ...rows] },
        { name: 'Drafts', rows: [['#', 'Objective', '2022 Score', '2022 Comments'], ...other], hidden: true },
      ],
    });
    expect(await summary(bytes, 'a.xlsx')).toEqual({
      rows: read,
      findings: ['document/sheet-hidden (Drafts) a hidden sheet'],
    });
  });

  test('a link to another workbook is named and not followed', async () => {
    const files = unzipSync(await xlsx({ S: [heading, ...rows] }));
    const link = new TextEncoder().encode('<externalLink xmlns="x"/>');
    const bytes = zipSync({ ...files, 'xl/externalLinks/externalLink1.xml': link });
    expect(await summary(bytes, 'a.xlsx')).toEqual({
      rows: read,
      findings: ['document/not-followed (xl/externalLinks/externalLink1.xml) a link to another workbook'],
    });
  });
});

describe.each(['xlsx', 'docx', 'csv'] as const)('in %s', (format) => {
  const bytesOf = async (table: readonly (readonly (string | number)[])[]) =>
    format === 'xlsx' ? await xlsx({ S: table }) : format === 'csv' ? csv(table) : docx(docxTable(table));

  test('targets and their reasons are known, and are no scores', async () => {
    const table = [
      [...heading, '2024 Target', '2024 Reason'],
      ...rows.map((row) => [...row, 4, 'Advance. Nothing stands against it.']),
    ];
    expect(await summary(await bytesOf(table), `a.${format}`)).toEqual({ rows: read, findings: [] });
  });

  test('periods stand in rows, with a state that a score need not say', async () => {
    const table = [
      ['period', 'objective', 'name', 'section', 'state', 'score', 'text'],
      ['2022', 1, 'Compost', 'Soil', 'scored', '1/2', 'Begun'],
      ['2022', 2, 'Rotation', 'Soil', 'not-applicable', '', 'No beds'],
      ['2022', 3, 'Show day', 'Sharing work', 'not-scored', '', 'Later'],
      ['2023', 1, 'Compost', 'Soil', 'scored', '2', ''],
      ['2023', 2, 'Rotation', 'Soil', 'not-applicable', 'NA', 'Still none'],
      ['2023', 3, 'Show day', 'Sharing work', 'not-scored', '', ''],
    ];
    expect(await summary(await bytesOf(table), `a.${format}`)).toEqual({
      rows: [
        '2022 1 1/2 "Begun"',
        '2022 2 not-applicable "No beds"',
        '2022 3 not-scored "Later"',
        '2023 1 2 ""',
        '2023 2 not-applicable "Still none"',
        '2023 3 not-scored ""',
      ],
      findings: [],
    });
  });

  test('a cell that is longer than a spreadsheet can hold is refused with its place', async () => {
    const table = [
      heading,
      ...rows.map((row, at) => (at === 1 ? [...row.slice(0, 3), 'x'.repeat(32_768)] : row)),
    ];
    await expect(bytesOf(table).then((bytes) => reading(bytes, `a.${format}`))).rejects.toThrowError(
      /objective 2, 2023/,
    );
  });
});
