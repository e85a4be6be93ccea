import { Type } from 'typebox';
import { AssessmentRow } from '../model/assessment.ts';
import { RowChange } from '../model/held-row.ts';
import type { Connection } from './connection.ts';
import { query } from './query.ts';

const { sequence, at, by, action } = RowChange.properties;
const changes = query(
  'journal',
  { sequence, at, by, action, before: Type.String(), after: Type.String() },
  `SELECT sequence, at, "by", action, before, after FROM journal
   WHERE ((subject = ? AND action IN ('enter-row', 'undo-row')) OR (subject = ? AND action = 'import-assessment'))
     AND sequence > (SELECT coalesce(max(sequence), 0) FROM journal WHERE subject = ? AND action = 'discard-assessment')
   ORDER BY sequence`,
);
const entered = Type.Object({ row: AssessmentRow, undoes: Type.Optional(Type.Integer()) });
const imported = Type.Object({ rows: Type.Array(AssessmentRow) });

/** Every change of one row, oldest first, as the journal has it, since its assessment was last discarded; empty for one that nobody changed. */
export function readRowHistory(
  connection: Connection,
  organisation: string,
  period: string,
  objective: number,
): readonly RowChange[] {
  const place = `${organisation}/${period}`;
  return connection
    .rows(changes, `${place}/${objective}`, place, place)
    .flatMap((entry): readonly RowChange[] => {
      const about = `journal entry ${entry.sequence}`;
      if (entry.action === 'import-assessment') {
        const rowIn = (text: string) =>
          connection
            .json(Type.Union([imported, Type.Null()]), text, about)
            ?.rows.find((row) => row.objective === objective) ?? null;
        const after = rowIn(entry.after);
        return after === null ? [] : [{ ...entry, before: rowIn(entry.before), after, undoes: null }];
      }
      const before = connection.json(entered, entry.before, about);
      const after = connection.json(entered, entry.after, about);
      return [{ ...entry, before: before.row, after: after.row, undoes: after.undoes ?? null }];
    });
}
