import type { Static, TSchema } from 'typebox';
import { Problem } from '../../kernel/problem.ts';
import { matches, mismatches } from '../../kernel/schema.ts';
import { readTextFile } from '../../kernel/text-file.ts';

/**
 * The content of a JSON file, in the form of a schema.
 * @param repair what to do where it has another form
 * @throws Problem FILE_MISSING, FILE_EMPTY, FILE_TOO_LARGE, FILE_NOT_TEXT, or BAD_VALUE with the place inside the file
 */
export function readJsonFile<Schema extends TSchema>(
  file: string,
  schema: Schema,
  repair: string,
): Static<Schema> {
  const content = parseJson(readTextFile(file), file);
  if (matches(schema, content)) return content;
  const [first] = mismatches(schema, content);
  throw new Problem('BAD_VALUE', {
    file,
    place: first?.path ?? '',
    seen: first?.seen ?? '',
    allowed: first?.message ?? '',
    repair,
  });
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Problem('BAD_VALUE', { file, seen: String(cause), repair: 'Mend the JSON.' }, { cause });
  }
}
