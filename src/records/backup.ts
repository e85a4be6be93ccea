import { closeSync, existsSync, fsyncSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { Problem } from '../kernel/problem.ts';
import type { Connection } from './connection.ts';
import { discard } from './discard.ts';
import { fitness } from './fitness.ts';
import { placeFile, unwritable } from './place-file.ts';
import { temporaryName } from './temporary-name.ts';

/**
 * Writes the workspace as it is at this moment into one file, without the visits of those who signed in; others may read
 * and write meanwhile. The copy is looked through and safe on the drive before it gets its name.
 * @throws Problem FILE_EXISTS, FILE_UNWRITABLE, WORKSPACE_BROKEN
 */
export function backupTo(connection: Connection, file: string): void {
  if (existsSync(file))
    throw new Problem('FILE_EXISTS', { file, repair: 'Give another name, or move it away.' });
  const temporary = temporaryName(file);
  try {
    probe(temporary, file);
    connection.run('VACUUM INTO ?', temporary);
    forgetSessions(temporary);
    confirm(temporary, connection);
    placeFile(temporary, file);
  } finally {
    discard(temporary);
  }
}

/** SQLite fills an empty file as well as a new one, and does not say why it cannot make one. */
function probe(temporary: string, file: string): void {
  try {
    closeSync(openSync(temporary, 'wx'));
  } catch (cause) {
    throw unwritable(file, cause);
  }
}

/** Whoever holds a copy shall not go on with a visit; accounts stay. */
function forgetSessions(copy: string): void {
  const database = new DatabaseSync(copy);
  try {
    database.exec('PRAGMA secure_delete = ON; DELETE FROM session');
  } finally {
    database.close();
  }
}

function confirm(copy: string, connection: Connection): void {
  const database = new DatabaseSync(copy, { readOnly: true });
  try {
    const state = fitness(database, copy, 'whole');
    if (state.verdict !== 'sound') throw connection.damaged('its copy', state.seen);
  } finally {
    database.close();
  }
  const handle = openSync(copy, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
