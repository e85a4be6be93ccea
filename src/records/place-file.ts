import { constants, copyFileSync, linkSync } from 'node:fs';
import { Problem } from '../kernel/problem.ts';
import { discard } from './discard.ts';

/**
 * Gives a finished file its name, at once and only if the name is free; the temporary name is gone afterwards.
 * @throws Problem FILE_EXISTS, or FILE_UNWRITABLE
 */
export function placeFile(temporary: string, target: string): void {
  try {
    link(temporary, target);
  } catch (cause) {
    if (errorCode(cause) === 'EEXIST')
      throw new Problem('FILE_EXISTS', { file: target, repair: 'Give another name, or move it away.' });
    throw unwritable(target, cause);
  } finally {
    discard(temporary);
  }
}

/** What the user is told of a file that could not be written. */
export function unwritable(file: string, cause: unknown): Problem {
  const repair = 'Give a name in a folder that is there, and in which you may write.';
  return new Problem('FILE_UNWRITABLE', { file, seen: errorCode(cause), repair }, { cause });
}

function errorCode(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
}

function link(temporary: string, target: string): void {
  try {
    linkSync(temporary, target);
  } catch (cause) {
    if (['EEXIST', 'ENOENT', 'EACCES', 'EROFS'].includes(errorCode(cause))) throw cause;
    copyFileSync(temporary, target, constants.COPYFILE_EXCL);
  }
}
