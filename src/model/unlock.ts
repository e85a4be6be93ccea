import { type Static, Type } from 'typebox';
import type { Frozen } from '../kernel/schema.ts';
import { Advice, Ceiling, CeilingCause, Target } from './advice.ts';
import { adviceHeader } from './advice-header.ts';
import { Factor, FactorState } from './factor.ts';

const closed = { additionalProperties: false };
const count = Type.Integer({ minimum: 0 });
const FactorIds = Type.Array(Type.String(), { minItems: 1 });
const SuggestedTarget = Type.Object(
  {
    level: Target.properties.level,
    stance: Target.properties.stance,
    openLevel: Target.properties.openLevel,
  },
  closed,
);

/** What becoming true does for one objective. */
const raised = {
  /** The ceiling then, and how much higher it is. */
  ceiling: Type.Integer(),
  levels: Type.Integer({ minimum: 1 }),
  target: SuggestedTarget,
  targetChanges: Type.Boolean(),
};

/** A set of circumstances that raises a ceiling: without any one of them it would not rise as far. */
export const UnlockWay = Type.Object({ factors: FactorIds, ...raised }, closed);
export type UnlockWay = Frozen<Static<typeof UnlockWay>>;

const { rule, basis, cause, control, level, standing, assumed, binding, evidence } = CeilingCause.properties;

/** A reason that no circumstance lifts: to be asked again. */
export const UnswitchedCause = Type.Object(
  { rule, basis, cause, causeName: Type.String(), control, level, standing, assumed, binding, evidence },
  closed,
);
export type UnswitchedCause = Frozen<Static<typeof UnswitchedCause>>;

/** One capped objective, with what would raise its ceiling. */
export const UnlockObjective = Type.Object(
  {
    objective: Type.Integer(),
    name: Type.String(),
    section: Type.String(),
    /** As written. */
    score: Type.String(),
    ceiling: Type.Integer(),
    capped: Type.Union([Type.Literal('now'), Type.Literal('later')]),
    control: Ceiling.properties.control,
    target: SuggestedTarget,
    /** The circumstances that its limits depend on and that are not yet there, in order of id. */
    factors: Type.Array(Type.String()),
    /** The smallest first, then those that raise it furthest, then in order of id. */
    ways: Type.Array(UnlockWay),
    /** The largest sets that were tried, and whether those were all there are. */
    searched: Type.Object({ largest: count, complete: Type.Boolean() }, closed),
    /** What would limit it with every circumstance there: no switch, ask again. The lowest limit first. */
    askAgain: Type.Array(UnswitchedCause),
    because: Type.String(),
  },
  closed,
);
export type UnlockObjective = Frozen<Static<typeof UnlockObjective>>;

const Raised = Type.Object(
  { objective: Type.Integer(), name: Type.String(), from: Type.Integer(), ...raised },
  closed,
);

/** A circumstance that is not there, with what it would raise by itself. */
export const UnlockCircumstance = Type.Object(
  {
    factor: Factor.properties.id,
    name: Factor.properties.name,
    question: Factor.properties.question,
    /** `claimed`: a score elsewhere implies it, and nobody has confirmed it. Never `yes`. */
    state: FactorState,
    raises: Type.Array(Raised),
    /** All levels of `raises` together. */
    levels: count,
    /** Objectives that it raises, or raises further, only together with other circumstances. */
    together: Type.Array(Type.Integer()),
    /** Objectives that it would rid of one reason while another keeps the ceiling where it is, whatever is switched. */
    notEnough: Type.Array(Type.Integer()),
  },
  closed,
);
export type UnlockCircumstance = Frozen<Static<typeof UnlockCircumstance>>;

/** One or two circumstances that raise the most. */
export const UnlockChoice = Type.Object(
  {
    factors: FactorIds,
    /** The objectives raised, in order of number. */
    objectives: Type.Array(Type.Integer()),
    levels: count,
    /** Other choices that raise as many objectives by as many levels; the one above comes first by id. */
    equal: Type.Array(FactorIds),
  },
  closed,
);
export type UnlockChoice = Frozen<Static<typeof UnlockChoice>>;

const { factors, readings } = Advice.properties;

/** What would rise if circumstances changed: the contract of `unlock --json`. */
export const Unlock = Type.Object(
  {
    ...adviceHeader,
    factors,
    readings,
    /** Scored objectives; of these, the capped ones; of these, those that some set of circumstances raises. */
    n: count,
    capped: count,
    liftable: count,
    /** Every capped objective, in order of number. */
    objectives: Type.Array(UnlockObjective),
    /** Those not there: the one that raises the most objectives first, then the most levels, then in order of id. */
    circumstances: Type.Array(UnlockCircumstance),
    /** The best next one, by the same order; null where none raises anything by itself. */
    bestOne: Type.Union([UnlockChoice, Type.Null()]),
    /** The best two, of those that raise more together than either alone; null where there are none. */
    bestTwo: Type.Union([UnlockChoice, Type.Null()]),
  },
  closed,
);
export type Unlock = Frozen<Static<typeof Unlock>>;

/** Which choice of circumstances comes first, as pages and commands say it. */
export const choiceOrder =
  'the most objectives raised, then the most levels in all, then the first in order of id';
