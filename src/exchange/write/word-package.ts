import { strToU8, unzipSync } from 'fflate';
import { zippedPackage } from './zipped-package.ts';

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
  return zippedPackage({ ...files, [core]: strToU8(dated), [body]: strToU8(numbered) });
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
