import { type Static, Type } from 'typebox';
import type { Frozen } from '../../kernel/schema.ts';

const closed = { additionalProperties: false };
const said = (description: string) => Type.Optional(Type.String({ description }));

/** What was said of a file that was sent; what is not said comes from the file, or from what is held. */
export const UploadSettings = Type.Object(
  {
    organisation: said('The id of the organisation that it is of.'),
    name: said('The name of an organisation that is added.'),
    period: said('The only period that is taken, and that of score columns which name none.'),
    framework: said('The standard that it is in.'),
  },
  closed,
);
export type UploadSettings = Frozen<Static<typeof UploadSettings>>;

/** What an import did, in short: enough to say so once its file is let go. */
export const UploadOutcome = Type.Object(
  {
    organisation: Type.String(),
    by: Type.String(),
    periods: Type.Array(
      Type.Object(
        {
          period: Type.String(),
          outcome: Type.Union([Type.Literal('new'), Type.Literal('unchanged'), Type.Literal('changed')]),
          closed: Type.Boolean(),
          /** Objectives that differ from what was held. */
          changed: Type.Integer({ minimum: 0 }),
          n: Type.Integer({ minimum: 0 }),
          notScored: Type.Integer({ minimum: 0 }),
        },
        closed,
      ),
    ),
  },
  closed,
);
export type UploadOutcome = Frozen<Static<typeof UploadOutcome>>;

/** What is held of a file that was sent and waits for a yes; its bytes stand beside it until it is imported. */
export const UploadNote = Type.Object(
  {
    schema: Type.Literal(1),
    token: Type.String({ pattern: '^[a-f0-9]{32}$' }),
    /** The file's name, without a folder. */
    name: Type.String({ minLength: 1 }),
    size: Type.Integer({ minimum: 1 }),
    /** When it was sent, as ISO 8601 in UTC. */
    at: Type.String(),
    settings: UploadSettings,
    /** What importing it did; null until it is imported. */
    done: Type.Union([UploadOutcome, Type.Null()]),
  },
  closed,
);
export type UploadNote = Frozen<Static<typeof UploadNote>>;
