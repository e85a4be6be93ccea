import { type Static, Type } from 'typebox';
import type { Frozen } from '../../kernel/schema.ts';
import { Ceiling, Stance } from '../../model/advice.ts';
import { adviceHeader } from '../../model/advice-header.ts';
import { PlanRequest } from '../../model/plan-request.ts';

const closed = { additionalProperties: false };
const nullable = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()]);
const count = Type.Integer({ minimum: 0 });
const level = Type.Integer();
const { days: _days, ...demands } = PlanRequest.properties;

/** What is asked of the targets beside circumstances; without officer-days, what they take is counted and nothing is chosen. */
export const WhatIfRequest = Type.Object({ days: nullable(PlanRequest.properties.days), ...demands }, closed);
export type WhatIfRequest = Frozen<Static<typeof WhatIfRequest>>;

/** The targets of one side in figures, of the scored objectives. */
export const WhatIfTotals = Type.Object(
  {
    /** Targets above the level achieved, and the levels that they rise. */
    targets: count,
    levels: count,
    /** Officer-days that they take; null where they cannot all be taken in one period. */
    days: nullable(count),
    /** At or above the satisfactory level once the targets are reached. */
    satisfactory: count,
    cappedNow: count,
  },
  closed,
);
export type WhatIfTotals = Frozen<Static<typeof WhatIfTotals>>;

/** The target of one objective on one side. */
export const WhatIfTarget = Type.Object(
  {
    level,
    stance: Stance,
    openLevel: nullable(level),
    ceiling: level,
    capped: Ceiling.properties.capped,
    /** Where the level is from: the advice, a minimum or a settled target, the days, or what the days leave out. */
    from: Type.Union([
      Type.Literal('advice'),
      Type.Literal('asked'),
      Type.Literal('chosen'),
      Type.Literal('left-out'),
    ]),
    because: Type.String(),
  },
  closed,
);
export type WhatIfTarget = Frozen<Static<typeof WhatIfTarget>>;

/** Demands of which one must give way. */
export const WhatIfConflict = Type.Object(
  {
    /** The smallest set that cannot hold together: without any one of them the others can. */
    demands: Type.Array(
      Type.Object(
        {
          kind: Type.Union([
            Type.Literal('days'),
            Type.Literal('levels-a-year'),
            Type.Literal('minimum'),
            Type.Literal('lock'),
          ]),
          objective: nullable(Type.Integer()),
          text: Type.String(),
        },
        closed,
      ),
    ),
    because: Type.String(),
  },
  closed,
);
export type WhatIfConflict = Frozen<Static<typeof WhatIfConflict>>;

/** Targets as they are beside those of a what-if: what the page of targets shows. */
export const WhatIfReport = Type.Object(
  {
    ...adviceHeader,
    /** The circumstances that are supposed, and differ from what is recorded. */
    supposed: Type.Record(
      Type.String(),
      Type.Union([Type.Literal('yes'), Type.Literal('no'), Type.Literal('unknown')]),
    ),
    request: nullable(WhatIfRequest),
    /** Scored objectives: all counts are of these. */
    n: count,
    satisfactory: level,
    /** At or above it now. */
    now: count,
    asItIs: WhatIfTotals,
    /** Null where the demands cannot hold together. */
    whatIf: nullable(WhatIfTotals),
    conflict: nullable(WhatIfConflict),
    /** What is supposed and what it changes, in a sentence; null where nothing is supposed. */
    sentence: nullable(Type.String()),
    /** Objectives whose target or ceiling differs. */
    differs: count,
    objectives: Type.Array(
      Type.Object(
        {
          objective: Type.Integer(),
          name: Type.String(),
          section: Type.String(),
          score: Type.String(),
          achieved: level,
          asItIs: WhatIfTarget,
          whatIf: nullable(WhatIfTarget),
          /** What differs; null where nothing does. */
          difference: nullable(Type.String()),
        },
        closed,
      ),
    ),
    /** What is to be said of officer-days that are assumed. */
    note: Type.String(),
  },
  { ...closed, title: 'What if' },
);
export type WhatIfReport = Frozen<Static<typeof WhatIfReport>>;
