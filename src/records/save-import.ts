import { Type } from 'typebox';
import { canonicalJson } from '../kernel/canonical.ts';
import { Diagnostic } from '../kernel/diagnostics.ts';
import { AssessmentRow } from '../model/assessment.ts';
import { checked } from './checked.ts';
import type { Connection } from './connection.ts';
import { type ImportStep, importSteps, type NewImport, type PeriodOutcome } from './import-steps.ts';
import { enterInJournal, type Stamp } from './journal.ts';
import { readOrganisation } from './organisations.ts';
import { query } from './query.ts';

const findingsOf = query(
  'findings',
  { diagnostic: Type.String() },
  'SELECT diagnostic FROM finding WHERE import = ? ORDER BY position',
);

/**
 * Keeps what a document brings, all or nothing, and says for each of its periods, in order, what came of it. Periods that
 * it does not have stay. The same document again writes nothing, nor does one without assessments.
 * @throws Problem UNKNOWN_ORGANISATION, BAD_VALUE, ASSESSMENT_CLOSED
 */
export function saveImport(connection: Connection, given: NewImport, stamp: Stamp): readonly PeriodOutcome[] {
  const diagnostics = checked(Type.Array(Diagnostic), given.diagnostics, 'findings').map(canonicalJson);
  return connection.writing(() => {
    readOrganisation(connection, given.organisation);
    const steps = importSteps(connection, given);
    if (!known(connection, given, steps, diagnostics)) {
      const id = writeImport(connection, given, steps, diagnostics, stamp);
      for (const step of steps) writePeriod(connection, given.organisation, step, id, stamp);
    }
    return steps.map(({ period, outcome, objectives }) => ({ period, outcome, objectives }));
  });
}

/** Whether every period stands on one import already, with the same content, document and findings. */
function known(
  connection: Connection,
  given: NewImport,
  steps: readonly ImportStep[],
  diagnostics: readonly string[],
): boolean {
  const held = steps[0]?.held;
  if (held === undefined) return steps.length === 0;
  return (
    held.import !== null &&
    steps.every((step) => step.outcome === 'unchanged' && step.held?.import === held.import) &&
    held.file === given.source.file &&
    held.source === given.source.sha256 &&
    canonicalJson(connection.rows(findingsOf, held.import).map(({ diagnostic }) => diagnostic)) ===
      canonicalJson(diagnostics)
  );
}

function writeImport(
  connection: Connection,
  given: NewImport,
  steps: readonly ImportStep[],
  diagnostics: readonly string[],
  stamp: Stamp,
): number {
  const { organisation, source } = given;
  const { id } = connection.run(
    'INSERT INTO import (organisation, file, sha256, "by", at) VALUES (?, ?, ?, ?, ?)',
    organisation,
    source.file,
    source.sha256,
    stamp.by,
    stamp.at,
  );
  for (const [position, diagnostic] of diagnostics.entries())
    connection.run(
      'INSERT INTO finding (import, position, diagnostic) VALUES (?, ?, ?)',
      id,
      position,
      diagnostic,
    );
  const before = steps.flatMap(({ period, held }) =>
    held === undefined || held.file === null ? [] : [{ period, file: held.file, sha256: held.source }],
  );
  enterInJournal(connection, stamp, {
    action: 'import-document',
    subject: organisation,
    before: before.length === 0 ? null : before,
    after: steps.map(({ period }) => ({ period, file: source.file, sha256: source.sha256 })),
  });
  return id;
}

function writePeriod(
  connection: Connection,
  organisation: string,
  step: ImportStep,
  id: number,
  stamp: Stamp,
): void {
  const { period, outcome, objectives, held, before, after, closed } = step;
  const { framework } = step.assessment;
  connection.run(
    `INSERT INTO assessment (organisation, period, framework, import, closed, sha256) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (organisation, period) DO UPDATE
     SET framework = excluded.framework, import = excluded.import, closed = excluded.closed, sha256 = excluded.sha256`,
    organisation,
    period,
    framework,
    id,
    closed ? 1 : 0,
    step.sha256,
  );
  if (outcome === 'unchanged') return;
  for (const objective of objectives)
    writeRow(connection, { organisation, period, objective }, after.get(objective), stamp);
  const changed = (rows: ReadonlyMap<number, string>) =>
    objectives.flatMap((objective) => {
      const content = rows.get(objective);
      return content === undefined
        ? []
        : [connection.json(AssessmentRow, content, `${organisation}/${period}`)];
    });
  enterInJournal(connection, stamp, {
    action: 'import-assessment',
    subject: `${organisation}/${period}`,
    before:
      held === undefined
        ? null
        : { framework: held.framework, closed: held.closed === 1, rows: changed(before) },
    after: { framework, closed, rows: changed(after) },
  });
}

function writeRow(
  connection: Connection,
  { organisation, period, objective }: { organisation: string; period: string; objective: number },
  content: string | undefined,
  stamp: Stamp,
): void {
  if (content === undefined)
    connection.run(
      'DELETE FROM assessment_row WHERE organisation = ? AND period = ? AND objective = ?',
      organisation,
      period,
      objective,
    );
  else
    connection.run(
      `INSERT INTO assessment_row (organisation, period, objective, content, version, "by", at)
       VALUES (?, ?, ?, ?, 1, ?, ?)
       ON CONFLICT (organisation, period, objective)
       DO UPDATE SET content = excluded.content, version = version + 1, "by" = excluded."by", at = excluded.at`,
      organisation,
      period,
      objective,
      content,
      stamp.by,
      stamp.at,
    );
}
