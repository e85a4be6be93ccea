import { type Static, Type } from 'typebox';
import type { Frozen } from '../kernel/schema.ts';
import { CeilingCause, Stance } from './advice.ts';

const closed = { additionalProperties: false };
const count = Type.Integer({ minimum: 0 });
const named = { objective: Type.Integer(), name: Type.String(), section: Type.String() };

/** What one objective was advised, and what it reached; levels are those achieved. */
export const Outcome = Type.Object(
  {
    ...named,
    stance: Stance,
    /** The level achieved when the advice was made. */
    before: Type.Integer(),
    target: Type.Integer(),
    openLevel: Type.Union([Type.Integer(), Type.Null()]),
    ceiling: Type.Integer(),
    reached: Type.Integer(),
    against: Type.Union([Type.Literal('above'), Type.Literal('at'), Type.Literal('below')]),
  },
  closed,
);
export type Outcome = Frozen<Static<typeof Outcome>>;

/** How many objectives of one stance ended at their target, above it and below it; the three sum to `n`. */
export const StanceOutcome = Type.Object(
  { stance: Stance, n: count, at: count, above: count, below: count, sentence: Type.String() },
  closed,
);
export type StanceOutcome = Frozen<Static<typeof StanceOutcome>>;

/** An objective that went beyond the ceiling at which it was capped, with the causes that had set it. */
export const BrokenLimit = Type.Object(
  { ...named, ceiling: Type.Integer(), reached: Type.Integer(), causes: Type.Array(CeilingCause) },
  closed,
);
export type BrokenLimit = Frozen<Static<typeof BrokenLimit>>;

/** Advice beside what the period that it was for reached. It describes one organisation's year, and proves no rule. */
export const Backtest = Type.Object(
  {
    schema: Type.Literal(1),
    framework: Type.String(),
    organisation: Type.String(),
    basedOn: Type.String(),
    period: Type.String(),
    pack: Type.Object({ version: Type.String(), sha256: Type.String() }, closed),
    /** Objectives scored in both. */
    n: count,
    /** Every stance, those that no objective has too. */
    stances: Type.Array(StanceOutcome),
    /** Of the objectives with an open level: how many are at or above it. */
    open: Type.Object({ n: count, reached: count, sentence: Type.String() }, closed),
    /** Of the objectives capped at their score: how many stayed within their ceiling, and which went beyond. */
    capped: Type.Object(
      { n: count, held: count, beyond: Type.Array(BrokenLimit), sentence: Type.String() },
      closed,
    ),
    /** Objectives not scored in one of the two, and why. */
    leftOut: Type.Object(
      {
        count,
        objectives: Type.Array(Type.Object({ ...named, reason: Type.String() }, closed)),
        sentence: Type.String(),
      },
      closed,
    ),
    /** Every objective scored in both, in order. */
    outcomes: Type.Array(Outcome),
  },
  closed,
);
export type Backtest = Frozen<Static<typeof Backtest>>;
