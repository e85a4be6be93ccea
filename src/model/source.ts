import { type Static, Type } from 'typebox';
import type { Frozen } from '../kernel/schema.ts';
import { periodPattern } from './period.ts';

const words = Type.String({ minLength: 1 });
const fileForm = { pattern: '^[A-Za-z0-9][A-Za-z0-9._-]*$' };
const fileName = Type.String(fileForm);

/** Where a document in `data/sources/` is from: its folder's `source.json`. */
export const Source = Type.Object(
  {
    $schema: Type.Optional(Type.String()),
    id: Type.String({ pattern: '^[a-z0-9-]+$' }),
    title: words,
    description: words,
    example: Type.String({
      minLength: 1,
      description:
        'What every page and picture says of the organisation: that it is an example, and of what.',
    }),
    organisation: Type.Object(
      { id: Type.String({ pattern: '^[a-z0-9-]+$' }), name: words },
      { additionalProperties: false },
    ),
    framework: Type.String({ pattern: '^[a-z0-9-]+$' }),
    periods: Type.Array(Type.String({ pattern: periodPattern }), { minItems: 1 }),
    file: Type.String({ ...fileForm, description: 'The document, in the same folder.' }),
    corrections: Type.Union([fileName, Type.Null()], { description: 'Its corrections, in the same folder.' }),
    sha256: Type.String({
      pattern: '^[0-9a-f]{64}$',
      description: 'Of the document as received, in lower-case hex.',
    }),
    publisher: words,
    licence: words,
    extraction: Type.String({
      minLength: 1,
      description: 'How the text was got from the published document.',
    }),
    knownDamage: Type.Array(words, { description: 'What extraction damaged, for the reader.' }),
  },
  {
    additionalProperties: false,
    title: 'Source',
    description: 'Where a document is from, whose it is, and how its text was got.',
  },
);
export type Source = Frozen<Static<typeof Source>>;
