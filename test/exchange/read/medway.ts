import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readAppendix } from '../../../src/exchange/read/appendix-text.ts';
import { type Correction, readCorrections } from '../../../src/exchange/read/corrections.ts';
import type { DocumentReading } from '../../../src/exchange/read/document-reading.ts';
import { readSource, type Source } from '../../../src/exchange/read/source.ts';
import { matches } from '../../../src/kernel/schema.ts';
import { readTextFile } from '../../../src/kernel/text-file.ts';
import { Framework } from '../../../src/model/framework.ts';

/** The project's own folder. */
export const root = fileURLToPath(new URL('../../../', import.meta.url));
export const folder = `${root}data/sources/medway`;
export const source: Source = readSource(folder);
export const received: string = readTextFile(`${folder}/${source.file}`);
export const corrections: readonly Correction[] = readCorrections(`${folder}/${source.corrections}`);
export const framework: Framework = checkedFramework();

/** The document with its corrections made by plain replacement, as an independent check of the reader's own. */
export const corrected: string = corrections.reduce(
  (text, { find, replace }) => text.replace(find, () => replace),
  received,
);

export function readMedway(text = received, mending: readonly Correction[] = corrections): DocumentReading {
  return readAppendix(text, {
    framework,
    organisation: 'medway',
    file: 'appendix-1.txt',
    corrections: mending,
  });
}

function checkedFramework(): Framework {
  const content: unknown = JSON.parse(readFileSync(`${root}rules/lga-nps-2018/framework.json`, 'utf8'));
  if (!matches(Framework, content)) throw new Error('framework.json does not have the form of a framework');
  return content;
}
