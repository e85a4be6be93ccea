import { toCsv } from '../../kernel/csv.ts';
import type { Assessment, AssessmentRow } from '../../model/assessment.ts';
import { type Framework, sectionOf } from '../../model/framework.ts';

/** The columns of scores as CSV, in order. */
export const scoreColumns = [
  'organisation',
  'framework',
  'period',
  'objective',
  'name',
  'section',
  'state',
  'score',
  'text',
] as const;

/**
 * Assessments as CSV in UTF-8 with a byte order mark, one row for each period and objective; they are of one framework.
 * @param open the periods that are not closed: with any, a column more says so
 */
export function appendixCsv(
  assessments: readonly Assessment[],
  framework: Framework,
  open: readonly string[] = [],
): string {
  const rows = assessments.flatMap(({ organisation, period, rows: own }) =>
    own.map((row) => {
      const objective = framework.objectives.find(({ number }) => number === row.objective);
      const section = sectionOf(framework, row.objective)?.name ?? '';
      return [
        ...[organisation, framework.id, period, row.objective, objective?.name ?? '', section],
        ...[row.state, writtenScore(row), writtenText(row)],
        ...(open.length === 0 ? [] : [open.includes(period) ? 'yes' : 'no']),
      ];
    }),
  );
  return `\u{FEFF}${toCsv(open.length === 0 ? scoreColumns : [...scoreColumns, 'open assessment'], rows)}`;
}

/** A row's score as documents have it: "3", "2/3", "NA", or nothing where it is not scored. */
export function writtenScore(row: AssessmentRow): string {
  return row.state === 'scored' ? row.score.label : row.state === 'not-applicable' ? 'NA' : '';
}

/** A row's text as documents have it: before it the reason why the objective does not apply, where the text does not say it. */
export function writtenText(row: AssessmentRow): string {
  if (row.state !== 'not-applicable' || row.text.includes(row.reason)) return row.text;
  return row.text === '' ? row.reason : `${row.reason}\n${row.text}`;
}
