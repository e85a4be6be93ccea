import { type Static, Type } from 'typebox';
import type { Frozen } from '../kernel/schema.ts';

const closed = { additionalProperties: false };
const setName = (description: string) => Type.String({ pattern: '^[a-z0-9-]+$', description });
const labels = (description: string) => Type.Array(Type.String({ minLength: 1 }), { description });

/** `follow-up.json`: how the words of a later comment say what became of an earlier action. */
export const FollowUpRules = Type.Object(
  {
    $schema: Type.Optional(Type.String()),
    says: Type.Object(
      {
        done: setName('Phrases that say that something was done.'),
        carriedOn: setName(
          'Phrases that say that it goes on or is still to come; they outweigh those of done.',
        ),
        changed: setName('Phrases that say that it went another way; they outweigh all others.'),
      },
      { ...closed, description: 'What a sentence that speaks of an action says became of it.' },
    ),
    takesUp: setName(
      'Phrases with which an action begins that takes up the sentence before it ("This will be").',
    ),
    references: Type.Object(
      {
        objective: labels('Words that, before a number, name an objective ("objectives 3 & 7").'),
        action: labels('Words that, before "#34", name the action of that row.'),
        same: labels('Words that, in an action before "#23", name the action of that row ("as #23").'),
      },
      { ...closed, description: 'How a comment refers to another row.' },
    ),
    commonWords: Type.Array(Type.String(), {
      description: 'Words too common in actions to show that two texts speak of one thing, in names too.',
    }),
    phrases: Type.Record(
      Type.String({ pattern: '^[a-z0-9-]+$' }),
      Type.Array(Type.String(), { minItems: 1 }),
      { description: 'Sets of phrases, written as in reading.json; no set of that file has the same name.' },
    ),
  },
  {
    ...closed,
    title: 'Follow-up rules',
    description: 'How the words of a later comment say what became of an earlier action.',
  },
);
export type FollowUpRules = Frozen<Static<typeof FollowUpRules>>;

/** The rules of a pack without `follow-up.json`: no word says what became of an action. */
export const noFollowUpRules: FollowUpRules = {
  says: { done: 'done', carriedOn: 'carried-on', changed: 'changed' },
  takesUp: 'takes-up',
  references: { objective: [], action: [], same: [] },
  commonWords: [],
  phrases: {},
};
