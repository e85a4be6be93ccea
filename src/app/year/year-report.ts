import { type Static, Type } from 'typebox';
import type { Frozen } from '../../kernel/schema.ts';
import { Quoted, Target } from '../../model/advice.ts';
import { AgreedStandard } from '../../model/agreed-standard.ts';
import { AssessmentRow } from '../../model/assessment.ts';
import { HeldRow } from '../../model/held-row.ts';
import { PlanRow } from '../../model/plan-row.ts';

const closed = { additionalProperties: false };
const count = Type.Integer({ minimum: 0 });
const nullable = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()]);
const { level, stance, openLevel, because } = Target.properties;

/** How far the entry of one objective is: scored or not applicable, only words so far, or nothing. */
export const EntryState = Type.Union([Type.Literal('done'), Type.Literal('started'), Type.Literal('to-do')]);
export type EntryState = Static<typeof EntryState>;

/** The standard's words at one level, as far as they are held; `pasted` by an officer, `none` where there are none. */
export const YearCriterion = Type.Object(
  {
    place: Type.Union([Type.Literal('present'), Type.Literal('next')]),
    level: Type.Integer(),
    name: Type.String(),
    held: Type.Union([
      Type.Literal('full'),
      Type.Literal('as-quoted'),
      Type.Literal('pasted'),
      Type.Literal('principle'),
      Type.Literal('none'),
    ]),
    text: Type.String(),
  },
  closed,
);
export type YearCriterion = Frozen<Static<typeof YearCriterion>>;

const { target, state, owner, action, due, agreed } = PlanRow.properties;

/** A target of the plan for the year that is entered, and whether the score that is entered reaches it. */
export const PlannedInYear = Type.Object(
  {
    ...{ target, state, owner, action, due, agreed },
    /** Whether the level achieved is the target or above; null where nothing is scored yet. */
    reached: nullable(Type.Boolean()),
  },
  closed,
);
export type PlannedInYear = Frozen<Static<typeof PlannedInYear>>;

/** One objective in the year that is entered, beside what is known of it. */
export const YearObjective = Type.Object(
  {
    objective: Type.Integer(),
    name: Type.String(),
    description: Type.String(),
    section: Type.String(),
    /** Its row in the last closed assessment before; null where there is none. */
    last: nullable(Type.Object({ period: Type.String(), row: AssessmentRow }, closed)),
    /** What advice suggests for this period; null where advice has nothing to rest on. */
    target: nullable(Type.Object({ level, stance, openLevel, because }, closed)),
    /** Its target in the plan for this period, unless that was withdrawn; null where there is none. */
    planned: nullable(PlannedInYear),
    /** Actions that are still to be done: those of the last comment, and earlier ones that it carries on. */
    actions: Type.Array(Quoted),
    /** At the level of the last score (the lowest where there is none) and at the next. */
    criteria: Type.Array(YearCriterion),
    entry: HeldRow,
    state: EntryState,
    /** Whether the score is at the agreed standard or above; null where it is not scored, or nothing is agreed. */
    meets: nullable(Type.Boolean()),
  },
  closed,
);
export type YearObjective = Frozen<Static<typeof YearObjective>>;

/** The assessment of one period while it is entered, and after: the contract of `open --json`. */
export const YearReport = Type.Object(
  {
    schema: Type.Literal(1),
    framework: Type.String(),
    organisation: Type.String(),
    period: Type.String(),
    closed: Type.Boolean(),
    /** Who opened it first to enter it by hand, and when; null where it came from documents alone. */
    opened: nullable(Type.Object({ by: Type.String(), at: Type.String() }, closed)),
    /** The last closed assessment before it; null where there is none. */
    basedOn: nullable(Type.String()),
    /** What the organisation agreed, as it holds in this period. */
    standard: nullable(AgreedStandard),
    counts: Type.Object(
      {
        objectives: count,
        /** Scored or not applicable. */
        entered: count,
        scored: count,
        notApplicable: count,
        /** Neither: in no share, mean or count. */
        missing: count,
        /** Of the scored ones, those at the agreed standard or above; null where nothing is agreed. */
        meets: nullable(count),
      },
      closed,
    ),
    /** How many objectives meet the agreed standard, then how many are entered: two plain sentences. */
    says: Type.Array(Type.String()),
    objectives: Type.Array(YearObjective),
  },
  closed,
);
export type YearReport = Frozen<Static<typeof YearReport>>;
