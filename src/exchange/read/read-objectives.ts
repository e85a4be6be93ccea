import { type Diagnostic, diagnose } from '../../kernel/diagnostics.ts';
import { Problem } from '../../kernel/problem.ts';
import type { AssessmentRow } from '../../model/assessment.ts';
import { longestCell } from '../../model/cell-text.ts';
import type { Framework, Objective } from '../../model/framework.ts';
import { comparePeriods } from '../../model/period.ts';
import { assessmentRow } from './assessment-row.ts';
import type { Block, ObjectiveRow } from './block.ts';
import { compareObjective } from './compare-objective.ts';
import type { DocumentObjective } from './document-reading.ts';
import type { ObjectiveColumns } from './objective-columns.ts';
import { objectiveMissing } from './objective-missing.ts';
import { reasonMissing } from './reason-missing.ts';

/** Objectives in document order, their rows by period (oldest first), and what was wrong with them. */
export interface ObjectivesRead {
  readonly objectives: readonly DocumentObjective[];
  readonly rows: ReadonlyMap<string, readonly AssessmentRow[]>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Objectives, scores and texts from a document's parts; the diagnostics are errors where a row cannot be trusted. */
export function readObjectives(blocks: readonly Block[], framework: Framework, file: string): ObjectivesRead {
  const byNumber = new Map(framework.objectives.map((objective) => [objective.number, objective]));
  const periods = periodsOf(blocks, file);
  const rows = new Map<string, AssessmentRow[]>(periods.map((period) => [period, []]));
  const objectives = new Map<number, DocumentObjective>();
  const diagnostics: Diagnostic[] = [];
  let section: string | null = null;

  for (const block of blocks) {
    if (block.kind === 'section') section = block.id;
    if (block.kind !== 'objectives') continue;
    const absent = missingColumns(block.columns, periods, file);
    if (absent !== null) diagnostics.push(absent);
    for (const row of block.rows) {
      const known = knownObjective(row, block.columns, byNumber, framework, file);
      if (!('number' in known)) {
        diagnostics.push(known);
        continue;
      }
      const earlier = objectives.get(known.number);
      if (earlier !== undefined) {
        diagnostics.push(twice(row, earlier, file));
        continue;
      }
      const objective = documentObjective(row, block.columns, known, section);
      objectives.set(known.number, objective);
      diagnostics.push(...compareObjective(objective, known, file));
      for (const period of periods) {
        const read = readPeriod(row, block.columns, known, period, framework, file);
        if ('code' in read) {
          diagnostics.push(read);
          continue;
        }
        rows.get(period)?.push(read);
        diagnostics.push(
          ...reasonMissing(read, file, `line ${row.line}, objective ${known.number}, ${period}`),
        );
      }
    }
  }
  for (const { number, name } of framework.objectives)
    if (!objectives.has(number)) diagnostics.push(objectiveMissing(number, name, file));
  for (const list of rows.values()) list.sort((a, b) => a.objective - b.objective);
  return { objectives: [...objectives.values()], rows, diagnostics };
}

/** More periods than any document reports on. */
const mostPeriods = 40;

function periodsOf(blocks: readonly Block[], file: string): readonly string[] {
  const found = blocks.flatMap((block) => (block.kind === 'objectives' ? block.columns.periods : []));
  const periods = [...new Set(found)].sort(comparePeriods);
  if (periods.length <= mostPeriods) return periods;
  throw new Problem('DOCUMENT_REFUSED', {
    file,
    seen: `scores for ${periods.length} periods, ${periods[0]} to ${periods.at(-1)}`,
    allowed: `at most ${mostPeriods} periods`,
    repair: 'Mend the headings of the tables.',
  });
}

function cell(row: ObjectiveRow, columns: ObjectiveColumns, role: string): string {
  const at = columns.at.get(role);
  return at === undefined ? '' : (row.cells.get(at) ?? '');
}

function knownObjective(
  row: ObjectiveRow,
  columns: ObjectiveColumns,
  byNumber: ReadonlyMap<number, Objective>,
  framework: Framework,
  file: string,
): Objective | Diagnostic {
  const written = cell(row, columns, 'number');
  const known = /^\d{1,4}\.?$/.test(written) ? byNumber.get(Number.parseInt(written, 10)) : undefined;
  if (known !== undefined) return known;
  return diagnose('document/objective-unknown', {
    file,
    place: `line ${row.line}`,
    seen: JSON.stringify(written.slice(0, 60)),
    allowed: `the number of an objective of ${framework.id}, or nothing where a row runs on`,
    repair: 'Mend the number, or the tabs of this line.',
  });
}

function documentObjective(
  row: ObjectiveRow,
  columns: ObjectiveColumns,
  known: Objective,
  section: string | null,
): DocumentObjective {
  return {
    number: known.number,
    name: cell(row, columns, 'name'),
    description: cell(row, columns, 'description'),
    section: section ?? known.section,
    place: `line ${row.line}`,
  };
}

function readPeriod(
  row: ObjectiveRow,
  columns: ObjectiveColumns,
  { number }: Objective,
  period: string,
  { levels }: Framework,
  file: string,
): AssessmentRow | Diagnostic {
  const written = cell(row, columns, `score ${period}`);
  const text = cell(row, columns, `text ${period}`);
  if (text.length > longestCell)
    return diagnose('document/cell-too-long', {
      file,
      place: `line ${row.line}, objective ${number}, ${period}`,
      seen: `${text.length} characters`,
      allowed: `at most ${longestCell}`,
      repair: 'Look whether other text ran into this cell, or shorten it.',
    });
  const read = assessmentRow(number, written, text, levels);
  if (read !== null) return read;
  return diagnose('document/score-unreadable', {
    file,
    place: `line ${row.line}, objective ${number}, ${period}`,
    seen: JSON.stringify(written.slice(0, 60)),
    allowed: `${levels.map(({ level }) => level).join(', ')}, a step between two neighbours such as ${levels[0]?.level}/${levels[1]?.level}, NA, or nothing`,
    repair: 'Mend the score in the document.',
  });
}

function twice({ line }: ObjectiveRow, earlier: DocumentObjective, file: string): Diagnostic {
  return diagnose('document/objective-twice', {
    file,
    place: `line ${line}`,
    seen: `objective ${earlier.number}, which is on ${earlier.place} too`,
    allowed: 'each objective once',
    repair: 'Take one of the two rows out.',
  });
}

function missingColumns(
  { line, periods: here }: ObjectiveColumns,
  periods: readonly string[],
  file: string,
): Diagnostic | null {
  if (here.length === periods.length) return null;
  return diagnose('document/column-missing', {
    file,
    place: `line ${line}`,
    seen: `scores for ${here.join(', ')}`,
    allowed: `scores for ${periods.join(', ')}, as in other tables`,
    repair: 'Objectives of this table count as not scored in that period.',
  });
}
