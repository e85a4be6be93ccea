import { type Static, Type } from 'typebox';
import type { Frozen } from '../../kernel/schema.ts';
import { Advice } from '../../model/advice.ts';
import { Control } from '../../model/cause.ts';
import { Level } from '../../model/framework.ts';

const closed = { additionalProperties: false };
const nullable = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()]);
const count = Type.Integer({ minimum: 0 });
const byControl = Type.Object({ external: count, internal: count, mixed: count, total: count }, closed);
const { schema, framework, organisation, basedOn, period, pack, factors, readings } = Advice.properties;

/** The figures that open the pages of an organisation, each with its n, and sentences that say them. */
export const Overview = Type.Object(
  {
    schema,
    framework,
    organisation,
    organisationName: Type.String(),
    example: nullable(Type.String()),
    basedOn,
    period,
    pack,
    factors,
    readings,
    /** Scored objectives: all counts are of these. */
    n: count,
    notApplicable: count,
    notScored: count,
    /** At or above the satisfactory level; `before` is of the period before `basedOn`, null without one. */
    satisfactory: Type.Object({ level: Type.Integer(), count, before: nullable(count) }, closed),
    /** The standard that the organisation agreed for itself, with what meets it; null where none is recorded. */
    agreedStandard: nullable(
      Type.Object(
        { level: Type.Integer(), agreed: Type.String(), from: Type.String(), count, before: nullable(count) },
        closed,
      ),
    ),
    /** Scores of the return that rest on an agreed standard, without a comment of their own. */
    onStandard: count,
    /** By level achieved, lowest first; `workingTowards` of them are working towards the next. */
    byLevel: Type.Array(
      Type.Object({ ...Level.properties, count, workingTowards: count, before: nullable(count) }, closed),
    ),
    /** Between the period before `basedOn` and that; null without one. */
    change: nullable(
      Type.Object(
        {
          from: Type.String(),
          to: Type.String(),
          n: count,
          higher: count,
          lower: count,
          same: count,
          sentence: Type.String(),
          lowerSentence: Type.String(),
        },
        closed,
      ),
    ),
    capped: Type.Object({ now: byControl, later: byControl, no: count }, closed),
    /** Reasons that cap an objective at its present score, those of the most objectives first; one with several is in each. */
    causes: Type.Array(
      Type.Object({ cause: Type.String(), name: Type.String(), control: Control, now: count }, closed),
    ),
    /** Sections in which the most objectives rose, those of the most first; at most three. */
    risen: Type.Array(
      Type.Object({ section: Type.String(), name: Type.String(), higher: count, n: count }, closed),
    ),
    stances: Type.Object({ finish: count, advance: count, hold: count, open: count }, closed),
    /** Objectives below their ceiling, and the levels between. */
    room: Type.Object({ objectives: count, levels: count }, closed),
    /** At or above the satisfactory level once the targets are reached; and with all open levels too. */
    targets: Type.Object({ satisfactory: count, withOpenLevels: count, rises: count }, closed),
    /** The plan for the period: targets that are proposed and agreed; null without one. */
    plan: nullable(Type.Object({ period, proposed: count, agreed: count }, closed)),
    /** Of the plan for the period that the scores are of: targets above the score that it began with, and those reached; null without one. */
    reached: nullable(Type.Object({ period, planned: count, reached: count }, closed)),
    /** Returns that are being entered, earliest first: objectives entered so far, of all. */
    open: Type.Array(Type.Object({ period, entered: count, of: count }, closed)),
    /** The figures in plain sentences, in the order in which they matter. */
    sentences: Type.Array(Type.String()),
  },
  closed,
);
export type Overview = Frozen<Static<typeof Overview>>;
