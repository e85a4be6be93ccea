import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addToPanel } from '../../../src/benchmark/panel/add-to-panel.ts';
import type { Database } from '../../../src/duckdb/database.ts';
import { openDatabase } from '../../../src/duckdb/open-database.ts';
import { describeDiagnostic } from '../../../src/kernel/diagnostics.ts';
import { csv, header, panelFixture, row } from './panel-fixture.ts';

const { folder, house, file, add, remove } = panelFixture();
let database: Database;
beforeAll(async () => {
  database = await openDatabase({ folder, threads: 1 });
});
afterAll(() => {
  database.close();
  remove();
});

/** What is found in a file, without its name; nothing of it is kept. */
async function found(content: string | Uint8Array): Promise<readonly string[]> {
  const before = existsSync(house.panels) ? readdirSync(house.panels) : [];
  const { state, panel, findings } = await add('bad', content);
  expect({ state, panel }).toEqual({ state: 'refused', panel: null });
  expect(readdirSync(house.panels)).toEqual(before);
  return findings.map((finding) => describeDiagnostic({ ...finding, file: '' }));
}

const parquet = async (select: string, name: string) => {
  const path = join(folder, name);
  await database.run(`COPY (${select}) TO '${path}' (FORMAT parquet)`);
  return path;
};

describe('rows that are refused', () => {
  test('say what is wrong with each value, in the row of the spreadsheet', async () => {
    expect(
      await found(
        csv(
          row({ framework: 'another' }),
          row({ framework: 'nowhere' }),
          '',
          row({ period: '2023-25' }),
          row({ objective: '60' }),
          row({ objective: '1.0' }),
          row({ score: '6' }),
          row({ score: '2/4' }),
          row({ score: '2.5' }),
          row({ state: 'scored', score: '' }),
          row({ state: 'done', score: '' }),
          row({ agreed_standard: 'perhaps' }),
          row({ factors: 'joint-boards=maybe; nobody=yes' }),
          row({ causes: 'joint-working:9:external:confirmed' }),
          row({ causes: 'weather:4:external:confirmed' }),
          row({ causes: 'joint-working:4:outside:confirmed' }),
          row({ causes: 'joint-working:4:external:guessed' }),
          row({ organisation: '', objective: '' }),
          row({ organisation: '"A\nB"' }),
          row({ organisation: 'A\u202E1' }),
          row({ organisation: 'x'.repeat(201) }),
        ),
      ),
    ).toMatchInlineSnapshot(`
      [
        "error: A cell that every row needs is empty (:19, column organisation). Seen: nothing. Allowed: a value in every row. Give the organisation, or take the row away.",
        "error: A cell that every row needs is empty (:19, column objective). Seen: nothing. Allowed: a value in every row. Give the objective, or take the row away.",
        "error: An organisation cannot be read (:20, column organisation). Seen: A·B. Allowed: at most 200 characters, all of them to be seen. Give the code or the name of the organisation alone.",
        "error: An organisation cannot be read (:21, column organisation). Seen: A·1. Allowed: at most 200 characters, all of them to be seen. Give the code or the name of the organisation alone.",
        "error: An organisation cannot be read (:22, column organisation). Seen: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx.... Allowed: at most 200 characters, all of them to be seen. Give the code or the name of the organisation alone.",
        "error: There are no rules for a framework (:3, column framework). Seen: nowhere. Allowed: another, lga-nps-2018. Give the id of a framework that there are rules for.",
        "error: A row is of another framework than the panel (:2, column framework). Seen: another. Allowed: lga-nps-2018. A panel holds one framework: put these rows into a panel of their own.",
        "error: A period is not one (:5, column period). Seen: 2023-25. Allowed: a year such as 2023, or 2023-24. Write the period so.",
        "error: The framework does not have an objective (:6, column objective). Seen: 60. Allowed: 1 to 59. Give the number of an objective of lga-nps-2018.",
        "error: The framework does not have an objective (:7, column objective). Seen: 1.0. Allowed: 1 to 59. Give the number of an objective of lga-nps-2018.",
        "error: A state is not one (:12, column state). Seen: done. Allowed: scored, not-applicable, not-scored. Write one of these, or leave it empty.",
        "error: A state and a score speak against each other (:11, column state). Seen: scored without a score. Allowed: a score where the state is scored, and nowhere else. Give the score, or another state.",
        "error: A score in a panel cannot be read (:10, column score). Seen: 2.5. Allowed: 1 to 5, or between two levels: 1/2. Write the score as a level, or as two that follow each other.",
        "error: A score is not on the scale (:8, column score). Seen: 6. Allowed: 1 to 5, or between two levels: 1/2. Give a level of the framework.",
        "error: A score is not on the scale (:9, column score). Seen: 2/4. Allowed: 1 to 5, or between two levels: 1/2. Give a level of the framework.",
        "error: An answer is neither yes nor no (:13, column agreed_standard). Seen: perhaps. Allowed: yes, no. Write yes or no, or leave it empty, which is no.",
        "error: A circumstance or its setting is not one (:14, column factors). Seen: joint-boards=maybe. Allowed: joint-boards, joint-strategies, joint-projects, joint-delivery, joint-supplier-programme, regional-supplier-programme, joint-talent-development, shared-systems, joint-working-other; each = yes, no, unknown, claimed. Write id=setting, with a semicolon between two.",
        "error: A cause, its level, control or standing is not one (:15, column causes). Seen: joint-working:9:external:confirmed. Allowed: joint-working, regulation, third-party, market, resources, no-benefit, remit, dependency; level 1 to 5; external, internal; confirmed, read. Write cause:level:control:standing, with a semicolon between two.",
        "error: A cause, its level, control or standing is not one (:16, column causes). Seen: weather:4:external:confirmed. Allowed: joint-working, regulation, third-party, market, resources, no-benefit, remit, dependency; level 1 to 5; external, internal; confirmed, read. Write cause:level:control:standing, with a semicolon between two.",
        "error: A cause, its level, control or standing is not one (:17, column causes). Seen: joint-working:4:outside:confirmed. Allowed: joint-working, regulation, third-party, market, resources, no-benefit, remit, dependency; level 1 to 5; external, internal; confirmed, read. Write cause:level:control:standing, with a semicolon between two.",
        "error: A cause, its level, control or standing is not one (:18, column causes). Seen: joint-working:4:external:guessed. Allowed: joint-working, regulation, third-party, market, resources, no-benefit, remit, dependency; level 1 to 5; external, internal; confirmed, read. Write cause:level:control:standing, with a semicolon between two.",
      ]
    `);
  });

  test('say which of them speak against each other', async () => {
    expect(
      await found(
        csv(
          row({ score: '2', factors: 'joint-boards=yes' }),
          row({ score: '3' }),
          row({ objective: '2', factors: 'joint-boards=no' }),
          row({ organisation: 'a1', objective: '3' }),
        ),
      ),
    ).toMatchInlineSnapshot(`
      [
        "error: Rows speak against each other (:3, objective 1). Seen: A1, 2023: scored 2; scored 3. Allowed: one answer of an organisation for an objective in a period. Keep the row that is right, here and in what the panel holds.",
        "error: Settings of a circumstance speak against each other (:4, column factors). Seen: A1, 2023: joint-boards=no; joint-boards=yes. Allowed: one setting of a circumstance for an organisation in a period. Keep the setting that is right, in every row of that organisation and period.",
        "error: An organisation is written in two ways (:5, column organisation). Seen: A1; a1. Allowed: one spelling of an organisation. Write it the same everywhere, in capitals, small letters and blanks too.",
      ]
    `);
  });

  test('say which rows have another form than the header', async () => {
    expect(
      await found(
        [
          header,
          'A1,lga-nps-2018,2023',
          `${row()},,,more`,
          `${row()},,,`,
          row({ factors: 'x'.repeat(40_000) }),
          `"A1,${row()}`,
          row(),
        ].join('\n'),
      ),
    ).toMatchInlineSnapshot(`
      [
        "error: A row has more or fewer cells than the header (:2). Seen: 3 cells. Allowed: 10, as in the header. Put quotes around a cell that holds the separator, and keep every column.",
        "error: A row has more or fewer cells than the header (:3). Seen: 13 cells. Allowed: 10, as in the header. Put quotes around a cell that holds the separator, and keep every column.",
        "error: A row is longer than a panel’s row can be (:5). Seen: more than 32768 bytes. Allowed: at most 32768 bytes. Look for a quote that is never closed above it, or text that does not belong there.",
        "error: A quote is never closed (:6). Seen: a quote that is never closed. Allowed: a quote at both ends of a cell. Close the quote in this row, or take it away.",
      ]
    `);
  });

  test('are told one by one up to twenty of a kind, and counted', async () => {
    const { findings, counts } = await add(
      'bad',
      csv(...Array.from({ length: 50 }, (_, index) => row({ objective: String(index + 1), score: '9' }))),
    );
    expect(findings.map(({ line }) => line)).toEqual(Array.from({ length: 20 }, (_, index) => index + 2));
    expect(counts).toEqual({ 'panel/level-out-of-range': 50 });
  });

  test('are of no framework that there are rules for', async () => {
    expect(await found(csv(row({ framework: 'mine' }), row({ framework: '' })))).toMatchInlineSnapshot(`
      [
        "error: There are no rules for a framework (:2, column framework). Seen: mine. Allowed: another, lga-nps-2018. Give the id of a framework that there are rules for.",
      ]
    `);
  });
});

describe('headers that are refused', () => {
  test('say which columns are missing, twice, not known or not for a panel', async () => {
    expect(
      await found(
        `=cmd|' /C calc'!A0,organisation,Organisation,,score\u0007,"a\nb",Officer comment,${'y'.repeat(300)}\n1,2,3,4,5,6,7,8\n`,
      ),
    ).toMatchInlineSnapshot(`
      [
        "error: A column is not one of a panel (:1, column 1). Seen: =cmd|' /C calc'!A0. Allowed: organisation, framework, period, objective, state, score, agreed_standard, carried, factors, causes, invented, name. Take the column away, or give it one of these names.",
        "error: A column stands in the file twice (:1, column 3). Seen: Organisation. Allowed: each column once. Take one of the two away.",
        "error: A column is not one of a panel (:1, column 4). Seen: a column without a name. Allowed: organisation, framework, period, objective, state, score, agreed_standard, carried, factors, causes, invented, name. Take the column away, or give it one of these names.",
        "error: A column is not one of a panel (:1, column 5). Seen: score·. Allowed: organisation, framework, period, objective, state, score, agreed_standard, carried, factors, causes, invented, name. Take the column away, or give it one of these names.",
        "error: A column is not one of a panel (:1, column 6). Seen: a·b. Allowed: organisation, framework, period, objective, state, score, agreed_standard, carried, factors, causes, invented, name. Take the column away, or give it one of these names.",
        "error: A column seems to hold what somebody wrote (:1, column 7). Seen: Officer comment. Allowed: organisation, framework, period, objective, state, score, agreed_standard, carried, factors, causes, invented, name. Comments stay at home: take the column away.",
        "error: A column is not one of a panel (:1, column 8). Seen: yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy.... Allowed: organisation, framework, period, objective, state, score, agreed_standard, carried, factors, causes, invented, name. Take the column away, or give it one of these names.",
        "error: A column that every panel has is missing (:1, column framework). Seen: =cmd|' /C calc'!A0, organisation, Organisation, , score·, a·b, Officer commen.... Allowed: organisation, framework, period, objective, score, and more. Add the column framework, with its name in the first row.",
        "error: A column that every panel has is missing (:1, column period). Seen: =cmd|' /C calc'!A0, organisation, Organisation, , score·, a·b, Officer commen.... Allowed: organisation, framework, period, objective, score, and more. Add the column period, with its name in the first row.",
        "error: A column that every panel has is missing (:1, column objective). Seen: =cmd|' /C calc'!A0, organisation, Organisation, , score·, a·b, Officer commen.... Allowed: organisation, framework, period, objective, score, and more. Add the column objective, with its name in the first row.",
        "error: A column that every panel has is missing (:1, column score). Seen: =cmd|' /C calc'!A0, organisation, Organisation, , score·, a·b, Officer commen.... Allowed: organisation, framework, period, objective, score, and more. Add the column score, with its name in the first row.",
      ]
    `);
  });

  test('say that there is none', async () => {
    expect(await found('1;2;3\n4;5;6\n')).toHaveLength(8);
    await expect(add('bad', '\n\r\n ,\n')).rejects.toMatchObject({ code: 'FILE_EMPTY' });
    await expect(add('bad', `${header}\n`)).rejects.toMatchObject({ code: 'FILE_EMPTY' });
    await expect(add('bad', '')).rejects.toMatchObject({ code: 'FILE_EMPTY' });
  });
});

describe('files that are refused', () => {
  test('are no files, no text, or of another kind', async () => {
    const pipe = join(folder, 'pipe');
    spawnSync('mkfifo', [pipe]);
    mkdirSync(join(folder, 'a-folder'));
    symlinkSync('/dev/zero', join(folder, 'zero'));
    for (const name of ['pipe', 'a-folder', 'zero', 'nowhere'])
      await expect(addToPanel(house, { id: 'bad', files: [join(folder, name)] }), name).rejects.toMatchObject(
        { code: 'FILE_MISSING' },
      );
    await expect(add('bad', 'PK\x03\x04…')).rejects.toMatchObject({ code: 'FILE_WRONG_KIND' });
    await expect(add('bad', `${csv(row())}\0`)).rejects.toMatchObject({ code: 'FILE_NOT_TEXT' });
    await expect(add('bad', 'PAR1 is not all of it')).rejects.toMatchObject({ code: 'FILE_DAMAGED' });
  });

  test('take the good ones among them with them', async () => {
    const files = [file(csv(row())), file(csv(row({ score: '9' })), 'wrong.csv')];
    expect(await addToPanel(house, { id: 'bad', files })).toMatchObject({
      state: 'refused',
      findings: [{ file: 'wrong.csv', line: 2 }],
    });
    expect(existsSync(join(house.panels, 'bad'))).toBe(false);
  });
});

describe('Parquet', () => {
  const plain = `'lga-nps-2018' AS framework, 2023 AS period, 1 AS objective, '3' AS score`;

  test('is read where its columns are plain', async () => {
    const path = await parquet(`SELECT 'A1' AS organisation, ${plain}, true AS carried`, 'plain.parquet');
    const added = await addToPanel(house, { id: 'plain', files: [path] });
    expect(added).toMatchObject({ state: 'added', added: 1 });
    expect((await add('same', csv(row({ carried: 'yes' })))).panel?.version).toBe(added.panel?.version);
  });

  test('is refused where they are nested, are bytes, or hold other types', async () => {
    const nested = await parquet(
      `SELECT {'a': 1} AS organisation, ${plain}, ['x'] AS causes, 'x'::BLOB AS factors`,
      'nested.parquet',
    );
    const { findings } = await addToPanel(house, { id: 'bad', files: [nested] });
    expect(findings.map(describeDiagnostic)).toMatchInlineSnapshot(`
      [
        "error: A column holds values that no cell has (nested.parquet, column organisation). Seen: STRUCT(a INTEGER). Allowed: text, whole numbers, yes and no. Write the column as text, in the form that a CSV file would have.",
        "error: A column holds values that no cell has (nested.parquet, column causes). Seen: VARCHAR[]. Allowed: text, whole numbers, yes and no. Write the column as text, in the form that a CSV file would have.",
        "error: A column holds values that no cell has (nested.parquet, column factors). Seen: BLOB. Allowed: text, whole numbers, yes and no. Write the column as text, in the form that a CSV file would have.",
      ]
    `);
    const wrong = await parquet(
      `SELECT 'A1' AS organisation, 'lga-nps-2018' AS framework, DATE '2023-01-01'::VARCHAR AS period, 1.5 AS objective, 3.0 AS score`,
      'wrong.parquet',
    );
    expect((await addToPanel(house, { id: 'bad', files: [wrong] })).counts).toEqual({
      'panel/period-unreadable': 1,
      'panel/objective-unknown': 1,
      'panel/score-unreadable': 1,
    });
  });

  test('is refused where it is damaged', async () => {
    const path = await parquet(
      `SELECT 'A' || range AS organisation, ${plain} FROM range(5000)`,
      'whole.parquet',
    );
    const bytes = readFileSync(path);
    bytes.fill(0xff, 100, 2000);
    await expect(
      addToPanel(house, { id: 'bad', files: [file(bytes, 'torn.parquet')] }),
    ).rejects.toMatchObject({
      code: 'FILE_DAMAGED',
    });
    expect(readdirSync(house.panels).filter((name) => name.startsWith('.'))).toEqual([]);
  });
});
