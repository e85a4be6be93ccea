import { type Static, Type } from 'typebox';
import type { Frozen } from '../kernel/schema.ts';
import { AssessmentRow } from './assessment.ts';

const closed = { additionalProperties: false };
const orNull = Type.Union([Type.String(), Type.Null()]);

/** A row of an assessment with its version: 0 where nobody has entered anything, one more with each change. */
export const HeldRow = Type.Object(
  {
    version: Type.Integer({ minimum: 0 }),
    row: AssessmentRow,
    /** Who changed it last and when; null where that is not known. */
    by: orNull,
    at: orNull,
  },
  closed,
);
export type HeldRow = Frozen<Static<typeof HeldRow>>;

/** One change of a row, as the journal has it. */
export const RowChange = Type.Object(
  {
    sequence: Type.Integer({ minimum: 1 }),
    at: Type.String(),
    by: Type.String(),
    action: Type.Union([
      Type.Literal('enter-row'),
      Type.Literal('undo-row'),
      Type.Literal('import-assessment'),
    ]),
    /** Null where there was no row before. */
    before: Type.Union([AssessmentRow, Type.Null()]),
    after: AssessmentRow,
    /** For an undo, the change that it takes back. */
    undoes: Type.Union([Type.Integer(), Type.Null()]),
  },
  closed,
);
export type RowChange = Frozen<Static<typeof RowChange>>;

/** A row in which nothing is entered. */
export function emptyRow(objective: number): AssessmentRow {
  return { objective, text: '', state: 'not-scored' };
}

/** Whether nothing is entered in a row: neither a score, nor a reason, nor a word. */
export function isEmptyRow(row: AssessmentRow): boolean {
  return row.state === 'not-scored' && row.text === '';
}
