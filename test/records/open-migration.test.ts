import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { createFile } from '../../src/records/create-file.ts';
import { migrations } from '../../src/records/migrations.ts';
import { restoreBackup } from '../../src/records/restore.ts';
import { assessment, document, northfield } from './example.ts';
import { emptyFolder, fixedEffects, opened } from './workspace.ts';

/** A workspace as a Headroom of an earlier version left it: filled by the present one, its tables made as that one made them. */
function workspaceOfVersion(version: number): string {
  const filled = opened(emptyFolder());
  filled.putOrganisation(northfield, 'ada');
  filled.saveImport(document([assessment('2022', 3), assessment('2023', 4)]), 'ada');
  filled.close();
  const folder = emptyFolder();
  const file = join(folder, 'headroom.sqlite');
  createFile(file, 'delete');
  const database = new DatabaseSync(file);
  database.exec('PRAGMA foreign_keys = OFF');
  const tables = database.prepare(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
  );
  for (const { name } of tables.all()) database.exec(`DROP TABLE "${String(name)}"`);
  for (const migration of migrations.slice(0, version)) database.exec(migration);
  database.exec(`PRAGMA user_version = ${version}`);
  database.prepare('ATTACH DATABASE ? AS filled').run(filled.file);
  for (const [table, columns] of [
    ['organisation', '*'],
    ['import', '*'],
    ['assessment', 'organisation, period, framework, import, closed, sha256'],
    ['assessment_row', 'organisation, period, objective, content'],
    ['journal', '*'],
  ])
    database.exec(`INSERT INTO main.${table} SELECT ${columns} FROM filled.${table}`);
  database.close();
  return folder;
}

const schemaOf = (file: string) => {
  const database = new DatabaseSync(file, { readOnly: true });
  const rows = database.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY name').all();
  const broken = database.prepare('PRAGMA foreign_key_check').all();
  database.close();
  return { rows, broken };
};

test.each([1, 2])(
  'a workspace of version %i with data is brought up to date, and nothing is lost',
  (version) => {
    const folder = workspaceOfVersion(version);
    const records = opened(folder);
    expect(['2022', '2023'].map((period) => records.assessment('northfield', period))).toEqual([
      assessment('2022', 3),
      assessment('2023', 4),
    ]);
    expect(
      records.assessments('northfield').map(({ closed, source, opened: by }) => [closed, source?.file, by]),
    ).toEqual(Array(2).fill([true, 'return.txt', null]));
    expect(records.rows('northfield', '2023').map((row) => row.version)).toEqual([1, 1, 1]);
    expect(records.journal()).toHaveLength(4);
    expect(schemaOf(records.file)).toEqual({ ...schemaOf(opened(emptyFolder()).file), broken: [] });
    records.reopenAssessment('northfield', '2023', 'A slip', 'ada');
    const row = { objective: 2, state: 'not-scored' as const, text: 'Again' };
    expect(records.enterRow('northfield', '2023', { row, version: 1 }, 'ada').version).toBe(2);
  },
);

test('a backup of version 1 is restored', () => {
  const folder = workspaceOfVersion(1);
  const present = opened(emptyFolder());
  present.putOrganisation({ ...northfield, name: 'Other' }, 'ada');
  const place = join(present.file, '..');
  restoreBackup(join(folder, 'headroom.sqlite'), place, fixedEffects(), 'ada', { patience: 20 });
  expect(present.assessment('northfield', '2023')).toEqual(assessment('2023', 4));
});
