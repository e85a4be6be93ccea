import { type Static, Type } from 'typebox';
import type { Frozen } from '../../kernel/schema.ts';
import { EvidenceItem } from '../../model/evidence-item.ts';
import { Level } from '../../model/framework.ts';
import { KeptAnswer, Statement, StatementAnswer } from '../../model/statement.ts';

const closed = { additionalProperties: false };
const nullable = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()]);
const signed = { by: Type.String(), at: Type.String() };

/** A statement with what is said of it; `answered` is null where nobody has said anything, which is not evidenced. */
export const AnsweredStatement = Type.Object(
  { ...Statement.properties, answer: StatementAnswer, answered: nullable(Type.Object(signed, closed)) },
  closed,
);
export type AnsweredStatement = Frozen<Static<typeof AnsweredStatement>>;

/** A level in statements. */
export const CriteriaLevel = Type.Object(
  {
    ...Level.properties,
    /** Where the statements are from: the pack in full, the pack as a comment quotes it, an officer, or there are none. */
    source: Type.Union([
      Type.Literal('full'),
      Type.Literal('as-quoted'),
      Type.Literal('pasted'),
      Type.Literal('none'),
    ]),
    /** Who pasted the wording and when; null unless it was pasted. */
    pasted: nullable(Type.Object(signed, closed)),
    /** Whether the statements are all that the level asks for: not so where a comment quotes it. */
    complete: Type.Boolean(),
    statements: Type.Array(AnsweredStatement),
  },
  closed,
);
export type CriteriaLevel = Frozen<Static<typeof CriteriaLevel>>;

/** What one objective asks for in statements, what is said of them for one period, and what follows. */
export const ObjectiveCriteria = Type.Object(
  {
    /** The period of the return that the answers are about. */
    period: Type.String(),
    /** From the lowest. */
    levels: Type.Array(CriteriaLevel),
    /** How many statements there are, and how many of them are answered met or not met. */
    statements: Type.Integer(),
    answered: Type.Integer(),
    interval: Type.Object({ low: Type.Integer(), high: Type.Integer() }, closed),
    /** How the score lies to the interval; null where the row is not scored. */
    score: nullable(
      Type.Object(
        {
          achieved: Type.Integer(),
          place: Type.Union([Type.Literal('within'), Type.Literal('above'), Type.Literal('below')]),
        },
        closed,
      ),
    ),
    /** What stands between here and the next level: here is the score where it lies in the interval, else the end of the interval that is nearer to it, and without a score the low end. Null at the top. */
    next: nullable(
      Type.Object(
        {
          from: Type.Integer(),
          level: Type.Integer(),
          statements: Type.Array(
            Type.Object({ ...AnsweredStatement.properties, level: Type.Integer() }, closed),
          ),
          /** Levels of which not all the words are held. */
          unknown: Type.Array(Type.Integer()),
        },
        closed,
      ),
    ),
    /** What follows, in plain sentences: the interval, then how the score lies to it where it lies outside. */
    says: Type.Array(Type.String()),
    /** Answers to words that no level has any more. */
    lapsed: Type.Array(KeptAnswer),
    evidence: Type.Array(EvidenceItem),
  },
  closed,
);
export type ObjectiveCriteria = Frozen<Static<typeof ObjectiveCriteria>>;
