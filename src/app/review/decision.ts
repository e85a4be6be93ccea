import { type Static, Type } from 'typebox';
import type { Frozen } from '../../kernel/schema.ts';
import { Strength } from '../../model/advice.ts';
import { periodPattern } from '../../model/period.ts';

const text = (maxLength: number, description: string) =>
  Type.Optional(Type.String({ maxLength, description }));
const nullable = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()]);

/** What an officer decides of what was read from a comment. */
export const Decision = Type.Object(
  {
    decision: Type.Union(
      [
        Type.Literal('confirm'),
        Type.Literal('correct'),
        Type.Literal('add'),
        Type.Literal('dismiss'),
        Type.Literal('withdraw'),
      ],
      {
        description:
          'confirm: it is so, and binds. correct: it is so with another level, cause, circumstance or strength. add: the rules missed it. dismiss: it is not so. withdraw: take the last decision on it back.',
      },
    ),
    objective: Type.Integer({ minimum: 1 }),
    reading: text(
      100,
      'For all but add: the reading that is meant, by the id of its rule or of its cause, as the review lists them.',
    ),
    quote: text(
      5000,
      'For add: the words of the comment that give the reason. For the others: the words of the reading, where the rule or cause alone does not tell which is meant.',
    ),
    period: Type.Optional(
      Type.String({
        pattern: periodPattern,
        description: 'The period of the comment that has the words, where a later one stands on it.',
      }),
    ),
    cause: text(100, 'For add: the id of the cause. For correct: another cause.'),
    level: Type.Optional(
      nullable(Type.Integer({ description: 'The level that it caps at; null leaves it to the rules.' })),
    ),
    factor: Type.Optional(
      nullable(
        Type.String({
          maxLength: 100,
          description: 'The id of the circumstance that would lift it; null for none.',
        }),
      ),
    ),
    strength: Type.Optional(Strength),
    reason: text(1000, 'Why: required to correct, add and dismiss.'),
    by: Type.String({ maxLength: 100, description: 'Who decides, for the journal.' }),
  },
  { additionalProperties: false },
);
export type Decision = Frozen<Static<typeof Decision>>;
