import { type Zippable, zipSync } from 'fflate';

const core = 'docProps/core.xml';

/** The files of a Word or Excel document as one ZIP: by name, with one fixed time, so that the same files are the same bytes. */
export function zippedPackage(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  // The first file of such a package says what the others are; the second is left as it is, so that its mark can be read.
  const order = ([name]: readonly [string, unknown]) =>
    `${name === '[Content_Types].xml' ? 0 : name === core ? 1 : 2}${name}`;
  const sorted = Object.entries(files)
    .toSorted((a, b) => (order(a) < order(b) ? -1 : 1))
    .map(([name, content]): [string, Zippable[string]] => [
      name,
      [content, { level: name === core ? 0 : 6 }],
    ]);
  // The day is given in local time, in which the library writes it: the same bytes in every time zone.
  return zipSync(Object.fromEntries(sorted), { mtime: new Date(1980, 0, 1) });
}
