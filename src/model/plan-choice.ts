import { type Static, Type } from 'typebox';
import type { Frozen } from '../kernel/schema.ts';
import { Ceiling, Stance } from './advice.ts';
import { adviceHeader } from './advice-header.ts';
import { Uptake } from './uptake.ts';

const closed = { additionalProperties: false };
const count = Type.Integer({ minimum: 0 });
const numbers = Type.Array(Type.Integer(), { description: 'Numbers of objectives, in order.' });
const named = { objective: Type.Integer(), name: Type.String(), section: Type.String() };
const share = Type.Number({ minimum: 0, maximum: 1 });

/** A target of the plan: an objective that rises. */
export const PlannedTarget = Type.Object(
  {
    ...named,
    /** As written, the level achieved, the target, and the highest level that it could be. */
    score: Type.String(),
    from: Type.Integer(),
    level: Type.Integer(),
    ceiling: Type.Integer(),
    /** What the advice says of the objective. */
    stance: Stance,
    /** Officer-days that the plan pays for it; those of a shared action stand with one of the objectives. */
    days: count,
    /** Where those of its first step stand with another one: which. */
    paidWith: Type.Union([Type.Integer(), Type.Null()]),
    weight: count,
    /** What it adds to the gain. */
    gain: count,
    /** The request asked for a rise, by a minimum or a lock. */
    asked: Type.Boolean(),
    /** The share of the draws in which it has this target; null where none were drawn. */
    firmness: Type.Union([share, Type.Null()]),
    /** How often others reached it within one period; only where a panel was asked. */
    uptake: Type.Optional(Uptake),
  },
  closed,
);
export type PlannedTarget = Frozen<Static<typeof PlannedTarget>>;

const furtherDays = Type.Union([count, Type.Null()], {
  description:
    'The fewest officer-days more with which the plan has it; null where no number of days is enough.',
});

/** Why an objective is not in the plan. */
export const LeftOutReason = Type.Union([
  Type.Object({ kind: Type.Literal('not-scored') }, closed),
  Type.Object({ kind: Type.Literal('top') }, closed),
  Type.Object(
    { kind: Type.Literal('capped'), causes: Type.Array(Type.String()), control: Ceiling.properties.control },
    closed,
  ),
  Type.Object({ kind: Type.Literal('held') }, closed),
  Type.Object({ kind: Type.Literal('locked') }, closed),
  Type.Object({ kind: Type.Literal('no-weight') }, closed),
  Type.Object(
    {
      kind: Type.Literal('waits-on'),
      on: Type.Array(Type.Integer(), { minItems: 1, description: 'The objectives that it waits on.' }),
      furtherDays,
    },
    closed,
  ),
  Type.Object(
    {
      kind: Type.Literal('no-days'),
      furtherDays,
      /** In a plan with it that gains as much: what it would take the place of; empty where there is no such plan. */
      equalTo: numbers,
    },
    closed,
  ),
  Type.Object(
    {
      kind: Type.Literal('worth-less'),
      furtherDays,
      /** In the best plan with it: what would have to give way, and by how much the gain would be less. */
      than: Type.Array(Type.Integer(), { minItems: 1 }),
      lost: Type.Integer({ minimum: 1 }),
    },
    closed,
  ),
]);
export type LeftOutReason = Frozen<Static<typeof LeftOutReason>>;

/** An objective that does not rise in the plan, with the reason. */
export const LeftOut = Type.Object(
  { ...named, reason: LeftOutReason, because: Type.String({ minLength: 1 }) },
  closed,
);
export type LeftOut = Frozen<Static<typeof LeftOut>>;

/** The best plan of so many days: with fewer, less is gained. */
export const FrontierPoint = Type.Object(
  { days: count, gain: count, levels: count, objectives: numbers },
  closed,
);
export type FrontierPoint = Frozen<Static<typeof FrontierPoint>>;

/** In how many of the draws, each with days off by up to a quarter, the choice stays as it is. */
export const Firmness = Type.Object(
  { draws: Type.Integer({ minimum: 1 }), stays: count, share, seed: Type.Integer() },
  closed,
);
export type Firmness = Frozen<Static<typeof Firmness>>;

/** Officer-days of a step that the plan could take. */
export const StepDays = Type.Object(
  {
    objective: Type.Integer(),
    level: Type.Integer(),
    days: count,
    /** Whether they are assumed by the rules or said in the request. */
    from: Type.Union([Type.Literal('assumed'), Type.Literal('request')]),
  },
  closed,
);
export type StepDays = Frozen<Static<typeof StepDays>>;

/** The targets with the greatest weighted gain in the days that there are: the contract of `plan --json`. */
export const PlanChoice = Type.Object(
  {
    ...adviceHeader,
    /** Officer-days that there are, that the plan takes, and that are left. */
    budget: count,
    days: count,
    left: count,
    /** The weighted gain, and the levels risen. */
    gain: count,
    levels: count,
    levelsAYear: Type.Integer({ minimum: 1 }),
    /** In order of number. Every objective of the advice is either here or left out. */
    targets: Type.Array(PlannedTarget),
    leftOut: Type.Array(LeftOut),
    /** From the fewest days with which the demands can be met to those for everything; each gains more than the one before. */
    frontier: Type.Array(FrontierPoint, { minItems: 1 }),
    firmness: Type.Union([Firmness, Type.Null()]),
    /** Officer-days of every step that was looked at, in order of objective and level, and what is to be said of those assumed. */
    stepDays: Type.Array(StepDays),
    note: Type.String(),
  },
  { ...closed, title: 'Plan choice' },
);
export type PlanChoice = Frozen<Static<typeof PlanChoice>>;
