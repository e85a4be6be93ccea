import { type Static, Type } from 'typebox';
import type { Frozen } from '../kernel/schema.ts';
import { periodPattern } from './period.ts';

const closed = { additionalProperties: false };

/** One thing that a level asks for, in the standard's own words. */
export const Statement = Type.Object(
  {
    id: Type.String({
      pattern: '^[a-z0-9-]+$',
      maxLength: 60,
      description: 'Used once among the statements of an objective.',
    }),
    text: Type.String({ minLength: 1, description: 'A part of the text, exactly.' }),
  },
  closed,
);
export type Statement = Frozen<Static<typeof Statement>>;

/** What an officer says of a statement; what nobody has answered is not evidenced. */
export const StatementAnswer = Type.Union([
  Type.Literal('met'),
  Type.Literal('not-met'),
  Type.Literal('not-evidenced'),
]);
export type StatementAnswer = Static<typeof StatementAnswer>;

/** The three answers, in the order in which they are offered. */
export const statementAnswers: readonly StatementAnswer[] = ['met', 'not-met', 'not-evidenced'];

/** An answer as it is kept: it belongs to the words, and counts only while the level has a statement of these words. */
export const KeptAnswer = Type.Object(
  {
    period: Type.String({ pattern: periodPattern }),
    objective: Type.Integer({ minimum: 1 }),
    level: Type.Integer({ minimum: 0 }),
    text: Type.String({ minLength: 1 }),
    answer: StatementAnswer,
    by: Type.String({ minLength: 1 }),
    /** An ISO 8601 moment in UTC. */
    at: Type.String(),
  },
  closed,
);
export type KeptAnswer = Frozen<Static<typeof KeptAnswer>>;

/** What a level asks of an objective, as an officer pasted it: each line is one statement. No line is no wording. */
export const PastedWording = Type.Object(
  {
    framework: Type.String({ minLength: 1 }),
    objective: Type.Integer({ minimum: 1 }),
    level: Type.Integer({ minimum: 0 }),
    lines: Type.Array(Type.String({ minLength: 1 })),
    by: Type.String({ minLength: 1 }),
    at: Type.String(),
  },
  closed,
);
export type PastedWording = Frozen<Static<typeof PastedWording>>;
