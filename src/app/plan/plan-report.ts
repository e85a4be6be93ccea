import { type Static, Type } from 'typebox';
import type { Frozen } from '../../kernel/schema.ts';
import { Advice, Ceiling } from '../../model/advice.ts';
import { PlanChoice } from '../../model/plan-choice.ts';
import { PlanRequest } from '../../model/plan-request.ts';
import { ConfirmedAction, PlanChange, PlanRow } from '../../model/plan-row.ts';

const closed = { additionalProperties: false };
const nullable = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()]);
const { schema, framework, organisation, basedOn, period, pack } = Advice.properties;
const named = { name: Type.String(), section: Type.String() };

/** A row of a plan beside the score and the ceiling as the advice has them now. */
export const PlannedRow = Type.Object(
  {
    ...PlanRow.properties,
    ...named,
    /** As written; null where it is not scored. */
    score: nullable(Type.String()),
    ceiling: nullable(Ceiling.properties.level),
    aboveCeiling: Type.Boolean(),
  },
  closed,
);
export type PlannedRow = Frozen<Static<typeof PlannedRow>>;

/** The suggestion beside the rows that were chosen: the contract of `plan --json`. */
export const PlanReport = Type.Object(
  {
    ...{ schema, framework, organisation, basedOn, period, pack },
    /** What the suggestion was asked for: in the request, or kept with the plan; null where neither says the days. */
    request: nullable(PlanRequest),
    requestFrom: Type.Union([Type.Literal('request'), Type.Literal('kept'), Type.Literal('none')]),
    suggestion: nullable(PlanChoice),
    /** In order of objective, withdrawn ones too. */
    rows: Type.Array(PlannedRow),
    /** Officer-days of the rows that are not withdrawn. */
    days: Type.Integer({ minimum: 0 }),
    /** What is to be said of officer-days that are assumed. */
    note: Type.String(),
  },
  { ...closed, title: 'Plan' },
);
export type PlanReport = Frozen<Static<typeof PlanReport>>;

/** Every change of one row of a plan, oldest first. */
export const PlanHistory = Type.Object(
  {
    ...{ schema, framework, organisation, period },
    objective: Type.Integer(),
    ...named,
    changes: Type.Array(PlanChange),
  },
  closed,
);
export type PlanHistory = Frozen<Static<typeof PlanHistory>>;

/** One action that was to be done in the last period, and what became of it. */
export const OpenAction = Type.Object(
  {
    /** Where it stands: in the plan of that period, or in the comment of the return before it. */
    source: Type.Union([Type.Literal('plan'), Type.Literal('comment')]),
    /** The period of that plan or return. */
    period: Type.String(),
    objective: Type.Integer(),
    ...named,
    action: Type.String(),
    /** Of an action in a plan; null for others. */
    owner: nullable(Type.String()),
    due: nullable(Type.String()),
    /** What the scores or the later comment say of it, for an officer to confirm. */
    reads: Type.String(),
    confirmed: nullable(ConfirmedAction),
    /** It is not done and not dropped, as far as is known. */
    open: Type.Boolean(),
  },
  closed,
);
export type OpenAction = Frozen<Static<typeof OpenAction>>;

const Way = Type.Object(
  { gone: Type.Number(), whole: Type.Number(), percent: nullable(Type.Integer()) },
  closed,
);
const numbers = Type.Array(Type.Integer());

/** What was planned for a period against what was reached: the contract of `plan --reached --json`. */
export const PlanReached = Type.Object(
  {
    ...{ schema, framework, organisation, basedOn, period },
    progress: Type.Object(
      { toTarget: Way, ofHeadroom: Way, planned: numbers, reached: numbers, fallen: numbers },
      closed,
    ),
    rows: Type.Array(
      Type.Object(
        {
          objective: Type.Integer(),
          ...named,
          start: nullable(Type.String()),
          target: Type.Integer(),
          now: nullable(Type.String()),
          reached: Type.Boolean(),
          owner: Type.String(),
          action: Type.String(),
        },
        closed,
      ),
    ),
  },
  closed,
);
export type PlanReached = Frozen<Static<typeof PlanReached>>;
