import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Records } from '../../src/records/records.ts';
import { restoreBackup } from '../../src/records/restore.ts';
import { assessment, document, northfield } from './example.ts';
import { emptyFolder, fixedEffects, northfieldRecords, opened, problemOf } from './workspace.ts';

/** All that records say. */
function content(records: Records) {
  const organisations = records.organisations();
  return [
    organisations,
    organisations.map(({ id }) =>
      records.assessments(id).map((held) => [held, records.assessment(id, held.period)]),
    ),
    organisations.map(({ id }) => [
      records.findings(id),
      records.factorsAt(id, '2030'),
      records.correctionsAt(id, '2030'),
      records.answers(id, '2023', 1),
      records.evidence(id, '2023', 1),
      records.assessments(id).map(({ period }) => records.rows(id, period)),
      records.agreedStandardAt(id, '2024'),
    ]),
    records.wording('ladder', 1),
    records.sourceState('northfield'),
    records.journal(),
  ];
}

/** Records with something of each kind. */
function full(): Records {
  const records = northfieldRecords();
  const diagnostics = [
    { code: 'c', severity: 'note' as const, file: 'f', place: 'p', seen: 's', allowed: '', repair: 'r' },
  ];
  records.saveImport({ ...document([assessment('2022', 3), assessment('2023', 4)]), diagnostics }, 'ada');
  records.setFactor('northfield', { factor: 'boards', state: 'no', from: '2023', reason: 'Asked' }, 'ada');
  const about = { objective: 1, period: '2023', quote: 'Quoted', cause: 'remit' };
  records.addCorrection('northfield', { ...about, decision: 'dismiss', reason: 'Not so' }, 'ada');
  const statement = { period: '2023', objective: 1, level: 2, text: 'It is done.', answer: 'met' as const };
  records.putWording({ framework: 'ladder', objective: 1, level: 2, lines: [statement.text] }, 'ada');
  records.putAnswer('northfield', statement, 'ada');
  const kept = {
    title: 'Plan',
    kind: 'document' as const,
    target: 'Shelf',
    owner: 'Ada',
    date: '2023-05-01',
  };
  records.addEvidence('northfield', { ...kept, period: '2023', objective: 1 }, 'ada');
  records.openAssessment('northfield', { period: '2024', framework: 'ladder', objectives: [1, 2, 3] }, 'ada');
  const entered = { objective: 2, state: 'not-scored' as const, text: 'Begun' };
  records.enterRow('northfield', '2024', { row: entered, version: 0 }, 'ada');
  records.agreeStandard('northfield', { level: 3, agreed: 'November 2021', from: '2022' }, 'ada');
  records.markSourceSeeded('northfield', 'aa', 'start');
  return records;
}

const restore = (backup: string, folder: string) =>
  restoreBackup(backup, folder, fixedEffects(), 'ada', { patience: 20 });

/** A backup of full records, and what they said. */
function backedUp() {
  const records = full();
  const file = join(emptyFolder(), 'kept.sqlite');
  records.backup(file);
  return { file, content: content(records), records };
}

/** What a folder says once a backup has been put there: all but the journal, which goes on. */
function restored(folder: string) {
  return content(opened(folder)).slice(0, -1);
}

describe('a backup', () => {
  test('is one file that says the same', () => {
    const { file, content: said } = backedUp();
    const folder = emptyFolder();
    expect(readdirSync(join(file, '..'))).toEqual(['kept.sqlite']);
    renameSync(file, join(folder, 'headroom.sqlite'));
    expect(content(opened(folder))).toEqual(said);
  });

  test('is of one moment while another program is about to write', () => {
    const records = full();
    const other = new DatabaseSync(records.file);
    other.exec("BEGIN IMMEDIATE; UPDATE organisation SET name = 'Half'");
    const folder = emptyFolder();
    records.backup(join(folder, 'headroom.sqlite'));
    other.exec('COMMIT');
    other.close();
    expect(records.organisation('northfield').name).toBe('Half');
    expect(opened(folder).organisation('northfield').name).toBe('Northfield');
  });

  test('never takes the place of a file', () => {
    const records = full();
    const file = join(emptyFolder(), 'kept.sqlite');
    writeFileSync(file, 'mine');
    expect(problemOf(() => records.backup(file)).code).toBe('FILE_EXISTS');
    expect(readFileSync(file, 'utf8')).toBe('mine');
    expect(problemOf(() => records.backup(records.file)).code).toBe('FILE_EXISTS');
  });

  test('in a folder that is not there is refused', () => {
    const records = full();
    const folder = emptyFolder();
    const problem = problemOf(() => records.backup(join(folder, 'nowhere', 'kept.sqlite')));
    expect(problem.message.replaceAll(folder, 'FOLDER')).toMatchInlineSnapshot(
      `"The file cannot be written: FOLDER/nowhere/kept.sqlite. Seen: ENOENT. Give a name in a folder that is there, and in which you may write."`,
    );
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('a restore', () => {
  test('into an empty folder brings all of it back, and is in the journal', () => {
    const { file, content: said } = backedUp();
    const folder = join(emptyFolder(), 'new');
    expect(restore(file, folder)).toEqual({ before: null });
    expect(restored(folder)).toEqual(said.slice(0, -1));
    expect(opened(folder).journal()[0]).toMatchObject({
      by: 'ada',
      action: 'restore-backup',
      after: { file },
    });
    expect(readdirSync(folder).filter((name) => name.includes('tmp'))).toEqual([]);
  });

  test('is seen at once by a program that has the workspace open, and keeps what was there', () => {
    const { file, content: said, records } = backedUp();
    const folder = join(records.file, '..');
    records.saveImport(document([assessment('2024', 5)], 'later.txt', 'cc'), 'bob');
    records.putOrganisation({ ...northfield, id: 'southfield' }, 'bob');
    const later = content(records);
    const { before } = restore(file, folder);
    expect(content(records).slice(0, -1)).toEqual(said.slice(0, -1));
    expect(before).toBe(`${records.file}.before-restore`);
    const old = emptyFolder();
    renameSync(String(before), join(old, 'headroom.sqlite'));
    expect(content(opened(old))).toEqual(later);
    records.setFactor('northfield', { factor: 'boards', state: 'yes', from: '2024', reason: '' }, 'bob');
    expect(
      records
        .journal()
        .map(({ action }) => action)
        .slice(0, 2),
    ).toEqual(['set-factor', 'restore-backup']);
  });

  test('takes the place of a damaged file, which stays beside it with its log', () => {
    const { file, content: said } = backedUp();
    const folder = emptyFolder();
    const broken = Buffer.from('no database'.repeat(1000));
    writeFileSync(join(folder, 'headroom.sqlite'), broken);
    writeFileSync(join(folder, 'headroom.sqlite-wal'), 'log');
    restore(file, folder);
    expect(restored(folder)).toEqual(said.slice(0, -1));
    expect(readFileSync(join(folder, 'headroom.sqlite.before-restore')).equals(broken)).toBe(true);
    expect(readFileSync(join(folder, 'headroom.sqlite.before-restore-wal'), 'utf8')).toBe('log');
  });

  test('waits for who is writing, and then changes nothing', () => {
    const { file, records } = backedUp();
    const other = new DatabaseSync(records.file);
    other.exec('BEGIN IMMEDIATE');
    const said = content(records);
    expect(problemOf(() => restore(file, join(records.file, '..'))).code).toBe('WORKSPACE_BUSY');
    other.exec('ROLLBACK');
    other.close();
    expect(content(records)).toEqual(said);
    expect(existsSync(`${records.file}.before-restore`)).toBe(false);
  });

  test('does not overwrite what an earlier restore put aside', () => {
    const { file, records } = backedUp();
    const folder = join(records.file, '..');
    restore(file, folder);
    const said = content(records);
    const problem = problemOf(() => restore(file, folder));
    expect([problem.code, problem.message.replaceAll(folder, 'FOLDER')]).toMatchInlineSnapshot(`
      [
        "FILE_EXISTS",
        "The file is there already: FOLDER/headroom.sqlite.before-restore. It is what an earlier restore put aside: move it away first.",
      ]
    `);
    expect(content(records)).toEqual(said);
  });

  test('over a workspace of a newer Headroom is refused', () => {
    const { file } = backedUp();
    const folder = emptyFolder();
    opened(folder).close();
    const newer = new DatabaseSync(join(folder, 'headroom.sqlite'));
    newer.exec('PRAGMA user_version = 99');
    newer.close();
    const before = readFileSync(join(folder, 'headroom.sqlite'));
    expect(problemOf(() => restore(file, folder)).code).toBe('WORKSPACE_BROKEN');
    expect(readFileSync(join(folder, 'headroom.sqlite')).equals(before)).toBe(true);
    expect(readdirSync(folder).filter((name) => name.includes('restore'))).toEqual([]);
  });
});

describe('a backup that cannot be used leaves the workspace as it is', () => {
  /** What a restore of such a file says. */
  function refusal(spoil: (file: string) => void): string {
    const { file } = backedUp();
    spoil(file);
    const folder = emptyFolder();
    const records = opened(folder);
    records.putOrganisation({ ...northfield, name: 'Here' }, 'cli');
    records.close();
    const before = readFileSync(records.file);
    const problem = problemOf(() => restore(file, folder));
    expect(readFileSync(records.file).equals(before)).toBe(true);
    expect(readdirSync(folder)).toEqual(['headroom.sqlite']);
    expect(problem.detail.file).toBe(file);
    return `${problem.code}: ${problem.message.replaceAll(file, 'kept.sqlite')}`;
  }

  const sql = (text: string) => (file: string) => {
    const database = new DatabaseSync(file);
    database.exec(text);
    database.close();
  };

  test('since it is not there', () => {
    expect(refusal((file) => rmSync(file))).toMatchInlineSnapshot(
      `"FILE_MISSING: The file cannot be read: kept.sqlite. Seen: ENOENT. Check the name, and that you may read it."`,
    );
  });

  test('since it is a folder', () => {
    const folder = (file: string) => {
      rmSync(file);
      mkdirSync(file);
    };
    expect(refusal(folder)).toContain('FILE_MISSING');
  });

  test('since it is another kind of file', () => {
    expect(refusal((file) => writeFileSync(file, 'Dear all,'.repeat(1000)))).toMatchInlineSnapshot(
      `"BACKUP_BROKEN: The backup cannot be used: kept.sqlite. Seen: file is not a database. Allowed: a file made by \`headroom backup FILE\`. Give another backup; the workspace was not changed."`,
    );
  });

  test('since a newer Headroom made it', () => {
    expect(refusal(sql('PRAGMA user_version = 99'))).toMatchInlineSnapshot(
      `"BACKUP_BROKEN: The backup cannot be used: kept.sqlite. Seen: version 99. Allowed: version 5. A newer Headroom wrote it: use that one."`,
    );
  });

  test('since another program made it', () => {
    expect(refusal(sql('PRAGMA application_id = 9'))).toMatchInlineSnapshot(
      `"BACKUP_BROKEN: The backup cannot be used: kept.sqlite. Seen: a database with the application id 9. Allowed: a file made by \`headroom backup FILE\`. Give another backup; the workspace was not changed."`,
    );
  });

  test('since something else is in it', () => {
    expect(refusal(sql('CREATE TABLE extra (a)'))).toMatchInlineSnapshot(
      `"BACKUP_BROKEN: The backup cannot be used: kept.sqlite. Seen: tables that Headroom did not make. Allowed: a file made by \`headroom backup FILE\`. Give another backup; the workspace was not changed."`,
    );
  });

  test('since it refers to what is not there', () => {
    expect(refusal(sql('PRAGMA foreign_keys = OFF; DELETE FROM import'))).toMatchInlineSnapshot(
      `"BACKUP_BROKEN: The backup cannot be used: kept.sqlite. Seen: rows that refer to what is not there. Allowed: a file made by \`headroom backup FILE\`. Give another backup; the workspace was not changed."`,
    );
  });

  test('since its words are not those that were written', () => {
    const change = "UPDATE assessment_row SET content = replace(content, 'Commentary', 'commentary')";
    expect(refusal(sql(change))).toMatchInlineSnapshot(
      `"BACKUP_BROKEN: The backup cannot be used: kept.sqlite. Seen: northfield/2022 rows that are not those that were written. Allowed: a file made by \`headroom backup FILE\`. Give another backup; the workspace was not changed."`,
    );
  });

  test('since it is a workspace that is in use', () => {
    expect(refusal((file) => writeFileSync(`${file}-wal`, 'log'))).toMatchInlineSnapshot(
      `"BACKUP_BROKEN: The backup cannot be used: kept.sqlite. Seen: a workspace that is in use or was not closed. Allowed: a file made by \`headroom backup FILE\`. Make a backup of that workspace, and restore it."`,
    );
  });

  test('since it is the workspace itself', () => {
    const records = full();
    const problem = problemOf(() => restore(records.file, join(records.file, '..')));
    expect([problem.code, problem.detail.seen]).toEqual(['BACKUP_BROKEN', 'the workspace itself']);
  });

  test('since it was cut off, anywhere', () => {
    const { file } = backedUp();
    const whole = readFileSync(file);
    const folder = emptyFolder();
    fc.assert(
      fc.property(fc.integer({ min: 0, max: whole.length - 1 }), (length) => {
        writeFileSync(file, whole.subarray(0, length));
        expect(problemOf(() => restore(file, folder)).code).toBe('BACKUP_BROKEN');
        expect(readdirSync(folder)).toEqual([]);
      }),
    );
  });
});
