import { Problem } from '../../kernel/problem.ts';
import { matches, mismatches } from '../../kernel/schema.ts';
import { readTextFile } from '../../kernel/text-file.ts';
import { type Correction, CorrectionsFile } from '../../model/source-correction.ts';
import { parseJson } from './parse-json.ts';

export type { Correction };

/**
 * The corrections of a `corrections.json`.
 * @throws Problem FILE_MISSING, FILE_EMPTY, FILE_TOO_LARGE, FILE_NOT_TEXT, or BAD_VALUE with the place inside the file
 */
export function readCorrections(file: string): readonly Correction[] {
  const content = parseJson(readTextFile(file), file);
  if (matches(CorrectionsFile, content)) return content.corrections;
  const [first] = mismatches(CorrectionsFile, content);
  throw new Problem('BAD_VALUE', {
    file,
    place: first?.path ?? '',
    seen: first?.seen ?? '',
    allowed: first?.message ?? '',
    repair: 'Each correction has id, find, replace and why.',
  });
}
