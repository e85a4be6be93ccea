import { join } from 'node:path';
import { Problem } from '../../kernel/problem.ts';
import { matches, mismatches } from '../../kernel/schema.ts';
import { readTextFile } from '../../kernel/text-file.ts';
import { Source } from '../../model/source.ts';
import { parseJson } from './parse-json.ts';

export type { Source };

/**
 * The `source.json` of a folder of `data/sources/`.
 * @throws Problem FILE_MISSING, FILE_EMPTY, FILE_TOO_LARGE, FILE_NOT_TEXT, or BAD_VALUE with the place inside the file
 */
export function readSource(folder: string): Source {
  const file = join(folder, 'source.json');
  const content = parseJson(readTextFile(file), file);
  if (matches(Source, content)) return content;
  const [first] = mismatches(Source, content);
  throw new Problem('BAD_VALUE', {
    file,
    place: first?.path ?? '',
    seen: first?.seen ?? '',
    allowed: first?.message ?? '',
    repair: 'Mend the value at that place.',
  });
}
