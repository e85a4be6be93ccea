import { type Static, Type } from 'typebox';
import type { Frozen } from '../../kernel/schema.ts';
import { Advice, Evidence, ObjectiveAdvice, Standing } from '../../model/advice.ts';
import { adviceHeader } from '../../model/advice-header.ts';
import { Control } from '../../model/cause.ts';

const closed = { additionalProperties: false };
const [ScoredObjective] = ObjectiveAdvice.anyOf;

/** The objectives whose ceiling one cause sets. */
export const CappedGroup = Type.Object(
  {
    control: Control,
    cause: Type.String(),
    causeName: Type.String(),
    causeDescription: Type.String(),
    /** At their ceiling. */
    now: Type.Array(ScoredObjective),
    /** Below a ceiling that is below the top. */
    later: Type.Array(ScoredObjective),
  },
  closed,
);
export type CappedGroup = Frozen<Static<typeof CappedGroup>>;

/** A limit that a comment only hints at: it lowers nothing until it is confirmed. */
export const PossibleLimit = Type.Object(
  {
    objective: Type.Integer(),
    name: Type.String(),
    cause: Type.String(),
    causeName: Type.String(),
    standing: Standing,
    evidence: Type.Array(Evidence),
  },
  closed,
);
export type PossibleLimit = Frozen<Static<typeof PossibleLimit>>;

const { factors, readings } = Advice.properties;
const count = Type.Integer({ minimum: 0 });

/** What is capped, by what, and who could lift it: the contract of `capped --json`. */
export const CappedReport = Type.Object(
  {
    ...adviceHeader,
    factors,
    readings,
    /** Scored objectives, and those that are capped now, capped later and not capped; the three sum to `n`. */
    n: count,
    now: count,
    later: count,
    uncapped: count,
    /** External causes first, then in the order of the pack; an objective with several binding causes is under each. */
    groups: Type.Array(CappedGroup),
    possible: Type.Array(PossibleLimit),
  },
  closed,
);
export type CappedReport = Frozen<Static<typeof CappedReport>>;
