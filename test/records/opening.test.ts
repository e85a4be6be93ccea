import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { migrations } from '../../src/records/migrations.ts';
import { openRecords } from '../../src/records/records.ts';
import { assessment, document, northfield } from './example.ts';
import { emptyFolder, fixedEffects, opened, problemOf } from './workspace.ts';

const open = (folder: string) => openRecords(folder, fixedEffects());
const fileOf = (folder: string) => join(folder, 'headroom.sqlite');

/** A closed workspace with one assessment. */
function workspace(): string {
  const folder = emptyFolder();
  const records = open(folder);
  records.putOrganisation(northfield, 'cli');
  records.saveImport(document([assessment('2023', 4)]), 'cli');
  records.close();
  return folder;
}

/** Changes a closed workspace as no Headroom would. */
function tamper(folder: string, sql: string): void {
  const database = new DatabaseSync(fileOf(folder));
  database.exec(sql);
  database.close();
}

/** What opening says of a file, which must stay as it is; SQLite may leave an empty log beside it. */
function refusal(folder: string): string {
  const before = readFileSync(fileOf(folder));
  const problem = problemOf(() => open(folder));
  expect(problem.code).toBe('WORKSPACE_BROKEN');
  expect(readFileSync(fileOf(folder)).equals(before)).toBe(true);
  const log = `${fileOf(folder)}-wal`;
  expect(existsSync(log) ? statSync(log).size : 0).toBe(0);
  return problem.message.replaceAll(folder, 'FOLDER');
}

describe('a workspace', () => {
  test('makes itself, with its folders, and is one file when it is closed', () => {
    const folder = join(emptyFolder(), 'deep', 'down');
    const records = open(folder);
    expect(records.organisations()).toEqual([]);
    records.close();
    records.close();
    expect(readdirSync(folder)).toEqual(['headroom.sqlite']);
  });

  test('has had every migration, has strict tables and is kept in a write-ahead log, safe on the drive', () => {
    const records = opened(workspace());
    const file = new DatabaseSync(records.file, { readOnly: true });
    const value = (pragma: string) => Object.values(file.prepare(`PRAGMA ${pragma}`).get() ?? {})[0];
    expect([value('user_version'), value('journal_mode'), value('application_id')]).toEqual([
      migrations.length,
      'wal',
      0x48454144,
    ]);
    const loose = file.prepare(
      "SELECT name FROM pragma_table_list WHERE NOT strict AND name NOT LIKE 'sqlite_%'",
    );
    expect(loose.all()).toEqual([]);
    file.close();
  });

  test('that is there already is not written when it is opened again', () => {
    const folder = workspace();
    const before = readFileSync(fileOf(folder));
    open(folder).close();
    expect(readFileSync(fileOf(folder)).equals(before)).toBe(true);
  });

  test('that is only read is not made, and takes no change', () => {
    const folder = emptyFolder();
    const missing = problemOf(() => openRecords(folder, fixedEffects(), { readOnly: true }));
    expect(missing.message.replaceAll(folder, 'FOLDER')).toMatchInlineSnapshot(
      `"The workspace cannot be used: FOLDER/headroom.sqlite. Seen: no such file. Check the folder, or let Headroom make a workspace there with \`headroom init\`."`,
    );
    expect(readdirSync(folder)).toEqual([]);
    const records = opened(workspace(), { readOnly: true });
    expect(problemOf(() => records.putOrganisation({ ...northfield, name: 'N' }, 'cli')).code).toBe(
      'WORKSPACE_BROKEN',
    );
  });

  test('on a drive without write-ahead logging is kept another way, and a line says so', () => {
    const folder = emptyFolder();
    const effects = fixedEffects();
    const records = opened(folder, { journalMode: 'delete' }, effects);
    records.putOrganisation(northfield, 'cli');
    expect(existsSync(`${records.file}-wal`)).toBe(false);
    expect(effects.lines.map((line) => line.replaceAll(folder, 'FOLDER'))).toMatchInlineSnapshot(`
      [
        "Headroom: FOLDER/headroom.sqlite is kept without write-ahead logging, which network drives do not allow; programs that use it at once wait for each other.",
      ]
    `);
    records.close();
    const local = fixedEffects();
    expect(opened(folder, {}, local).organisations()).toEqual([northfield]);
    expect(local.lines).toEqual([]);
  });

  test('that another program holds is waited for, and then said to be busy', () => {
    const folder = workspace();
    const records = opened(folder, { patience: 20 });
    const other = new DatabaseSync(fileOf(folder));
    other.exec('BEGIN IMMEDIATE');
    const put = () => records.putOrganisation({ ...northfield, name: 'N' }, 'cli');
    const problem = problemOf(put);
    expect([problem.code, problem.message.replaceAll(folder, 'FOLDER')]).toMatchInlineSnapshot(`
      [
        "WORKSPACE_BUSY",
        "Another program is writing to the workspace: FOLDER/headroom.sqlite. Wait until it has finished, and try again.",
      ]
    `);
    expect(records.organisations()).toEqual([northfield]);
    other.exec('ROLLBACK');
    other.close();
    put();
    expect(records.organisation('northfield').name).toBe('N');
  });
});

describe('a file that cannot be used is left as it is', () => {
  test('of a newer Headroom', () => {
    const folder = workspace();
    tamper(folder, 'PRAGMA user_version = 99');
    expect(refusal(folder)).toMatchInlineSnapshot(
      `"The workspace cannot be used: FOLDER/headroom.sqlite. Seen: version 99. Allowed: version 5. A newer Headroom wrote it: use that one, or a newer one still."`,
    );
  });

  test('of another program', () => {
    const folder = workspace();
    tamper(folder, 'PRAGMA application_id = 7');
    expect(refusal(folder)).toMatchInlineSnapshot(
      `"The workspace cannot be used: FOLDER/headroom.sqlite. Seen: a database with the application id 7. It is not a Headroom workspace: use another folder, or move the file away."`,
    );
  });

  test('that is no database', () => {
    const folder = emptyFolder();
    writeFileSync(fileOf(folder), 'Objective 1: 3\n'.repeat(500));
    expect(refusal(folder)).toMatchInlineSnapshot(
      `"The workspace cannot be used: FOLDER/headroom.sqlite. Seen: file is not a database. It is not a Headroom workspace: use another folder, or move the file away."`,
    );
  });

  test('that is empty', () => {
    const folder = emptyFolder();
    writeFileSync(fileOf(folder), '');
    expect(refusal(folder)).toMatchInlineSnapshot(
      `"The workspace cannot be used: FOLDER/headroom.sqlite. Seen: an empty file. Stop all that uses the workspace, and restore a backup; the damaged file is kept beside it."`,
    );
  });

  test('cut off anywhere', () => {
    const whole = readFileSync(fileOf(workspace()));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: whole.length - 1 }), (length) => {
        const folder = emptyFolder();
        writeFileSync(fileOf(folder), whole.subarray(0, length));
        refusal(folder);
      }),
      { examples: [[1], [50], [99], [100], [511], [512], [4095], [4096], [4097], [whole.length - 4096]] },
    );
  });

  test('with a page overwritten', () => {
    const bytes = readFileSync(fileOf(workspace()));
    for (let page = 1; page * 4096 < bytes.length; page++) {
      const folder = emptyFolder();
      const broken = Buffer.from(bytes);
      broken.fill(0xa5, page * 4096, (page + 1) * 4096);
      writeFileSync(fileOf(folder), broken);
      refusal(folder);
    }
  });
});

test('a place where no file can be is said, and nothing is made', () => {
  const folder = emptyFolder();
  mkdirSync(fileOf(folder));
  expect(problemOf(() => open(folder)).message.replaceAll(folder, 'FOLDER')).toMatchInlineSnapshot(
    `"The workspace cannot be used: FOLDER/headroom.sqlite. Seen: something that is not a file. It is not a Headroom workspace: use another folder, or move the file away."`,
  );
  const below = join(folder, 'a-file');
  writeFileSync(below, 'x');
  expect(problemOf(() => open(below)).message.replaceAll(folder, 'FOLDER')).toMatchInlineSnapshot(
    `"The workspace cannot be used: FOLDER/a-file/headroom.sqlite. Seen: EEXIST. Headroom must be able to write here: check the name and its rights, or use another folder."`,
  );
  expect(problemOf(() => open(join(below, 'deeper'))).code).toBe('WORKSPACE_BROKEN');
});

test.runIf(process.platform === 'linux')('a place that is only for reading is said', () => {
  expect(problemOf(() => open('/proc/self/headroom')).code).toBe('WORKSPACE_BROKEN');
  expect(problemOf(() => open('/sys/kernel')).code).toBe('WORKSPACE_BROKEN');
});

describe('content that is not as it was written is found when it is read', () => {
  const read = (sql: string) => {
    const folder = workspace();
    tamper(folder, sql);
    const records = opened(folder);
    const problem = problemOf(() => [
      records.organisations(),
      records.assessments('northfield'),
      records.assessment('northfield', '2023'),
      records.findings('northfield'),
      records.factorsAt('northfield', '2023'),
      records.correctionsAt('northfield', '2023'),
      records.journal(),
    ]);
    expect(problem.code).toBe('WORKSPACE_BROKEN');
    return problem.message.replaceAll(folder, 'FOLDER');
  };

  test.each([
    "UPDATE assessment_row SET content = replace(content, '2023', '2024') WHERE objective = 1",
    'DELETE FROM assessment_row WHERE objective = 2',
    "UPDATE organisation SET id = 'North Field'",
    "UPDATE journal SET after = '{'",
    "UPDATE journal SET action = 'guess'",
    "INSERT INTO finding SELECT id, 1, '{}' FROM import",
    "INSERT INTO factor_setting VALUES (1, 'northfield', 'boards', 'no', '1', '', 'cli', '')",
    "INSERT INTO reading_correction VALUES (1, 'northfield', 1, '2023', 'q', 'c', '[]')",
  ])('%s', (sql) => {
    expect(read(`PRAGMA foreign_keys = OFF; ${sql}`)).toContain('The file is damaged: restore a backup.');
  });

  test('with its place', () => {
    expect(read('DELETE FROM assessment_row WHERE objective = 2')).toMatchInlineSnapshot(
      `"The workspace cannot be used: FOLDER/headroom.sqlite, northfield/2023. Seen: rows that are not those that were written. The file is damaged: restore a backup."`,
    );
  });
});

test('a large file opens without a look at every page', () => {
  const folder = workspace();
  tamper(folder, 'CREATE TABLE ballast (b BLOB); INSERT INTO ballast VALUES (zeroblob(5000000))');
  expect(statSync(fileOf(folder)).size).toBeGreaterThan(4 * 1024 * 1024);
  expect(opened(folder).assessment('northfield', '2023')).toEqual(assessment('2023', 4));
});
