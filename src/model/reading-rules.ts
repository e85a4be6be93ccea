import { type Static, Type } from 'typebox';
import type { Frozen } from '../kernel/schema.ts';
import { Strength } from './advice.ts';
import { Condition } from './condition.ts';

const closed = { additionalProperties: false };
const Id = Type.String({ pattern: '^[a-z0-9-]+$' });
const setName = (description: string) => Type.String({ pattern: '^[a-z0-9-]+$', description });
const SetName = setName('The name of a set of phrases.');

/** Where an action or a stated course leads: to the next level, towards finding out, nowhere new. */
export const Path = Type.Union([Type.Literal('leads'), Type.Literal('explores'), Type.Literal('maintains')], {
  description:
    'Where an action or a stated course leads: to the next level, towards finding out, nowhere new.',
});
export type Path = Static<typeof Path>;

/** What a sentence means when the rule holds for it. */
export const ReadingRule = Type.Object(
  {
    id: Id,
    title: Type.String({ minLength: 1, description: 'What such a sentence says, in plain words.' }),
    citation: Type.String({
      minLength: 1,
      description: 'The sentence or the reason that this rule rests on.',
    }),
    when: Condition,
    reads: Type.Union([
      Type.Object(
        {
          kind: Type.Literal('obstacle'),
          signal: Type.String({
            pattern: '^[a-z0-9-]+$',
            description: 'What is raised, by a name that a rule of ceilings.json answers.',
          }),
          strength: Strength,
        },
        closed,
      ),
      Type.Object({ kind: Type.Literal('path'), path: Path }, closed),
    ]),
  },
  closed,
);
export type ReadingRule = Omit<Frozen<Static<typeof ReadingRule>>, 'when'> & { readonly when: Condition };

/** `reading.json`: how comments in this field are read. */
export const ReadingFile = Type.Object(
  {
    $schema: Type.Optional(Type.String()),
    labels: Type.Object(
      { commentary: Type.Array(Type.String()), action: Type.Array(Type.String()) },
      { ...closed, description: 'Words that, before a colon or a dash, begin a part of a cell.' },
    ),
    markers: Type.Object(
      {
        criterion: SetName,
        requirement: SetName,
        noFurtherAction: SetName,
        carriedForward: SetName,
        asPrevious: SetName,
        agreedStandard: SetName,
      },
      {
        ...closed,
        description: 'Sets of phrases that mark a sentence as something other than plain commentary.',
      },
    ),
    contrast: setName('Phrases with which a sentence turns: what stands before and after is read apart.'),
    holdsTogether: Type.Optional(
      setName('Phrases whose words of contrast do not turn a sentence, such as “as though”.'),
    ),
    levelMention: setName('Phrases in which <level> is a level that the author names.'),
    moments: Type.Object(
      { until: SetName, reviewBy: SetName, waitsOn: SetName },
      { ...closed, description: 'Phrases that say until when, by when, or on what something waits.' },
    ),
    commonWords: Type.Array(Type.String(), {
      description: 'Words too common to show that an action is aimed at something.',
    }),
    phrases: Type.Record(SetName, Type.Array(Type.String(), { minItems: 1 }), {
      description:
        'Sets of phrases, each a list: word, stem*, (a|b), [optional], ..3 (up to three words between), <level>, {another-set}, ^ (the statement begins here).',
    }),
    rules: Type.Array(ReadingRule, { minItems: 1 }),
  },
  {
    ...closed,
    title: 'Reading rules',
    description: 'How comments are read: labels, phrases, and what a sentence says when they are in it.',
  },
);
export type ReadingFile = Omit<Frozen<Static<typeof ReadingFile>>, 'rules'> & {
  readonly rules: readonly ReadingRule[];
};
