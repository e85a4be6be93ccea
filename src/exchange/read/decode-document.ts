import type { FormatFinding } from './document-table.ts';
import { FileFault } from './file-fault.ts';

/** Text from bytes, with what is to be said of its encoding. */
export interface DecodedText {
  /** Without a byte order mark, line ends as they were. */
  readonly text: string;
  readonly findings: readonly FormatFinding[];
}

/**
 * Text in UTF-8, or in UTF-16 with a byte order mark; what is neither is taken as Windows-1252, with a finding.
 * @throws FileFault FILE_NOT_TEXT, FILE_EMPTY
 */
export function decodeDocument(bytes: Uint8Array): DecodedText {
  const [encoding, findings] = encodingOf(bytes);
  const text = decode(bytes, encoding);
  if (text === null) throw new FileFault('FILE_NOT_TEXT', `bytes that are not ${encoding}`);
  if (text.trim() === '') throw new FileFault('FILE_EMPTY', 'no text');
  const control = /[^\P{Cc}\t\n\v\f\r\u0085]/u.exec(text);
  if (control !== null)
    throw new FileFault('FILE_NOT_TEXT', `a control character at position ${control.index}`);
  return { text, findings };
}

function encodingOf(bytes: Uint8Array): readonly [string, readonly FormatFinding[]] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return ['utf-16le', []];
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return ['utf-16be', []];
  if (decode(bytes, 'utf-8') !== null) return ['utf-8', []];
  const seen = 'text that is not UTF-8, read as Windows-1252';
  return ['windows-1252', [{ code: 'document/encoding', place: 'the whole file', seen }]];
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
