import { join } from 'node:path';
import { type Static, Type } from 'typebox';
import { Problem } from '../../kernel/problem.ts';
import { type Frozen, matches, mismatches } from '../../kernel/schema.ts';
import { readTextFile } from '../../kernel/text-file.ts';
import { periodPattern } from '../../model/period.ts';
import { parseJson } from './parse-json.ts';

const words = Type.String({ minLength: 1 });
const fileName = Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._-]*$' });

/** Where a document in `data/sources/` is from: its folder's `source.json`. */
export const Source = Type.Object(
  {
    $schema: Type.Optional(Type.String()),
    id: Type.String({ pattern: '^[a-z0-9-]+$' }),
    title: words,
    description: words,
    /** What every page and picture says of the organisation: that it is an example, and of what. */
    example: words,
    organisation: Type.Object(
      { id: Type.String({ pattern: '^[a-z0-9-]+$' }), name: words },
      { additionalProperties: false },
    ),
    framework: Type.String({ pattern: '^[a-z0-9-]+$' }),
    periods: Type.Array(Type.String({ pattern: periodPattern }), { minItems: 1 }),
    /** The document and its corrections, in the same folder. */
    file: fileName,
    corrections: Type.Union([fileName, Type.Null()]),
    /** Of the document as received, in lower-case hex. */
    sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    publisher: words,
    licence: words,
    /** How the text was got from the published document. */
    extraction: words,
    knownDamage: Type.Array(words),
  },
  { additionalProperties: false },
);
export type Source = Frozen<Static<typeof Source>>;

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
