import { type Static, Type } from 'typebox';
import type { Frozen } from '../kernel/schema.ts';
import { Level } from './framework.ts';

const closed = { additionalProperties: false };
const nullable = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()]);
const count = Type.Integer({ minimum: 0 });

/** A count of scored objectives, and its share of `n`: from 0 to 1, null when `n` is 0. */
const CountedShare = Type.Object(
  { count, n: count, share: nullable(Type.Number({ minimum: 0, maximum: 1 })) },
  closed,
);

/** How many scored objectives stand at one label: a whole level, or a half-step such as 2/3. */
export const LevelCount = Type.Object(
  { label: Type.String(), achieved: Type.Integer(), midpoint: Type.Number(), ...CountedShare.properties },
  closed,
);
export type LevelCount = Frozen<Static<typeof LevelCount>>;

/** One section, or the whole, in one period. */
export const LevelSummary = Type.Object(
  {
    /** Null for the whole, whose name is "All objectives". */
    section: nullable(Type.String()),
    name: Type.String(),
    /** Scored objectives. */
    n: count,
    notApplicable: count,
    notScored: count,
    /** Every label of `Trends.labels`, lowest first, those that nobody scored too. */
    levels: Type.Array(LevelCount),
    /** At or above the satisfactory level, by the level achieved. */
    satisfactory: CountedShare,
    /** By midpoints, as `conventions.mean` says; null when `n` is 0. Never shown without `levels`. */
    mean: nullable(Type.Number()),
  },
  closed,
);
export type LevelSummary = Frozen<Static<typeof LevelSummary>>;

/** How many of the objectives scored in both periods moved one way. */
export const DirectionTally = Type.Object(
  {
    count,
    /** Of `count`: the earlier score rests on an agreed standard, so that there is no comment to compare with. */
    fromAgreedStandard: count,
    /** Of `count`: the earlier score has a comment of its own. */
    fromComment: count,
    /** Of `fromComment`: moves by half a level. */
    halfSteps: count,
    sentence: Type.String(),
  },
  closed,
);
export type DirectionTally = Frozen<Static<typeof DirectionTally>>;

/** How one section, or the whole, moved between two periods. */
export const MoveTally = Type.Object(
  {
    /** Null for the whole. */
    section: nullable(Type.String()),
    name: Type.String(),
    /** Objectives scored in both periods: higher, lower and same sum to it. */
    n: count,
    higher: DirectionTally,
    lower: DirectionTally,
    same: count,
    notComparable: count,
    /** Of the `n`: at or above the satisfactory level in the earlier and in the later period. */
    satisfactory: Type.Object({ from: count, to: count }, closed),
  },
  closed,
);
export type MoveTally = Frozen<Static<typeof MoveTally>>;

const named = { objective: Type.Integer(), name: Type.String(), section: Type.String() };

/** What became of one objective between two periods. */
export const ScoreChange = Type.Union([
  Type.Object(
    {
      ...named,
      kind: Type.Union([Type.Literal('higher'), Type.Literal('lower'), Type.Literal('same')]),
      /** The labels. */
      from: Type.String(),
      to: Type.String(),
      fromMidpoint: Type.Number(),
      toMidpoint: Type.Number(),
      /** The change in levels by midpoint: 2 to 2/3 is 0.5. */
      levels: Type.Number(),
      /** The change is of half a level, up or down. */
      halfStep: Type.Boolean(),
      /** The earlier score rests on an agreed standard. */
      fromAgreedStandard: Type.Boolean(),
    },
    closed,
  ),
  Type.Object(
    {
      ...named,
      kind: Type.Literal('not-comparable'),
      from: nullable(Type.String()),
      to: nullable(Type.String()),
      reason: Type.String(),
    },
    closed,
  ),
]);
export type ScoreChange = Frozen<Static<typeof ScoreChange>>;

/** How many objectives went from one label to another; pairs of labels that no objective took are absent. */
export const Move = Type.Object(
  {
    from: Type.String(),
    to: Type.String(),
    kind: Type.Union([Type.Literal('higher'), Type.Literal('lower'), Type.Literal('same')]),
    count: Type.Integer({ minimum: 1 }),
    /** Of `count`: the earlier score rests on an agreed standard. */
    fromAgreedStandard: count,
  },
  closed,
);
export type Move = Frozen<Static<typeof Move>>;

/** From one period to the next one that there is. */
export const Transition = Type.Object(
  {
    from: Type.String(),
    to: Type.String(),
    whole: MoveTally,
    /** Every section, in the framework's order. */
    sections: Type.Array(MoveTally),
    /** By label of the earlier, then of the later period, lowest first; the counts sum to `whole.n`. */
    moves: Type.Array(Move),
    /** Every objective of the framework, in its order. */
    changes: Type.Array(ScoreChange),
  },
  closed,
);
export type Transition = Frozen<Static<typeof Transition>>;

/** A framework that earlier periods were scored with, and how far they are compared with the latest framework. */
export const EarlierFramework = Type.Object(
  {
    framework: Type.String(),
    name: Type.String(),
    /** Earliest first. */
    periods: Type.Array(Type.String()),
    /** Objectives of the latest framework that it marks as the same; only these are compared. With none, no period is. */
    compared: count,
    /** Objectives of the latest framework that have no predecessor in this one, in its order. */
    without: Type.Array(Type.Object(named, closed)),
    sentence: Type.String(),
  },
  closed,
);
export type EarlierFramework = Frozen<Static<typeof EarlierFramework>>;

/** How one organisation's scores moved: the contract of `trends --json`. It says what was, never what will be. */
export const Trends = Type.Object(
  {
    schema: Type.Literal(1),
    framework: Type.String(),
    organisation: Type.String(),
    /** The lowest level that counts as satisfactory. */
    satisfactory: Type.Integer(),
    levels: Type.Array(Level),
    /** Every level, and every half-step that is scored in any period, lowest first. */
    labels: Type.Array(Type.String()),
    /** How the figures are to be read, in sentences to be shown with them. */
    conventions: Type.Object({ n: Type.String(), satisfactory: Type.String(), mean: Type.String() }, closed),
    /** Earliest first. */
    periods: Type.Array(
      Type.Object(
        {
          period: Type.String(),
          whole: LevelSummary,
          /** Every section, in the framework's order. */
          sections: Type.Array(LevelSummary),
        },
        closed,
      ),
      { minItems: 1 },
    ),
    /** Between each period and the next, earliest first. */
    transitions: Type.Array(Transition),
    /** Why there are no transitions; null when there are. */
    noTransitions: nullable(Type.String()),
    /** Where periods were scored with other frameworks than the latest one. */
    earlierFrameworks: Type.Optional(Type.Array(EarlierFramework, { minItems: 1 })),
  },
  closed,
);
export type Trends = Frozen<Static<typeof Trends>>;
