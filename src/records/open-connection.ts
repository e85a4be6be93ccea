import { accessSync, constants, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Effects } from '../kernel/effects.ts';
import { Problem } from '../kernel/problem.ts';
import { broken, unusablePlace } from './broken.ts';
import { Connection } from './connection.ts';
import { createFile } from './create-file.ts';
import { type Depth, fitness } from './fitness.ts';
import { type JournalMode, journalModeFor } from './journal-mode.ts';
import { migrate } from './migrate.ts';
import { latestVersion } from './migrations.ts';
import { resultCode, sqliteProblem } from './sqlite-problem.ts';

/** How a workspace file is opened. */
export interface OpenOptions {
  /** Changes nothing, not even the version of the file; the file must be there. */
  readonly readOnly?: boolean;
  /** How long to wait for another program's change, in milliseconds; 5000 unless said. */
  readonly patience?: number;
  /** As the folder allows unless said. */
  readonly journalMode?: JournalMode;
}

/** The largest file, in bytes, of which every page is looked at when it is opened. */
const largestCheckedAtOpening = 4 * 1024 * 1024;

/**
 * An open workspace file of the latest version, made if it is not there; a file that cannot be used is left as it is.
 * @throws Problem WORKSPACE_BROKEN, WORKSPACE_BUSY
 */
export function openConnection(file: string, effects: Effects, options: OpenOptions = {}): Connection {
  const { readOnly = false, patience = 5000 } = options;
  if (!readOnly && sizeOf(file, readOnly) === undefined) createFile(file, options.journalMode);
  const size = sizeOf(file, readOnly);
  if (size === undefined) throw broken(file, { verdict: 'missing', seen: 'no such file' });
  if (size === 0) throw broken(file, { verdict: 'damaged', seen: 'an empty file' });
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file, { readOnly });
    database.exec(`PRAGMA busy_timeout = ${patience}`);
    const version = soundVersion(database, file, size > largestCheckedAtOpening ? 'marks' : 'structure');
    if (readOnly && version < latestVersion)
      throw broken(file, { verdict: 'older', seen: `version ${version}` });
    if (!readOnly) prepareToWrite(database, file, version, effects, options.journalMode);
    return new Connection(database, file);
  } catch (thrown) {
    database?.close();
    throw sqliteProblem(thrown, file);
  }
}

/** Only `stat` and `access`: to open and close the file here would drop the locks that SQLite holds on it. */
function sizeOf(file: string, readOnly: boolean): number | undefined {
  try {
    const stats = statSync(file, { throwIfNoEntry: false });
    if (stats === undefined) return undefined;
    if (!stats.isFile()) throw broken(file, { verdict: 'foreign', seen: 'something that is not a file' });
    accessSync(file, readOnly ? constants.R_OK : constants.R_OK | constants.W_OK);
    return stats.size;
  } catch (cause) {
    throw cause instanceof Problem ? cause : unusablePlace(file, cause);
  }
}

function soundVersion(database: DatabaseSync, file: string, depth: Depth): number {
  const state = fitness(database, file, depth);
  if (state.verdict !== 'sound') throw broken(file, state);
  return state.version;
}

function prepareToWrite(
  database: DatabaseSync,
  file: string,
  version: number,
  effects: Effects,
  chosen: JournalMode | undefined,
): void {
  database.exec('PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF');
  if (keptIn(database, chosen ?? journalModeFor(dirname(file))) !== 'wal')
    effects.log(
      `Headroom: ${file} is kept without write-ahead logging, which network drives do not allow; programs that use it at once wait for each other.`,
    );
  if (version === latestVersion) return;
  soundVersion(database, file, 'whole');
  migrate(database);
}

/** The journal mode that the file has after asking for one: it keeps its own while another program uses it. */
function keptIn(database: DatabaseSync, wanted: JournalMode): unknown {
  const mode = () => database.prepare('PRAGMA journal_mode').get()?.journal_mode;
  if (mode() === wanted) return wanted;
  try {
    database.exec(`PRAGMA journal_mode = ${wanted}`);
  } catch (thrown) {
    if (resultCode(thrown) !== 5) throw thrown;
  }
  return mode();
}
