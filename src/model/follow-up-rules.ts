import { type Static, Type } from 'typebox';
import type { Frozen } from '../kernel/schema.ts';

const closed = { additionalProperties: false };
const SetName = Type.String({ pattern: '^[a-z0-9-]+$', description: 'The name of a set of phrases.' });

/** `follow-up.json`: how the words of a later comment say what became of an earlier action. */
export const FollowUpRules = Type.Object(
  {
    $schema: Type.Optional(Type.String()),
    /** Phrases that say so, if the sentence speaks of the action. */
    says: Type.Object(
      {
        done: SetName,
        /** Also what is not done yet: such words outweigh those of `done` in one sentence. */
        carriedOn: SetName,
        /** Such words outweigh all others. */
        changed: SetName,
      },
      closed,
    ),
    /** Phrases with which an action begins that takes up the sentence before it ("This will be"). */
    takesUp: SetName,
    /**
     * Words that, before a number, name an objective ("objectives 3 & 7"); before "#34", an action;
     * in an action before "#23", the action of that row ("as #23").
     */
    references: Type.Object(
      {
        objective: Type.Array(Type.String({ minLength: 1 })),
        action: Type.Array(Type.String({ minLength: 1 })),
        same: Type.Array(Type.String({ minLength: 1 })),
      },
      closed,
    ),
    /** Words too common in actions to show that two texts speak of one thing, in names too. */
    commonWords: Type.Array(Type.String()),
    phrases: Type.Record(SetName, Type.Array(Type.String(), { minItems: 1 })),
  },
  {
    ...closed,
    title: 'Follow-up rules',
    description: 'How the words of a later comment say what became of an earlier action.',
  },
);
export type FollowUpRules = Frozen<Static<typeof FollowUpRules>>;

/** The rules of a pack without `follow-up.json`: every action is not stated. */
export const noFollowUpRules: FollowUpRules = {
  says: { done: 'done', carriedOn: 'carried-on', changed: 'changed' },
  takesUp: 'takes-up',
  references: { objective: [], action: [], same: [] },
  commonWords: [],
  phrases: {},
};
