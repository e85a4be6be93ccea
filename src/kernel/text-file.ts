import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { Problem } from './problem.ts';

/** The largest text document that is read, in bytes. */
const largestTextFile = 10 * 1024 * 1024;

/**
 * The content of a UTF-8 text file, without a byte order mark, with line ends as LF.
 * @throws Problem FILE_MISSING, FILE_EMPTY, FILE_TOO_LARGE or FILE_NOT_TEXT
 */
export function readTextFile(file: string): string {
  return decodeText(readBytes(file), file);
}

/**
 * Bytes as UTF-8 text, under the same rules as `readTextFile`; `name` is what the user calls them.
 * @throws Problem FILE_EMPTY, FILE_TOO_LARGE or FILE_NOT_TEXT
 */
export function decodeText(bytes: Uint8Array, name: string): string {
  if (bytes.length > largestTextFile) throw tooLarge(name, bytes.length);
  const text = decode(bytes, name);
  if (text.trim() === '')
    throw new Problem('FILE_EMPTY', { file: name, repair: 'Give a file with content.' });
  const control = /[^\P{Cc}\t\n\v\f\r\u0085]/u.exec(text);
  if (control !== null) throw notText(name, `a control character at position ${control.index}`);
  return text.replace(/\r\n?/g, '\n');
}

function decode(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw notText(name, 'bytes that are not UTF-8', cause);
  }
}

/**
 * The bytes of a regular file, as far as they are not more than is read.
 * @throws Problem FILE_MISSING or FILE_TOO_LARGE
 */
export function readBytes(file: string): Uint8Array {
  let handle: number;
  try {
    // Without NONBLOCK, opening a pipe waits for somebody to write to it.
    handle = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (cause) {
    throw unreadable(file, cause);
  }
  try {
    const stats = fstatSync(handle);
    if (!stats.isFile()) throw notAFile(file);
    if (stats.size > largestTextFile) throw tooLarge(file, stats.size);
    return readFileSync(handle);
  } catch (cause) {
    throw cause instanceof Problem ? cause : unreadable(file, cause);
  } finally {
    closeSync(handle);
  }
}

function unreadable(file: string, cause: unknown): Problem {
  const seen = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
  return new Problem(
    'FILE_MISSING',
    { file, seen, repair: 'Check the name, and that you may read it.' },
    { cause },
  );
}

function notAFile(file: string): Problem {
  return new Problem('FILE_MISSING', {
    file,
    seen: 'something that is not a file',
    repair: 'Give the name of a file.',
  });
}

function tooLarge(file: string, size: number): Problem {
  return new Problem('FILE_TOO_LARGE', {
    file,
    seen: `${size} bytes`,
    allowed: `at most ${largestTextFile} bytes`,
    repair: 'Give the self-assessment alone, without pictures and attachments.',
  });
}

function notText(file: string, seen: string, cause?: unknown): Problem {
  return new Problem(
    'FILE_NOT_TEXT',
    {
      file,
      seen,
      allowed: 'UTF-8 text',
      repair: 'Save the document as plain text (UTF-8) and give that file.',
    },
    { cause },
  );
}
