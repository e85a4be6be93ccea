import type { IncomingHttpHeaders } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** The encodings that an answer can have on the wire, the one that is preferred first. */
export const encodings = ['br', 'gzip'] as const;
export type Encoding = (typeof encodings)[number];

/** Below this many bytes an answer goes as it is: it fits into one packet anyway. */
const worthwhile = 1400;
const texts = /^(text\/|image\/svg\+xml|application\/([a-z.-]+\+)?(json|javascript|xml))/;
const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Whether an answer of a type is text, which an encoding makes smaller. */
export function isText(contentType: string): boolean {
  return texts.test(contentType);
}

/**
 * The encoding in which an answer is sent; null for as it is.
 *
 * What is compressed shows by its length whether a guess that an address repeats is in it (BREACH, 2013). Only a page of
 * another site can make somebody's browser ask again and again, so what such a page causes goes as it is; with a cookie
 * the browser has to say that it is not so. A token in a page must be masked anew for each answer all the same.
 */
export function chooseEncoding(
  headers: IncomingHttpHeaders,
  contentType: string,
  bytes: number,
): Encoding | null {
  if (bytes < worthwhile || !isText(contentType)) return null;
  const site = headers['sec-fetch-site'];
  const own = site === 'same-origin' || site === 'none';
  if (!own && (site !== undefined || headers.cookie !== undefined)) return null;
  const asked = weights(String(headers['accept-encoding'] ?? ''));
  const weight = (name: string, unless: number) => asked.get(name) ?? asked.get('*') ?? unless;
  const best = Math.max(...encodings.map((name) => weight(name, 0)));
  if (best === 0 || best < (asked.get('identity') ?? 0)) return null;
  return encodings.find((name) => weight(name, 0) === best) ?? null;
}

/** A body in an encoding; `once` takes longer for a smaller one, where it is sent often and made once. */
export function encode(body: Buffer, encoding: Encoding, once: boolean): Promise<Buffer> {
  if (encoding === 'gzip') return zip(body, { level: once ? 9 : 6 });
  return brotli(body, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: once ? 9 : 4,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.byteLength,
    },
  });
}

/** The weight of each name in a list such as `br;q=0.5, gzip`. */
function weights(list: string): ReadonlyMap<string, number> {
  return new Map(
    list.split(',').map((part) => {
      const [name = '', ...parameters] = part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/);
      const weight = Number(parameters.find((one) => one.startsWith('q='))?.slice(2) ?? 1);
      return [name, Number.isFinite(weight) ? weight : 0];
    }),
  );
}
