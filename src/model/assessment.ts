import { type Static, Type } from 'typebox';
import type { Frozen } from '../kernel/schema.ts';
import { Score } from './score.ts';

const common = {
  objective: Type.Integer({ minimum: 1 }),
  /** The cell as the organisation wrote it; every view of it is a slice. */
  text: Type.String(),
};

/** One objective in one assessment. Not-applicable and not-scored are never 0 and in no mean, share or count. */
export const AssessmentRow = Type.Union([
  Type.Object({ ...common, state: Type.Literal('scored'), score: Score }),
  Type.Object({ ...common, state: Type.Literal('not-applicable'), reason: Type.String() }),
  Type.Object({ ...common, state: Type.Literal('not-scored') }),
]);
export type AssessmentRow = Frozen<Static<typeof AssessmentRow>>;

/** One organisation's rows for one period, one for each objective, in order of objective. */
export const Assessment = Type.Object({
  framework: Type.String(),
  organisation: Type.String(),
  period: Type.String(),
  rows: Type.Array(AssessmentRow),
});
export type Assessment = Frozen<Static<typeof Assessment>>;

/** The row of one objective, if the assessment has it. */
export function rowOf(assessment: Assessment, objective: number): AssessmentRow | undefined {
  return assessment.rows.find((row) => row.objective === objective);
}
