import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Problem } from './problem.ts';

/**
 * Work that changes a folder, by one program at a time. What it leaves in the folder beside takes the place of the
 * folder if it answers that it shall; otherwise, where it fails, and where the program ends meanwhile, all stays as it
 * was.
 * @throws Problem WORKSPACE_BUSY while another program changes the same folder, FILE_UNWRITABLE; what `work` throws
 */
export async function replaceFolder<T>(
  folder: string,
  work: (folders: {
    /** New and empty. */
    readonly beside: string;
    /** For files that are gone afterwards. */
    readonly scratch: string;
  }) => Promise<{ readonly answer: T; readonly replace: boolean }>,
): Promise<T> {
  const { beside, scratch, before } = places(folder);
  mkdirSync(dirname(folder), { recursive: true });
  const unlock = lock(folder);
  try {
    recover(folder);
    for (const each of [beside, scratch]) {
      rmSync(each, { recursive: true, force: true });
      mkdirSync(each);
    }
    try {
      const { answer, replace } = await work({ beside, scratch });
      if (replace) {
        if (existsSync(folder)) renameSync(folder, before);
        renameSync(beside, folder);
        rmSync(before, { recursive: true, force: true });
      }
      return answer;
    } finally {
      for (const each of [beside, scratch]) rmSync(each, { recursive: true, force: true });
    }
  } finally {
    unlock();
  }
}

/** Takes a folder away, for good also where the program ends meanwhile. @throws Problem WORKSPACE_BUSY, FILE_UNWRITABLE */
export function discardFolder(folder: string): void {
  const { before, gone } = places(folder);
  const unlock = lock(folder);
  try {
    recover(folder);
    // With it, what was renamed is not taken for a folder that was being replaced.
    writeFileSync(gone, '');
    renameSync(folder, before);
    recover(folder);
  } finally {
    unlock();
  }
}

/**
 * Puts a folder back that was being replaced when a program ended, and takes away what was left over. Whoever reads it
 * while another program replaces it has the old or the new one.
 * @throws Problem WORKSPACE_BUSY in the moment between the two
 */
export function settleFolder(folder: string): void {
  if (!existsSync(places(folder).before)) return;
  try {
    const unlock = lock(folder);
    try {
      recover(folder);
    } finally {
      unlock();
    }
  } catch (thrown) {
    if (!(thrown instanceof Problem && thrown.code === 'WORKSPACE_BUSY' && existsSync(folder))) throw thrown;
  }
}

/** Of the names in a folder, those of folders that may have to be settled; what is no folder's is left out. */
export function unsettledNames(names: readonly string[]): readonly string[] {
  return names.flatMap((name) => /^\.old-(.+)$/.exec(name)?.[1] ?? []);
}

function recover(folder: string): void {
  const { before, gone } = places(folder);
  if (existsSync(before)) {
    if (existsSync(folder) || existsSync(gone)) rmSync(before, { recursive: true, force: true });
    else renameSync(before, folder);
  }
  rmSync(gone, { force: true });
}

function places(folder: string) {
  const at = (what: string) => join(dirname(folder), `.${what}-${basename(folder)}`);
  return {
    beside: at('new'),
    scratch: at('scratch'),
    before: at('old'),
    /** A file that says that the folder is being taken away. */
    gone: at('gone'),
    /** A file with the id of the program that changes the folder. */
    busy: at('busy'),
  };
}

function lock(folder: string): () => void {
  const file = places(folder).busy;
  for (const last of [false, true]) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      return () => rmSync(file, { force: true });
    } catch (cause) {
      if (!last && !isAlive(file)) {
        rmSync(file, { force: true });
        continue;
      }
      if (!(cause instanceof Error && 'code' in cause && cause.code === 'EEXIST'))
        throw unwritable(dirname(folder), cause);
      throw new Problem(
        'WORKSPACE_BUSY',
        { file: folder, repair: 'Wait until it has finished, and try again.' },
        { cause },
      );
    }
  }
  throw new Error('unreachable');
}

/** Whether the program that holds a lock still runs; one that cannot be asked does. */
function isAlive(file: string): boolean {
  try {
    const id = Number(readFileSync(file, 'utf8'));
    if (!Number.isInteger(id) || id <= 0) return false;
    process.kill(id, 0);
    return true;
  } catch (thrown) {
    return thrown instanceof Error && 'code' in thrown && thrown.code === 'EPERM';
  }
}

function unwritable(folder: string, cause: unknown): Problem {
  const seen = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
  const repair = 'Check that you may write in this folder, and that there is room.';
  return new Problem('FILE_UNWRITABLE', { file: folder, seen, repair }, { cause });
}
