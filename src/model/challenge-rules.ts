import { type Static, Type } from 'typebox';
import type { Frozen } from '../kernel/schema.ts';

const closed = { additionalProperties: false };
const setName = (description: string) => Type.String({ pattern: '^[a-z0-9-]+$', description });

/** How one kind is asked about; `values` are what its question can have filled in, in braces. */
function asked(description: string, ...values: readonly string[]) {
  const names = [...values, 'objective', 'period'];
  const question = Type.String({
    minLength: 1,
    pattern: `^[^{}]*(\\{(${names.join('|')})\\}[^{}]*)*$`,
    description: `One question; filled in: ${names.map((name) => `{${name}}`).join(', ')}.`,
  });
  return Type.Optional(
    Type.Object({ title: Type.String({ minLength: 1 }), question }, { ...closed, description }),
  );
}

/** Every kind of challenge, in the order in which they are listed; one that a pack leaves out is not asked. */
export const ChallengeQuestions = Type.Object(
  {
    'criterion-weakened': asked('The comment is weaker than the standard it quotes', 'score', 'firm', 'weak'),
    'rise-weakened': asked('The score rose, and the comment hedges', 'from', 'to', 'weak'),
    'other-level': asked('The standard quoted is for another level', 'score', 'level'),
    'below-standard': asked('The score is below the standard agreed', 'score', 'level'),
    'above-standard': asked('The score is above the standard agreed', 'score', 'level'),
    'above-checklist': asked(
      'The score is above what the answers to statements leave open',
      'score',
      'level',
    ),
    'below-checklist': asked('The score is below what the answers to statements award', 'score', 'level'),
    'circumstance-unconfirmed': asked(
      'The score needs a circumstance that is not confirmed',
      'score',
      'level',
      'words',
      'circumstance',
    ),
    'limit-overtaken': asked('The score is above a limit that is stated', 'score', 'level', 'words'),
    'action-missing': asked('The comment relies on an action that is not there', 'reference', 'row'),
    'action-earlier': asked(
      'The comment relies on an action that only the earlier period has',
      'reference',
      'row',
      'earlier',
      'action',
    ),
    'row-missing': asked('The comment refers to an objective that is not there', 'reference', 'row'),
    'action-vanished': asked('Nothing more is said of an action', 'earlier', 'later', 'action'),
    'action-unclear': asked('An action is spoken of, not its outcome', 'earlier', 'later', 'action', 'words'),
    'wait-over': asked(
      'A limit waited for something that another row reports as done',
      'earlier',
      'moment',
      'row',
      'words',
    ),
    'previous-but-moved': asked(
      'The comment is the previous one, the score is not',
      'earlier',
      'from',
      'to',
      'words',
    ),
    'previous-without-words': asked('The previous comment says nothing of its own', 'earlier', 'words'),
    'previous-promise': asked('The previous comment, taken over, announces something', 'earlier', 'promise'),
    'rise-without-words': asked('The score rose without a word', 'from', 'to'),
    'rise-on-criterion-alone': asked('The score rose on the words of the standard alone', 'from', 'to'),
    'rise-from-standard': asked(
      'The score rose from an agreed standard without a comment',
      'from',
      'to',
      'earlier',
    ),
  },
  closed,
);
export type ChallengeQuestions = Frozen<Static<typeof ChallengeQuestions>>;

/** A kind of challenge. */
export const ChallengeKind = Type.KeyOf(ChallengeQuestions);
export type ChallengeKind = Static<typeof ChallengeKind>;

/** `challenges.json`: what a member could ask where score, standard, comment and other rows do not sit together. */
export const ChallengeRules = Type.Object(
  {
    $schema: Type.Optional(Type.String()),
    firm: setName('Phrases of a standard that asks for something firm ("on a monthly basis", "in place").'),
    weakened: setName('Phrases of a comment that holds something less ("more often than not").'),
    promise: setName('Phrases that announce something ("once live").'),
    kinds: ChallengeQuestions,
    phrases: Type.Record(
      Type.String({ pattern: '^[a-z0-9-]+$' }),
      Type.Array(Type.String(), { minItems: 1 }),
      { description: 'Sets of phrases, written as in reading.json; no set of that file has the same name.' },
    ),
  },
  {
    ...closed,
    title: 'Challenge rules',
    description: 'What a member could ask where score, standard, comment and other rows do not sit together.',
  },
);
export type ChallengeRules = Frozen<Static<typeof ChallengeRules>>;

/** The rules of a pack without `challenges.json`: nothing is asked. */
export const noChallengeRules: ChallengeRules = {
  firm: 'firm',
  weakened: 'weakened',
  promise: 'promise',
  kinds: {},
  phrases: {},
};
