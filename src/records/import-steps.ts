import { canonicalJson } from '../kernel/canonical.ts';
import type { Diagnostic } from '../kernel/diagnostics.ts';
import { Problem } from '../kernel/problem.ts';
import { Assessment } from '../model/assessment.ts';
import { isEmptyRow } from '../model/held-row.ts';
import { comparePeriods, isPeriod } from '../model/period.ts';
import { assessmentClosed } from './assessment-problems.ts';
import { hashOf, heldPeriod, heldRows } from './assessments.ts';
import { checked } from './checked.ts';
import type { Connection } from './connection.ts';
import type { RowOf } from './query.ts';

/** What one document brings: assessments of one organisation, and what was found in it. */
export interface NewImport {
  readonly organisation: string;
  readonly assessments: readonly Assessment[];
  /** The document as the user named it, with the hash of its bytes. */
  readonly source: { readonly file: string; readonly sha256: string };
  readonly diagnostics: readonly Diagnostic[];
  /** Whether its assessments are finished; they are unless said. */
  readonly closed?: boolean;
}

/** What an import did to one period, and to which objectives. */
export interface PeriodOutcome {
  readonly period: string;
  readonly outcome: 'new' | 'unchanged' | 'changed';
  readonly objectives: readonly number[];
}

/** One period of an import beside what is held of it; each row as canonical JSON by its objective. */
export interface ImportStep extends PeriodOutcome {
  readonly held: RowOf<typeof heldPeriod> | undefined;
  readonly assessment: Assessment;
  /** Whether it is closed after the import. */
  readonly closed: boolean;
  readonly sha256: string;
  readonly before: ReadonlyMap<number, string>;
  readonly after: ReadonlyMap<number, string>;
}

/**
 * The periods of an import, in order, each beside what is held of it; writes nothing. A document takes the place of an
 * earlier one. Into a period that is open by hand it brings its rows, and leaves those alone in which it says nothing;
 * the period stays open. A period that was closed by hand it may only repeat.
 * @throws Problem BAD_VALUE, ASSESSMENT_CLOSED
 */
export function importSteps(connection: Connection, given: NewImport): readonly ImportStep[] {
  const closed = given.closed !== false;
  return checkedAssessments(given).map((assessment) => compare(connection, assessment, closed));
}

function checkedAssessments(given: NewImport): readonly Assessment[] {
  const assessments = [...given.assessments].sort((a, b) => comparePeriods(a.period, b.period));
  const seen = new Set<string>();
  for (const assessment of assessments) {
    const what = `assessment ${assessment.period}`;
    const { organisation, period, rows } = checked(Assessment, assessment, what);
    if (organisation !== given.organisation) throw new Error(`${what} is of ${organisation}`);
    if (!isPeriod(period) || seen.has(period)) throw new Error(`${what} is not one of different periods`);
    if (rows.some((row, index) => index > 0 && row.objective <= (rows[index - 1]?.objective ?? 0)))
      throw new Error(`${what} has rows that are not in order of objective`);
    seen.add(period);
  }
  return assessments;
}

function compare(connection: Connection, assessment: Assessment, closing: boolean): ImportStep {
  const { organisation, period, framework, rows } = assessment;
  const held = connection.row(heldPeriod, organisation, period);
  const before = new Map(
    connection.rows(heldRows, organisation, period).map((row) => [row.objective, row.content]),
  );
  const brought = rows.map((row) => ({ row, content: canonicalJson(row) }));
  const byHand = held !== undefined && held.openedBy !== null;
  const closed = byHand ? held.closed === 1 : closing;
  const said = byHand && !closed ? brought.filter(({ row }) => !isEmptyRow(row)) : brought;
  const after = new Map(
    [
      ...(byHand && !closed ? before : []),
      ...said.map(({ row, content }) => [row.objective, content] as const),
    ].toSorted(([a], [b]) => a - b),
  );
  const objectives = [...new Set([...before.keys(), ...after.keys()])]
    .filter((objective) => before.get(objective) !== after.get(objective))
    .sort((a, b) => a - b);
  const same = objectives.length === 0 && held?.framework === framework && held.closed === (closed ? 1 : 0);
  if (byHand && !same) refuseOverHand(organisation, held, framework);
  const outcome = held === undefined ? 'new' : same ? 'unchanged' : 'changed';
  return {
    period,
    outcome,
    objectives,
    held,
    assessment,
    closed,
    sha256: hashOf(framework, [...after.values()]),
    before,
    after,
  };
}

function refuseOverHand(organisation: string, held: RowOf<typeof heldPeriod>, framework: string): void {
  if (held.closed === 1) throw assessmentClosed(organisation, held.period);
  if (held.framework !== framework)
    throw new Problem('BAD_VALUE', {
      place: `${organisation}, ${held.period}`,
      seen: framework,
      allowed: held.framework,
      repair: 'It is being entered in another standard: bring a document in that one.',
    });
}
