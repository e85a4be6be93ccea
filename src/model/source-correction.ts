import { type Static, Type } from 'typebox';
import type { Frozen } from '../kernel/schema.ts';

const closed = { additionalProperties: false };

/** One place where extraction damaged a source: `find` stands in the source exactly once, and `why` is for the reader. */
export const Correction = Type.Object(
  {
    id: Type.String({ pattern: '^[a-z0-9-]+$' }),
    find: Type.String({ minLength: 1, description: 'Text that stands in the source exactly once.' }),
    replace: Type.String({ description: 'What stands there instead.' }),
    why: Type.String({ minLength: 1, description: 'What was damaged, for the reader.' }),
  },
  closed,
);
export type Correction = Frozen<Static<typeof Correction>>;

/** A source's `corrections.json`, in the order of the document. */
export const CorrectionsFile = Type.Object(
  { $schema: Type.Optional(Type.String()), corrections: Type.Array(Correction) },
  {
    ...closed,
    title: 'Corrections',
    description: 'What extraction damaged in a source, and how it is mended.',
  },
);
export type CorrectionsFile = Frozen<Static<typeof CorrectionsFile>>;
