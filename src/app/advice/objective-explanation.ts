import { type Static, Type } from 'typebox';
import type { ObjectiveTrace } from '../../engine/evaluate.ts';
import type { Frozen } from '../../kernel/schema.ts';
import { Advice, Evidence, ObjectiveAdvice } from '../../model/advice.ts';
import { adviceHeader } from '../../model/advice-header.ts';
import { AssessmentRow } from '../../model/assessment.ts';
import { CriterionSource } from '../../model/criterion.ts';
import { Factor, FactorState } from '../../model/factor.ts';
import { Level, Objective, Section } from '../../model/framework.ts';
import { Link } from '../../model/link.ts';
import { Reading } from '../../model/reading.ts';
import { ObjectiveCriteria } from '../criteria/objective-criteria.ts';

const closed = { additionalProperties: false };
const nullable = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()]);

const Held = Type.Union([
  Type.Object(
    {
      held: Type.Union([Type.Literal('full'), Type.Literal('as-quoted')]),
      text: Type.String(),
      source: CriterionSource,
    },
    closed,
  ),
  Type.Object({ held: Type.Literal('principle'), text: Type.String() }, closed),
  Type.Object({ held: Type.Literal('none') }, closed),
]);

/** One level of an objective: what text is held for it, and how the objective stands to it. */
export const ExplainedLevel = Type.Object(
  {
    ...Level.properties,
    held: Held,
    reached: Type.Boolean(),
    target: Type.Boolean(),
    ceiling: Type.Boolean(),
  },
  closed,
);
export type ExplainedLevel = Frozen<Static<typeof ExplainedLevel>>;

/** A limit that a comment gives beside what the standard says of the level that it rules out. */
export const BothTexts = Type.Object(
  {
    level: Type.Integer(),
    levelName: Type.String(),
    rubric: Held,
    comment: Type.Array(Evidence),
    cause: Type.String(),
    causeName: Type.String(),
  },
  closed,
);
export type BothTexts = Frozen<Static<typeof BothTexts>>;

/** One objective in one period. */
export const ObjectiveHistory = Type.Object(
  { period: Type.String(), row: AssessmentRow, reading: Reading },
  closed,
);
export type ObjectiveHistory = Frozen<Static<typeof ObjectiveHistory>>;

/** How the objective hangs together with another; `direction` is `out` where the link is this objective's own. */
export const ExplainedLink = Type.Object(
  {
    kind: Link.properties.kind,
    direction: Type.Union([Type.Literal('out'), Type.Literal('in')]),
    objective: Type.Integer(),
    name: Type.String(),
    citation: Type.String(),
  },
  closed,
);
export type ExplainedLink = Frozen<Static<typeof ExplainedLink>>;

const GroupTrace = Type.Cyclic(
  {
    Test: Type.Object(
      {
        fact: Type.String(),
        operator: Type.String(),
        value: Type.Unknown(),
        seen: Type.Unknown(),
        holds: Type.Boolean(),
      },
      closed,
    ),
    Group: Type.Object(
      {
        group: Type.Union([Type.Literal('all'), Type.Literal('any')]),
        holds: Type.Boolean(),
        members: Type.Array(Type.Union([Type.Ref('Test'), Type.Ref('Group')])),
      },
      closed,
    ),
  },
  'Group',
);

/** A rule that was evaluated, with every test of its condition. */
export const EvaluatedRule = Type.Object(
  { rule: Type.String(), holds: Type.Boolean(), condition: GroupTrace },
  closed,
);

/** One objective with every word that its ceiling and target rest on: the contract of `explain --json`. */
export const ObjectiveExplanation = Type.Object(
  {
    ...adviceHeader,
    advice: ObjectiveAdvice,
    objective: Objective,
    section: Section,
    levels: Type.Array(ExplainedLevel),
    bothTexts: Type.Array(BothTexts),
    /** Oldest first. */
    history: Type.Array(ObjectiveHistory),
    /** Null where the objective is not scored. */
    trace: nullable(
      Type.Object(
        {
          objective: Type.Integer(),
          facts: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])),
          ceilings: Type.Array(EvaluatedRule),
          targets: Type.Array(EvaluatedRule),
        },
        closed,
      ),
    ),
    /** The title of every rule of the trace. */
    titles: Type.Record(Type.String(), Type.String()),
    links: Type.Array(ExplainedLink),
    /** The circumstances that its causes name. */
    factors: Type.Array(Type.Object({ ...Factor.properties, state: FactorState }, closed)),
    /** The levels in statements with their answers, and the evidence, for the period that the advice is based on. */
    criteria: ObjectiveCriteria,
  },
  closed,
);

/** One objective with every word that its ceiling and target rest on. */
export interface ObjectiveExplanation
  extends Pick<Advice, 'schema' | 'framework' | 'organisation' | 'basedOn' | 'period' | 'pack'> {
  readonly advice: ObjectiveAdvice;
  readonly objective: Objective;
  readonly section: Section;
  readonly levels: readonly ExplainedLevel[];
  readonly bothTexts: readonly BothTexts[];
  readonly history: readonly ObjectiveHistory[];
  readonly trace: ObjectiveTrace | null;
  readonly titles: Readonly<Record<string, string>>;
  readonly links: readonly ExplainedLink[];
  readonly factors: readonly (Factor & { readonly state: FactorState })[];
  readonly criteria: ObjectiveCriteria;
}
