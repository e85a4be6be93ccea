import { type Static, Type } from 'typebox';
import type { Frozen } from '../kernel/schema.ts';
import { adviceHeader } from './advice-header.ts';
import { Control } from './cause.ts';
import { FactorState } from './factor.ts';
import { ReadingCounts } from './reading-counts.ts';
import { Score } from './score.ts';
import { Span } from './span.ts';
import { Uptake } from './uptake.ts';

const closed = { additionalProperties: false };
const nullable = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()]);

/** Words that prove something: exactly the slice `start` to `end` of the text that `source` names. */
export const Evidence = Type.Union([
  Type.Object(
    { source: Type.Literal('comment'), period: Type.String(), quote: Type.String(), ...Span.properties },
    closed,
  ),
  Type.Object(
    {
      source: Type.Literal('criterion'),
      objective: Type.Integer(),
      level: Type.Integer(),
      quote: Type.String(),
      ...Span.properties,
    },
    closed,
  ),
  Type.Object(
    {
      source: Type.Literal('principle'),
      section: Type.String(),
      level: Type.Integer(),
      quote: Type.String(),
      ...Span.properties,
    },
    closed,
  ),
]);
export type Evidence = Frozen<Static<typeof Evidence>>;

/** Words of the comment of a period: exactly its slice `start` to `end`. */
export const Quoted = Type.Object(
  { period: Type.String(), quote: Type.String(), ...Span.properties },
  closed,
);
export type Quoted = Frozen<Static<typeof Quoted>>;

export const Basis = Type.Union([
  Type.Literal('criterion'),
  Type.Literal('principle'),
  Type.Literal('comment'),
]);
export type Basis = Static<typeof Basis>;

export const Strength = Type.Union([Type.Literal('stated'), Type.Literal('hedged')], {
  description: 'Said as a fact, or as a possibility: a hedged limit lowers nothing until it is confirmed.',
});
export type Strength = Static<typeof Strength>;

export const Standing = Type.Union([Type.Literal('read'), Type.Literal('confirmed'), Type.Literal('added')]);
export type Standing = Static<typeof Standing>;

/** One reason for a cap: the author's or the rubric's, not a fact that Headroom tests. */
export const CeilingCause = Type.Object(
  {
    rule: Type.String(),
    title: Type.String(),
    citation: Type.String(),
    basis: Basis,
    cause: Type.String(),
    control: Control,
    /** The level that it caps at, as said. */
    level: Type.Integer(),
    strength: Strength,
    standing: Standing,
    /** It rests on a section's principle alone. */
    assumed: Type.Boolean(),
    /** The score is above it already: it does not bind. */
    overtaken: Type.Boolean(),
    /** It is one of those that set the ceiling. */
    binding: Type.Boolean(),
    factor: nullable(Type.String()),
    until: nullable(Quoted),
    reviewBy: nullable(Quoted),
    waitsOn: nullable(Quoted),
    evidence: Type.Array(Evidence, { minItems: 1 }),
  },
  closed,
);
export type CeilingCause = Frozen<Static<typeof CeilingCause>>;

/** The highest level that neither the standard's words nor the organisation's comments rule out. */
export const Ceiling = Type.Object(
  {
    level: Type.Integer(),
    /** `now`: the score is at the ceiling, below the top; `later`: the ceiling is higher, below the top; `no`: no limit stated. */
    capped: Type.Union([Type.Literal('now'), Type.Literal('later'), Type.Literal('no')]),
    /** Of the binding causes: all external, all internal, or mixed; null without a binding cause. */
    control: nullable(Type.Union([Control, Type.Literal('mixed')])),
    causes: Type.Array(CeilingCause),
    because: Type.String(),
  },
  closed,
);
export type Ceiling = Frozen<Static<typeof Ceiling>>;

export const Stance = Type.Union(
  [Type.Literal('finish'), Type.Literal('advance'), Type.Literal('hold'), Type.Literal('open')],
  {
    description:
      'finish: complete the level being worked towards. advance: go to the next level. hold: stay. open: stay; the next level is not ruled out.',
  },
);
export type Stance = Static<typeof Stance>;

/** The level suggested for the next period. */
export const Target = Type.Object(
  {
    level: Type.Integer(),
    stance: Stance,
    /** For `open`: the level that becomes a target when it has an owner and an action. */
    openLevel: nullable(Type.Integer()),
    rule: Type.String(),
    because: Type.String(),
    evidence: Type.Array(Evidence),
    waitsOn: nullable(Quoted),
    reviewBy: nullable(Quoted),
    /** How often others reached it within one period; only where a panel was asked. */
    uptake: Type.Optional(Uptake),
  },
  closed,
);
export type Target = Frozen<Static<typeof Target>>;

const named = { objective: Type.Integer(), name: Type.String(), section: Type.String() };

/** The advice for one objective; one that is not scored has neither ceiling nor target, and says why. */
export const ObjectiveAdvice = Type.Union([
  Type.Object(
    {
      ...named,
      state: Type.Literal('scored'),
      score: Type.Object({ ...Score.properties, agreedStandard: Type.Boolean() }, closed),
      ceiling: Ceiling,
      /** Levels between the score and its ceiling. */
      headroom: Type.Integer({ minimum: 0 }),
      /** The ceiling with every external cause removed. */
      potential: Type.Integer(),
      target: Target,
    },
    closed,
  ),
  Type.Object(
    {
      ...named,
      state: Type.Union([Type.Literal('not-applicable'), Type.Literal('not-scored')]),
      reason: Type.String(),
    },
    closed,
  ),
]);
export type ObjectiveAdvice = Frozen<Static<typeof ObjectiveAdvice>>;
export type ScoredAdvice = Extract<ObjectiveAdvice, { readonly state: 'scored' }>;

/** Advice for one organisation and period: the contract of `advise --json`. */
export const Advice = Type.Object(
  {
    ...adviceHeader,
    factors: Type.Record(Type.String(), FactorState),
    /** Of the reasons that comments give. */
    readings: ReadingCounts,
    objectives: Type.Array(ObjectiveAdvice),
  },
  closed,
);
export type Advice = Frozen<Static<typeof Advice>>;

/** The objectives that are scored, with their ceilings and targets. */
export function scoredAdvice(advice: Advice): readonly ScoredAdvice[] {
  return advice.objectives.filter((objective) => objective.state === 'scored');
}
