import { existsSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sha256 } from '../kernel/canonical.ts';
import type { Effects } from '../kernel/effects.ts';
import { Problem } from '../kernel/problem.ts';
import { broken, unusablePlace } from './broken.ts';
import { checkedCopy } from './check-backup.ts';
import { discard } from './discard.ts';
import { type Fitness, fitness } from './fitness.ts';
import { enterInJournal } from './journal.ts';
import { makeFolder } from './make-folder.ts';
import { type OpenOptions, openConnection } from './open-connection.ts';
import { placeFile } from './place-file.ts';
import { recordsFile } from './records-file.ts';
import { replaceContent } from './replace-content.ts';
import { resultCode, sqliteProblem } from './sqlite-problem.ts';
import { temporaryName } from './temporary-name.ts';

/** What a restore did. */
export interface Restored {
  /** The file in which the workspace is as it was before; null where there was none. */
  readonly before: string | null;
}

/**
 * Puts a backup in the place of a workspace's content, after it was looked through; what was there stays beside it as
 * `headroom.sqlite.before-restore`. Programs that use the workspace may go on: they see the content change at once. Only
 * where the present file is damaged or not Headroom's is it moved away as it is, and then nobody may be using it.
 * @throws Problem FILE_MISSING, BACKUP_BROKEN, FILE_EXISTS (the file of an earlier restore is still there),
 *   WORKSPACE_BUSY, WORKSPACE_BROKEN; the workspace is then as it was
 */
export function restoreBackup(
  backup: string,
  folder: string,
  effects: Effects,
  by: string,
  options: Pick<OpenOptions, 'patience' | 'journalMode'> = {},
): Restored {
  const file = join(folder, recordsFile);
  const before = `${file}.before-restore`;
  const copy = temporaryName(file);
  refuseItself(backup, file);
  if (existsSync(before))
    throw new Problem('FILE_EXISTS', {
      file: before,
      repair: 'It is what an earlier restore put aside: move it away first.',
    });
  try {
    makeFolderFor(file);
    checkedCopy(backup, copy);
    const after = { file: backup, sha256: sha256(readFileSync(backup)) };
    const state = stateOf(file);
    if (state?.verdict === 'newer') throw broken(file, state);
    if (state?.verdict !== 'sound') {
      if (state !== undefined) moveAway(file, before);
      placeFile(copy, file);
    }
    const connection = openConnection(file, effects, options);
    try {
      const put = () => {
        const stamp = { by, at: effects.now().toISOString() };
        enterInJournal(connection, stamp, {
          action: 'restore-backup',
          subject: recordsFile,
          before: null,
          after,
        });
      };
      if (state?.verdict === 'sound') replaceContent(connection, copy, before, put);
      else connection.writing(put);
    } finally {
      connection.close();
    }
    return { before: state === undefined ? null : before };
  } finally {
    discard(copy);
  }
}

function refuseItself(backup: string, file: string): void {
  const [one, other] = [backup, file].map((path) => statSync(path, { throwIfNoEntry: false }));
  if (one === undefined || one.ino !== other?.ino || one.dev !== other.dev) return;
  const repair = 'Give a file that `headroom backup FILE` made.';
  throw new Problem('BACKUP_BROKEN', { file: backup, seen: 'the workspace itself', repair });
}

function makeFolderFor(file: string): void {
  try {
    makeFolder(dirname(file));
  } catch (cause) {
    throw unusablePlace(file, cause);
  }
}

/** What the present file is; undefined where there is none. */
function stateOf(file: string): Fitness | undefined {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats === undefined) return undefined;
  if (!stats.isFile()) throw broken(file, { verdict: 'foreign', seen: 'something that is not a file' });
  try {
    return examined(file, true);
  } catch (thrown) {
    const code = resultCode(thrown);
    if (code !== 8 && code !== 14) throw sqliteProblem(thrown, file);
  }
  try {
    return examined(file, false);
  } catch (thrown) {
    throw sqliteProblem(thrown, file);
  }
}

/** Only reading keeps the log of a damaged file, which may hold its last changes; a crash can make writing necessary. */
function examined(file: string, readOnly: boolean): Fitness {
  const database = new DatabaseSync(file, { readOnly });
  try {
    return fitness(database, file, 'whole');
  } finally {
    database.close();
  }
}

/** With its logs: one that stayed would be read into the file that comes in its place. */
function moveAway(file: string, before: string): void {
  renameSync(file, before);
  for (const end of ['-wal', '-journal'])
    if (existsSync(`${file}${end}`)) renameSync(`${file}${end}`, `${before}${end}`);
  rmSync(`${file}-shm`, { force: true });
}
