import { strToU8, unzipSync, type Zippable, zipSync } from 'fflate';

/**
 * A Word file that is the same bytes for the same document. The library stamps the clock into it, and numbers places on
 * from the document before: here the document's own day takes its place, places are numbered from 1, and files go in by name.
 * @param bytes the file as the library makes it
 * @param made the document's day, as `2026-01-02`
 */
export function settledPackage(bytes: Uint8Array, made: string): Uint8Array {
  const files = unzipSync(bytes);
  const core = 'docProps/core.xml';
  const properties = decode(files[core]);
  const dated = properties.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${made}T00:00:00Z`);
  const body = 'word/document.xml';
  const numbered = numberedPlaces(decode(files[body]));
  const entries = Object.entries({ ...files, [core]: strToU8(dated), [body]: strToU8(numbered) });
  // The first file of such a package says what the others are; the second is left as it is, so that its mark can be read.
  const order = ([name]: readonly [string, unknown]) =>
    `${name === '[Content_Types].xml' ? 0 : name === core ? 1 : 2}${name}`;
  const sorted = entries
    .toSorted((a, b) => (order(a) < order(b) ? -1 : 1))
    .map(([name, content]): [string, Zippable[string]] => [
      name,
      [content, { level: name === core ? 0 : 6 }],
    ]);
  // The day is given in local time, in which the library writes it: the same bytes in every time zone.
  return zipSync(Object.fromEntries(sorted), { mtime: new Date(1980, 0, 1) });
}

function numberedPlaces(xml: string): string {
  const numbers = new Map<string, number>();
  return xml.replace(
    /(<w:bookmark(?:Start|End)\b[^>]*? w:id=")(\d+)"/g,
    (_, before: string, given: string) => {
      const number = numbers.get(given) ?? numbers.size + 1;
      numbers.set(given, number);
      return `${before}${number}"`;
    },
  );
}

function decode(bytes: Uint8Array = new Uint8Array()): string {
  return new TextDecoder().decode(bytes);
}
