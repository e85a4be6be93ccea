import { type Static, Type } from 'typebox';
import type { Frozen } from '../kernel/schema.ts';
import { ChallengeKind } from './challenge-rules.ts';
import { PlacedQuote } from './follow-up.ts';
import { Span } from './span.ts';

const closed = { additionalProperties: false };
const words = { quote: Type.String(), ...Span.properties };

/** Words that a question rests on: exactly the slice `start` to `end` of the text that `source` names. */
export const ChallengeQuote = Type.Union([
  Type.Object({ source: Type.Literal('comment'), ...PlacedQuote.properties }, closed),
  Type.Object(
    { source: Type.Literal('criterion'), objective: Type.Integer(), level: Type.Integer(), ...words },
    closed,
  ),
  Type.Object(
    { source: Type.Literal('principle'), section: Type.String(), level: Type.Integer(), ...words },
    closed,
  ),
]);
export type ChallengeQuote = Frozen<Static<typeof ChallengeQuote>>;

/** A place where score, standard, comment and other rows do not sit together, as a question that a member could ask. */
export const Challenge = Type.Object(
  {
    kind: ChallengeKind,
    objective: Type.Integer(),
    period: Type.String(),
    question: Type.String(),
    /** Empty only where there are no words to quote. */
    quotes: Type.Array(ChallengeQuote),
  },
  closed,
);
export type Challenge = Frozen<Static<typeof Challenge>>;
