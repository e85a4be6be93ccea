import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { Problem } from '../../kernel/problem.ts';

/** A regular file that is open to be read, as often as one likes. */
export interface RegularFile {
  readonly name: string;
  readonly size: number;
  /** Its bytes from the beginning, a piece at a time; a piece is overwritten by the next. */
  readonly chunks: () => Generator<Buffer>;
  readonly close: () => void;
}

const piece = 1024 * 1024;

/**
 * Opens a file that the user named; whatever is no regular file (a folder, a pipe, a device) is refused.
 * @throws Problem FILE_MISSING
 */
export function openRegularFile(name: string): RegularFile {
  let handle: number;
  try {
    // Without NONBLOCK, opening a pipe waits for somebody to write to it.
    handle = openSync(name, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (cause) {
    const seen = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
    const repair = 'Check the name, and that you may read it.';
    throw new Problem('FILE_MISSING', { file: name, seen, repair }, { cause });
  }
  const stats = fstatSync(handle);
  if (!stats.isFile()) {
    closeSync(handle);
    throw new Problem('FILE_MISSING', {
      file: name,
      seen: 'something that is not a regular file',
      repair: 'Give the name of a CSV or Parquet file.',
    });
  }
  return {
    name,
    size: stats.size,
    chunks: function* () {
      const buffer = Buffer.allocUnsafe(piece);
      for (let position = 0; ; ) {
        const read = readSync(handle, buffer, 0, piece, position);
        if (read === 0) return;
        position += read;
        yield buffer.subarray(0, read);
      }
    },
    close: () => closeSync(handle),
  };
}
