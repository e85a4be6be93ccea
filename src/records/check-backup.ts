import { copyFileSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { Problem } from '../kernel/problem.ts';
import { readAccounts } from './accounts.ts';
import { readAgreedStandards } from './agreed-standards.ts';
import { readAllAnswers } from './answers.ts';
import { readAssessment, readAssessments, readFindings } from './assessments.ts';
import { Connection } from './connection.ts';
import { readCorrectionsAt } from './corrections.ts';
import { readAllEvidence } from './evidence.ts';
import { readFactorsAt } from './factors.ts';
import { fitness } from './fitness.ts';
import { readJournal } from './journal.ts';
import { migrate } from './migrate.ts';
import { latestVersion } from './migrations.ts';
import { readOrganisations } from './organisations.ts';
import { readRows } from './rows.ts';
import { resultCode } from './sqlite-problem.ts';
import { readAllWording } from './wording.ts';

const endOfTime = '9999-99';

/**
 * Copies a backup to `copy`, brings the copy to the latest version and reads all that is in it; the backup itself is only
 * copied, so that it stays as it is.
 * @throws Problem FILE_MISSING, BACKUP_BROKEN
 */
export function checkedCopy(backup: string, copy: string): void {
  refuseLive(backup);
  try {
    copyFileSync(backup, copy);
  } catch (cause) {
    throw missing(backup, cause);
  }
  const database = new DatabaseSync(copy);
  try {
    database.exec('PRAGMA trusted_schema = OFF');
    const state = fitness(database, copy, 'whole');
    if (state.verdict === 'newer')
      throw refused(
        backup,
        state.seen,
        `version ${latestVersion}`,
        'A newer Headroom wrote it: use that one.',
      );
    if (state.verdict !== 'sound') throw refused(backup, state.seen);
    database.exec('PRAGMA journal_mode = DELETE');
    migrate(database);
    database.exec('DELETE FROM session');
    if (schemaOf(database) !== expectedSchema()) throw refused(backup, 'tables that Headroom did not make');
    if (database.prepare('PRAGMA foreign_key_check').get() !== undefined)
      throw refused(backup, 'rows that refer to what is not there');
    readAll(new Connection(database, backup));
  } catch (cause) {
    throw asRefusal(backup, cause);
  } finally {
    database.close();
  }
}

/** A database that a program has open, or left without closing, is not all in its one file. */
function refuseLive(backup: string): void {
  if ((statSync(`${backup}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0)
    throw refused(
      backup,
      'a workspace that is in use or was not closed',
      'a file made by `headroom backup FILE`',
      'Make a backup of that workspace, and restore it.',
    );
}

function readAll(connection: Connection): void {
  for (const { id } of readOrganisations(connection)) {
    for (const { period } of readAssessments(connection, id)) {
      readAssessment(connection, id, period);
      readRows(connection, id, period);
    }
    readAgreedStandards(connection, id);
    readFindings(connection, id);
    readFactorsAt(connection, id, endOfTime);
    readCorrectionsAt(connection, id, endOfTime);
    readAllAnswers(connection, id);
    readAllEvidence(connection, id);
  }
  readAllWording(connection);
  readAccounts(connection);
  readJournal(connection, -1);
}

function schemaOf(database: DatabaseSync): string {
  const rows = database.prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name').all();
  return JSON.stringify(rows);
}

function expectedSchema(): string {
  const database = new DatabaseSync(':memory:');
  try {
    migrate(database);
    return schemaOf(database);
  } finally {
    database.close();
  }
}

function missing(file: string, cause: unknown): Problem {
  const seen = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
  return new Problem(
    'FILE_MISSING',
    { file, seen, repair: 'Check the name, and that you may read it.' },
    { cause },
  );
}

function asRefusal(backup: string, cause: unknown): unknown {
  if (cause instanceof Problem && cause.code === 'WORKSPACE_BROKEN')
    return refused(
      backup,
      `${cause.detail.place ?? ''} ${cause.detail.seen ?? ''}`.trim(),
      undefined,
      undefined,
      cause,
    );
  if (resultCode(cause) !== undefined && cause instanceof Error)
    return refused(backup, cause.message, undefined, undefined, cause);
  return cause;
}

function refused(
  file: string,
  seen: string,
  allowed = 'a file made by `headroom backup FILE`',
  repair = 'Give another backup; the workspace was not changed.',
  cause?: unknown,
): Problem {
  return new Problem('BACKUP_BROKEN', { file, seen, allowed, repair }, { cause });
}
