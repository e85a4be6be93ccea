import { join } from 'node:path';
import { type Static, Type } from 'typebox';
import { readJsonFile } from '../../exchange/read/read-json-file.ts';
import type { Frozen } from '../../kernel/schema.ts';

const closed = { additionalProperties: false };
const Word = Type.String({ minLength: 1 });

/** What invented organisations are called, and of which types and regions they are. */
export const InventedNames = Type.Object(
  {
    label: Type.String({ minLength: 1, description: 'Stands in brackets behind every name.' }),
    beginnings: Type.Array(Word, { minItems: 1 }),
    middles: Type.Array(Word, { minItems: 1 }),
    endings: Type.Array(Word, { minItems: 1 }),
    before: Type.Array(Type.String(), {
      minItems: 1,
      description: 'What stands before a name; may be empty.',
    }),
    types: Type.Array(
      Type.Object(
        {
          name: Word,
          share: Type.Integer({ minimum: 1, description: 'Of all organisations, beside the other shares.' }),
          lift: Type.Integer({ description: 'How much higher its scores lie, in hundredths of the scale.' }),
        },
        closed,
      ),
      { minItems: 1 },
    ),
    regions: Type.Array(Word, { minItems: 1 }),
    nation: Word,
  },
  closed,
);
export type InventedNames = Frozen<Static<typeof InventedNames>>;

/** The names in a folder such as `data/panel/`. @throws Problem FILE_MISSING, BAD_VALUE and the like */
export function readInventedNames(folder: string): InventedNames {
  return readJsonFile(join(folder, 'invented-names.json'), InventedNames, 'Mend the value at that place.');
}
