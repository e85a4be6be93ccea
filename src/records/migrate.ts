import type { DatabaseSync } from 'node:sqlite';
import { latestVersion, migrations } from './migrations.ts';

/** Brings an open database to the latest version, all or nothing; another program may have done so meanwhile. */
export function migrate(database: DatabaseSync): void {
  database.exec('BEGIN IMMEDIATE');
  try {
    const version = Number(database.prepare('PRAGMA user_version').get()?.user_version);
    for (const migration of migrations.slice(version)) database.exec(migration);
    database.exec(`PRAGMA user_version = ${Math.max(version, latestVersion)}`);
    database.exec('COMMIT');
  } catch (thrown) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw thrown;
  }
}
