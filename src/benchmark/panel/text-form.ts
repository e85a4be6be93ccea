import { isUtf8 } from 'node:buffer';

/** How the bytes of a text file stand for characters; `mark` is the length of its byte order mark. */
export interface TextForm {
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  readonly mark: number;
}

/**
 * The encoding of a text: by its byte order mark, else UTF-8 where all of it is, else Windows-1252.
 * @param chunks its bytes; all are looked at where there is no mark
 */
export function textForm(chunks: Iterable<Buffer>): TextForm {
  let rest: Buffer = Buffer.alloc(0);
  let begun = false;
  for (const chunk of chunks) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    if (!begun) {
      const marked = markedForm(bytes);
      if (marked !== null) return marked;
      begun = true;
    }
    const whole = wholeCharacters(bytes);
    if (!isUtf8(bytes.subarray(0, whole))) return { encoding: 'windows-1252', mark: 0 };
    rest = Buffer.from(bytes.subarray(whole));
  }
  return { encoding: rest.length === 0 ? 'utf-8' : 'windows-1252', mark: 0 };
}

function markedForm(bytes: Buffer): TextForm | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return { encoding: 'utf-8', mark: 3 };
  if (first === 0xff && second === 0xfe) return { encoding: 'utf-16le', mark: 2 };
  if (first === 0xfe && second === 0xff) return { encoding: 'utf-16be', mark: 2 };
  return null;
}

/** How many of the bytes are whole characters, if they are UTF-8: the last may be cut. */
function wholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return length > back ? bytes.length - back : bytes.length;
    }
  }
  return bytes.length;
}

/** The characters of a text as UTF-8, piece by piece; what is no character becomes the replacement character. */
export function* asUtf8(chunks: Iterable<Buffer>, { encoding, mark }: TextForm): Generator<Buffer> {
  let skip = mark;
  // What begins with a mark was not looked at: bytes that are no characters are replaced.
  const decoder = encoding === 'utf-8' && mark === 0 ? null : new TextDecoder(encoding, { ignoreBOM: true });
  for (const chunk of chunks) {
    const bytes = chunk.subarray(Math.min(skip, chunk.length));
    skip -= chunk.length - bytes.length;
    yield decoder === null ? bytes : Buffer.from(decoder.decode(bytes, { stream: true }));
  }
  if (decoder !== null) yield Buffer.from(decoder.decode());
}
