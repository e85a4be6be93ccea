import { type Correction, CorrectionsFile } from '../../model/source-correction.ts';
import { readJsonFile } from './read-json-file.ts';

export type { Correction };

/**
 * The corrections of a `corrections.json`.
 * @throws Problem as `readJsonFile`
 */
export function readCorrections(file: string): readonly Correction[] {
  return readJsonFile(file, CorrectionsFile, 'Each correction has id, find, replace and why.').corrections;
}
