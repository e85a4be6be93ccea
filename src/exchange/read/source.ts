import { join } from 'node:path';
import { Source } from '../../model/source.ts';
import { readJsonFile } from './read-json-file.ts';

export type { Source };

/**
 * The `source.json` of a folder of `data/sources/`.
 * @throws Problem as `readJsonFile`
 */
export function readSource(folder: string): Source {
  return readJsonFile(join(folder, 'source.json'), Source, 'Mend the value at that place.');
}
