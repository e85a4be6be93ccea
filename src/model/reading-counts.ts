import { type Static, Type } from 'typebox';
import type { Frozen } from '../kernel/schema.ts';

const count = (description: string) => Type.Integer({ minimum: 0, description });

/** How many of the reasons in comments an officer has looked at. */
export const ReadingCounts = Type.Object(
  {
    read: count('Read by a rule; nobody has confirmed them.'),
    confirmed: count('Read by a rule, and confirmed by an officer.'),
    added: count('Added by an officer.'),
    dismissed: count('Read by a rule, and dismissed by an officer: they are in no ceiling.'),
    lapsed: count('Decisions of an officer that no longer fit the comment or the rules.'),
  },
  { additionalProperties: false },
);
export type ReadingCounts = Frozen<Static<typeof ReadingCounts>>;
