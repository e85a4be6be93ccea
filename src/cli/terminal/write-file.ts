import { closeSync, fsyncSync, lstatSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs';
import { Problem } from '../../kernel/problem.ts';

/** A file to be written, and how one that Headroom wrote before is known. */
export interface NewFile {
  readonly file: string;
  readonly content: string | Uint8Array;
  /** Stands near the beginning of every such file that Headroom writes. */
  readonly mark: string;
}

const headLength = 4096;

/**
 * Writes a file under another name first, so that nobody ever sees half of it. A file that is there is replaced only
 * if it is a regular one of the same kind, as its mark shows: one that this command would make again.
 * @throws Problem FILE_EXISTS, FILE_UNWRITABLE
 */
export function writeFile({ file, content, mark }: NewFile): void {
  refuseOthers(file, mark);
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    const handle = openSync(temporary, 'wx');
    try {
      const bytes = typeof content === 'string' ? Buffer.from(content) : content;
      for (let done = 0; done < bytes.length; ) done += writeSync(handle, bytes, done);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(temporary, file);
  } catch (cause) {
    rmSync(temporary, { force: true });
    const seen = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
    const repair = 'Give a name in a folder that is there, and in which you may write.';
    throw new Problem('FILE_UNWRITABLE', { file, seen, repair }, { cause });
  }
}

/** Looks at a file before the work of making another: what may not be replaced is refused. @throws Problem FILE_EXISTS */
export function refuseOthers(file: string, mark: string): void {
  const stats = lstatSync(file, { throwIfNoEntry: false });
  if (stats === undefined || (stats.isFile() && (stats.size === 0 || head(file).includes(mark)))) return;
  throw new Problem('FILE_EXISTS', {
    file,
    seen: stats.isFile() ? 'a file that this command did not make' : 'something that is not a regular file',
    repair: 'Give another name, or move it away.',
  });
}

function head(file: string): string {
  const handle = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(headLength);
    return bytes.subarray(0, readSync(handle, bytes)).toString('latin1');
  } finally {
    closeSync(handle);
  }
}
