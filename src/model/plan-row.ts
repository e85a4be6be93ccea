import { type Static, Type } from 'typebox';
import type { Frozen } from '../kernel/schema.ts';
import { periodPattern } from './period.ts';
import { PlanRequest } from './plan-request.ts';

const closed = { additionalProperties: false };
const nullable = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()]);
const day = (description: string) => Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description });
const line = (maxLength: number, description: string) => Type.String({ maxLength, description });
const said = (maxLength: number, description: string) =>
  Type.String({ minLength: 1, maxLength, description });

/** The longest that each text of a row can be. */
export const planBounds = { owner: 100, action: 2000, reason: 2000, evidence: 1000, note: 2000, notes: 20 };

/** Something written beside a row. */
export const PlanNote = Type.Object(
  {
    text: said(planBounds.note, 'The note.'),
    audience: Type.Union([Type.Literal('internal'), Type.Literal('for-publication')], {
      description: 'internal: for officers, in no document. for-publication: in documents too.',
    }),
  },
  closed,
);
export type PlanNote = Frozen<Static<typeof PlanNote>>;

/** Who agreed a target, on which day, and the minute that says so. */
export const PlanAgreement = Type.Object(
  {
    by: said(200, 'Who agreed: a person or a committee.'),
    date: day('The day on which it was agreed.'),
    minute: said(200, 'The minute or paper that says so.'),
  },
  closed,
);
export type PlanAgreement = Frozen<Static<typeof PlanAgreement>>;

export const PlanRowState = Type.Union(
  [Type.Literal('proposed'), Type.Literal('agreed'), Type.Literal('withdrawn')],
  {
    description:
      'proposed: chosen, and agreed by nobody yet. agreed: with who, when and the minute. withdrawn: with the reason.',
  },
);
export type PlanRowState = Static<typeof PlanRowState>;

/** The target that an organisation chose for one objective in one period. */
export const PlanRow = Type.Object(
  {
    period: Type.String({ pattern: periodPattern }),
    objective: Type.Integer({ minimum: 1 }),
    target: Type.Integer({ description: 'The level to reach.' }),
    owner: line(planBounds.owner, 'Who sees to it; empty where nobody is named.'),
    action: line(planBounds.action, 'What is done; empty where nothing is said.'),
    due: nullable(day('The day by which it is done.')),
    days: Type.Integer({ minimum: 0, maximum: 100_000, description: 'Officer-days that it takes.' }),
    daysFrom: Type.Union([Type.Literal('assumed'), Type.Literal('given')], {
      description: 'Whether the rules assume the officer-days, or somebody gave them.',
    }),
    reason: line(planBounds.reason, 'Why this target; empty where nothing is said.'),
    evidence: line(planBounds.evidence, 'What will show it; for officers, in no document.'),
    notes: Type.Array(PlanNote, { maxItems: planBounds.notes }),
    override: nullable(
      said(
        1000,
        'For a target above the ceiling: why the earlier reason no longer holds. Null for any other target.',
      ),
    ),
    state: PlanRowState,
    agreed: nullable(PlanAgreement),
    withdrawn: nullable(said(1000, 'Why it was withdrawn.')),
    version: Type.Integer({
      minimum: 1,
      description: 'Counts the changes of the row; a change names the version that it was made from.',
    }),
    /** Who changed it last, and when, as an ISO 8601 moment in UTC. */
    by: Type.String({ minLength: 1 }),
    at: Type.String(),
  },
  closed,
);
export type PlanRow = Frozen<Static<typeof PlanRow>>;

/** What a change of a row is. */
export const PlanAct = Type.Union([
  Type.Literal('choose'),
  Type.Literal('change'),
  Type.Literal('withdraw'),
  Type.Literal('agree'),
  Type.Literal('undo'),
]);
export type PlanAct = Static<typeof PlanAct>;

/** One change of a row, and the row after it; null where undoing the first choice left none. */
export const PlanChange = Type.Object(
  {
    version: Type.Integer({ minimum: 1 }),
    act: PlanAct,
    row: nullable(PlanRow),
    by: Type.String({ minLength: 1 }),
    at: Type.String(),
  },
  closed,
);
export type PlanChange = Frozen<Static<typeof PlanChange>>;

/** What a plan was asked for, as it is kept, so that the plan can be computed again. */
export const PlanSettings = Type.Object(
  {
    period: Type.String({ pattern: periodPattern }),
    request: PlanRequest,
    by: Type.String({ minLength: 1 }),
    at: Type.String(),
  },
  closed,
);
export type PlanSettings = Frozen<Static<typeof PlanSettings>>;

/** What an officer says became of an action. */
export const ActionOutcome = Type.Union(
  [Type.Literal('done'), Type.Literal('continues'), Type.Literal('dropped')],
  { description: 'done: finished. continues: carried forward. dropped: given up.' },
);
export type ActionOutcome = Static<typeof ActionOutcome>;

/** What became of one action of a period: words of a comment of its return, or the action of a row of its plan. */
export const ConfirmedAction = Type.Object(
  {
    period: Type.String({ pattern: periodPattern }),
    objective: Type.Integer({ minimum: 1 }),
    /** The action, word for word. */
    action: Type.String({ minLength: 1 }),
    outcome: ActionOutcome,
    by: Type.String({ minLength: 1 }),
    at: Type.String(),
  },
  closed,
);
export type ConfirmedAction = Frozen<Static<typeof ConfirmedAction>>;
