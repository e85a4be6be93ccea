import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Problem } from '../kernel/problem.ts';
import { unusablePlace } from './broken.ts';
import { discard } from './discard.ts';
import { applicationId, pageSize } from './fitness.ts';
import { type JournalMode, journalModeFor } from './journal-mode.ts';
import { makeFolder } from './make-folder.ts';
import { migrate } from './migrate.ts';
import { placeFile } from './place-file.ts';
import { sqliteProblem } from './sqlite-problem.ts';
import { temporaryName } from './temporary-name.ts';

/**
 * Makes an empty workspace file, and its folder, under another name first, so that nobody ever sees half of it.
 * Where another program was quicker, its file stays.
 * @throws Problem WORKSPACE_BROKEN where nothing can be written
 */
export function createFile(file: string, journalMode?: JournalMode): void {
  const temporary = temporaryName(file);
  try {
    makeFolder(dirname(file));
    fill(temporary, journalMode ?? journalModeFor(dirname(file)));
    placeFile(temporary, file);
  } catch (thrown) {
    discard(temporary);
    const cause = sqliteProblem(thrown, file);
    if (!(cause instanceof Problem)) throw unusablePlace(file, cause);
    if (cause.code !== 'FILE_EXISTS') throw cause;
  }
}

function fill(file: string, journalMode: JournalMode): void {
  const database = new DatabaseSync(file);
  try {
    database.exec(
      `PRAGMA page_size = ${pageSize}; PRAGMA synchronous = FULL; PRAGMA application_id = ${applicationId}`,
    );
    migrate(database);
    database.exec(`PRAGMA journal_mode = ${journalMode}`);
  } finally {
    database.close();
  }
}
