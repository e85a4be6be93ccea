import { type Static, Type } from 'typebox';
import type { Frozen } from '../kernel/schema.ts';
import { Strength } from './advice.ts';
import { periodPattern } from './period.ts';

const closed = { additionalProperties: false };

/** What a decision is about: with these four, a later decision takes the place of an earlier one. */
const about = {
  objective: Type.Integer({ minimum: 1 }),
  period: Type.String({ pattern: periodPattern }),
  /** The words of the cell, exactly: the decision belongs to them, and lapses when they are no longer there. */
  quote: Type.String({ minLength: 1 }),
  /** The cause that the words are a reason for, as the pack names it. */
  cause: Type.String({ minLength: 1 }),
};
const who = { reason: Type.String(), by: Type.String({ minLength: 1 }), at: Type.String() };

/** An officer's last word on what a comment says: a limit confirmed (with its parts as given here), added, or dismissed. */
export const ReadingCorrection = Type.Union([
  Type.Object(
    {
      ...about,
      decision: Type.Union([Type.Literal('confirm'), Type.Literal('add')]),
      /** The level that it caps at; null leaves it to the rules. */
      level: Type.Union([Type.Integer(), Type.Null()]),
      /** The circumstance whose change would lift it, if any. */
      factor: Type.Union([Type.String({ minLength: 1 }), Type.Null()]),
      strength: Strength,
      ...who,
    },
    closed,
  ),
  Type.Object({ ...about, decision: Type.Literal('dismiss'), ...who }, closed),
]);
export type ReadingCorrection = Frozen<Static<typeof ReadingCorrection>>;

/** What an officer decides: a correction, or taking the last one on the same words and cause back. */
export const ReadingDecision = Type.Union([
  ...ReadingCorrection.anyOf,
  Type.Object({ ...about, decision: Type.Literal('withdraw'), ...who }, closed),
]);
export type ReadingDecision = Frozen<Static<typeof ReadingDecision>>;
