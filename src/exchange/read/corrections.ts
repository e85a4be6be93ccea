import { type Static, Type } from 'typebox';
import { Problem } from '../../kernel/problem.ts';
import { type Frozen, matches, mismatches } from '../../kernel/schema.ts';
import { readTextFile } from '../../kernel/text-file.ts';
import { parseJson } from './parse-json.ts';

const closed = { additionalProperties: false };

/** One place where extraction damaged a source: `find` stands in the source exactly once, and `why` is for the reader. */
export const Correction = Type.Object(
  {
    id: Type.String({ pattern: '^[a-z0-9-]+$' }),
    find: Type.String({ minLength: 1 }),
    replace: Type.String(),
    why: Type.String({ minLength: 1 }),
  },
  closed,
);
export type Correction = Frozen<Static<typeof Correction>>;

/** A source's `corrections.json`, in the order of the document. */
export const CorrectionsFile = Type.Object(
  { $schema: Type.Optional(Type.String()), corrections: Type.Array(Correction) },
  closed,
);
export type CorrectionsFile = Frozen<Static<typeof CorrectionsFile>>;

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
