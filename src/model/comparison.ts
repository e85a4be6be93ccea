import { type Static, Type } from 'typebox';
import type { Frozen } from '../kernel/schema.ts';
import { Score } from './score.ts';

const closed = { additionalProperties: false };
const count = Type.Integer({ minimum: 0 });
const fraction = Type.Number({ minimum: 0, maximum: 1 });
const nullable = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()]);
const Place = Type.Object(Score.properties, closed);

/** A share with what it is of. */
export const EstimatedShare = Type.Object(
  {
    count,
    n: Type.Integer({ minimum: 1 }),
    share: fraction,
    low: Type.Number({ minimum: 0, maximum: 1, description: 'The lower end of the 95% Wilson interval.' }),
    high: Type.Number({ minimum: 0, maximum: 1, description: 'Its upper end.' }),
  },
  closed,
);
export type EstimatedShare = Frozen<Static<typeof EstimatedShare>>;

/** How the others' scores lie. */
export const Distribution = Type.Object(
  {
    n: Type.Integer({ minimum: 1, description: 'Scores of others.' }),
    levels: Type.Array(
      Type.Object(
        {
          level: Type.Integer(),
          count,
          towards: Type.Integer({
            minimum: 0,
            description: 'Of these, how many work towards the next level.',
          }),
          share: fraction,
        },
        closed,
      ),
      { description: 'Every level of the framework, lowest first; “2/3” is at 2.' },
    ),
    quartiles: Type.Object(
      { lower: Place, median: Place, upper: Place },
      { ...closed, description: 'Type 1: scores that occur, “2/3” between 2 and 3.' },
    ),
    satisfactory: EstimatedShare,
  },
  closed,
);
export type Distribution = Frozen<Static<typeof Distribution>>;

/** Where the own score is among the others'. */
export const Standing = Type.Object(
  {
    atOrAbove: EstimatedShare,
    lower: Type.Integer({ minimum: 0, description: 'Scores of others that are lower than the own one.' }),
    higher: Type.Integer({ minimum: 0, description: 'Those that are higher; the rest is the same.' }),
    position: Type.Number({
      minimum: 0,
      maximum: 1,
      description: 'The share of others with a lower score, and half the share with the same one.',
    }),
    distance: Type.Number({
      description:
        'Levels above the median (“2/3” counts 2.5); below 0 under it. Of several objectives the mean.',
    }),
    words: Type.String({ description: 'The position in words, by the bands of the pack.' }),
  },
  closed,
);
export type Standing = Frozen<Static<typeof Standing>>;

/** Why an objective, or what others scored on it, is left out. */
export const LeftOutBecause = Type.Union([
  Type.Literal('nobody-else'),
  Type.Literal('few-others'),
  Type.Literal('close-to-another'),
  Type.Literal('singles-out'),
  Type.Literal('nearly-all'),
  Type.Literal('not-scored'),
  Type.Literal('not-applicable'),
]);
export type LeftOutBecause = Static<typeof LeftOutBecause>;

/** One objective beside those of others. */
export const ComparedObjective = Type.Object(
  {
    objective: Type.Integer(),
    name: Type.String(),
    section: Type.String(),
    own: Type.Object(
      {
        state: Type.Union([
          Type.Literal('scored'),
          Type.Literal('not-applicable'),
          Type.Literal('not-scored'),
        ]),
        score: nullable(Place),
      },
      closed,
    ),
    others: Type.Union([
      Type.Object({ give: Type.Literal('counts'), ...Distribution.properties }, closed),
      Type.Object(
        { give: Type.Literal('nearly-all'), level: Type.Integer(), n: Type.Integer({ minimum: 1 }) },
        closed,
      ),
      Type.Object(
        {
          give: Type.Literal('nothing'),
          because: Type.Union([
            Type.Literal('nobody-else'),
            Type.Literal('few-others'),
            Type.Literal('close-to-another'),
            Type.Literal('singles-out'),
          ]),
        },
        closed,
      ),
    ]),
    standing: nullable(Standing),
    sentence: Type.String(),
  },
  closed,
);
export type ComparedObjective = Frozen<Static<typeof ComparedObjective>>;

/** Several objectives together: those of a section, or all. */
export const ComparedPool = Type.Object(
  {
    section: nullable(Type.String()),
    name: Type.String(),
    objectives: Type.Integer({ minimum: 0, description: 'How many there are.' }),
    pooled: Type.Array(Type.Integer(), { description: 'Those whose scores are counted together.' }),
    leftOut: Type.Array(Type.Object({ objective: Type.Integer(), because: LeftOutBecause }, closed)),
    others: nullable(Distribution),
    own: nullable(
      Type.Object(
        {
          satisfactory: count,
          n: Type.Integer({ minimum: 1 }),
          mean: Type.Number({ description: '“2/3” counts 2.5.' }),
        },
        closed,
      ),
    ),
    standing: nullable(Standing),
    sentence: Type.String(),
  },
  closed,
);
export type ComparedPool = Frozen<Static<typeof ComparedPool>>;

/** One organisation beside a group in one period. */
export const Comparison = Type.Object(
  {
    period: Type.String(),
    group: Type.Object({ kind: Type.String(), name: Type.String() }, closed),
    objectives: Type.Array(ComparedObjective),
    sections: Type.Array(ComparedPool),
    whole: ComparedPool,
  },
  closed,
);
export type Comparison = Frozen<Static<typeof Comparison>>;
