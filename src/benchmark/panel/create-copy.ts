import { constants, copyFileSync, linkSync, rmSync } from 'node:fs';
import { Problem } from '../../kernel/problem.ts';

/**
 * Copies a file to a new one, of which nobody ever sees half.
 * @throws Problem FILE_EXISTS where there is something of that name, FILE_UNWRITABLE
 */
export function createCopy(from: string, to: string): void {
  const temporary = `${to}.${process.pid}.tmp`;
  try {
    copyFileSync(from, temporary, constants.COPYFILE_EXCL);
    try {
      // Unlike renaming, this takes no other file's place.
      linkSync(temporary, to);
    } catch (cause) {
      if (cause instanceof Error && 'code' in cause && cause.code === 'EEXIST') throw cause;
      copyFileSync(temporary, to, constants.COPYFILE_EXCL);
    }
  } catch (cause) {
    const seen = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
    if (seen === 'EEXIST')
      throw new Problem(
        'FILE_EXISTS',
        { file: to, seen: 'a file of that name', repair: 'Give another name, or move it away.' },
        { cause },
      );
    const repair = 'Give a name in a folder that is there, and in which you may write.';
    throw new Problem('FILE_UNWRITABLE', { file: to, seen, repair }, { cause });
  } finally {
    rmSync(temporary, { force: true });
  }
}
