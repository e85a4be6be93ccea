import { Problem } from '../../kernel/problem.ts';

/**
 * A JSON text as a value, still to be checked.
 * @throws Problem BAD_VALUE with the file
 */
export function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Problem('BAD_VALUE', { file, seen: String(cause), repair: 'Mend the JSON.' }, { cause });
  }
}
