import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { migrate } from '../../src/records/migrate.ts';
import { latestVersion } from '../../src/records/migrations.ts';

const state = (database: DatabaseSync) => [
  database.prepare('PRAGMA user_version').get()?.user_version,
  database.prepare('SELECT name FROM sqlite_schema ORDER BY name').all().length,
];

test('an empty file gets every migration once', () => {
  const database = new DatabaseSync(':memory:');
  migrate(database);
  const after = state(database);
  expect(after[0]).toBe(latestVersion);
  expect(after[1]).toBeGreaterThan(8);
  migrate(database);
  expect(state(database)).toEqual(after);
});

test('a migration that cannot be applied leaves nothing behind', () => {
  const database = new DatabaseSync(':memory:');
  database.exec('CREATE TABLE journal (mine TEXT)');
  const before = state(database);
  expect(() => migrate(database)).toThrow('journal');
  expect(state(database)).toEqual(before);
});
