import { type Static, Type } from 'typebox';
import type { Frozen } from '../../kernel/schema.ts';
import { Advice, Standing, Strength } from '../../model/advice.ts';
import { adviceHeader } from '../../model/advice-header.ts';
import { Control } from '../../model/cause.ts';
import { Score } from '../../model/score.ts';
import { Span } from '../../model/span.ts';

const closed = { additionalProperties: false };
const nullable = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()]);
const Period = Type.String({ description: 'The period of the comment that has the words.' });
const who = { reason: Type.String(), by: Type.String(), at: Type.String() };

/** A reason that the words of a comment give, as a rule read it or as an officer has it. */
export const ReviewedReading = Type.Object(
  {
    period: Period,
    /** Exactly the slice `start` to `end` of the cell. */
    quote: Type.String(),
    ...Span.properties,
    /** The rules that read it; "officer" for what an officer added. */
    rules: Type.Array(Type.String(), { minItems: 1 }),
    /** The rule that makes a ceiling of it. */
    ceilingRule: Type.String(),
    cause: Type.String(),
    causeName: Type.String(),
    control: Control,
    /** The level that it caps at, as said. */
    level: Type.Integer(),
    strength: Strength,
    standing: Standing,
    /** The circumstance that would lift it. */
    factor: nullable(Type.String()),
    factorName: nullable(Type.String()),
    /** It is one of those that set the ceiling. */
    binding: Type.Boolean(),
    /** The score is above it already. */
    overtaken: Type.Boolean(),
    /** What an officer decided of it, with the words as they were then; null where nobody has. */
    decided: nullable(
      Type.Object(
        {
          decision: Type.Union([Type.Literal('confirm'), Type.Literal('add')]),
          quote: Type.String(),
          ...who,
        },
        closed,
      ),
    ),
  },
  closed,
);
export type ReviewedReading = Frozen<Static<typeof ReviewedReading>>;

/** A reason that an officer dismissed. */
export const DismissedReading = Type.Object(
  {
    period: Period,
    quote: Type.String(),
    cause: Type.String(),
    causeName: Type.String(),
    /** The rules whose readings it takes away; none where they read nothing there any longer. */
    rules: Type.Array(Type.String()),
    ...who,
  },
  closed,
);
export type DismissedReading = Frozen<Static<typeof DismissedReading>>;

/** A decision that no longer counts. */
export const LapsedDecision = Type.Object(
  {
    period: Period,
    quote: Type.String(),
    cause: Type.String(),
    causeName: Type.String(),
    decision: Type.Union([Type.Literal('confirm'), Type.Literal('add'), Type.Literal('dismiss')]),
    /** `words`: they are no longer in the comment. `rule`: no rule has its cause and circumstance. */
    because: Type.Union([Type.Literal('words'), Type.Literal('rule')]),
    /** The same in a sentence. */
    sentence: Type.String(),
    ...who,
  },
  closed,
);
export type LapsedDecision = Frozen<Static<typeof LapsedDecision>>;

/** One scored objective with what was read from its comment, and from an earlier one that it stands on. */
export const ReviewedObjective = Type.Object(
  {
    objective: Type.Integer(),
    name: Type.String(),
    section: Type.String(),
    score: Score,
    ceiling: Type.Integer(),
    /** Its own comment first; then the earlier ones that it takes over. */
    cells: Type.Array(
      Type.Object({ period: Period, text: Type.String(), inherited: Type.Boolean() }, closed),
    ),
    /** In order of the cells, and of the words in them. */
    readings: Type.Array(ReviewedReading),
    dismissed: Type.Array(DismissedReading),
    lapsed: Type.Array(LapsedDecision),
  },
  closed,
);
export type ReviewedObjective = Frozen<Static<typeof ReviewedObjective>>;

const { readings } = Advice.properties;

/** What was read from the comments, and what officers said of it: the contract of `review --json`. */
export const ReviewReport = Type.Object(
  {
    ...adviceHeader,
    /** Of all scored objectives, whichever are listed. */
    readings,
    /** The scored objectives that were asked for, in order. */
    objectives: Type.Array(ReviewedObjective),
  },
  closed,
);
export type ReviewReport = Frozen<Static<typeof ReviewReport>>;
