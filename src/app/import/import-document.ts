import type { DocumentStamp } from '../../exchange/read/document-stamp.ts';
import { canonicalJson, sha256 as hashOf } from '../../kernel/canonical.ts';
import type { Diagnostic } from '../../kernel/diagnostics.ts';
import { Problem } from '../../kernel/problem.ts';
import { type Assessment, rowOf } from '../../model/assessment.ts';
import type { Framework } from '../../model/framework.ts';
import type { Organisation } from '../../model/organisation.ts';
import { isPeriod } from '../../model/period.ts';
import { compareScores, midpoint, type Score } from '../../model/score.ts';
import type { PeriodOutcome } from '../../records/import-steps.ts';
import { mean } from '../../statistics/mean.ts';
import { lapsedDecisions } from '../review/lapsed-decisions.ts';
import { newOrganisation } from '../workspace/new-organisation.ts';
import { sourceFolders } from '../workspace/source-folders.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { documentFindings } from './document-findings.ts';
import type { ImportedPeriod, ImportReport } from './import-report.ts';
import { openDocument, type ReadDocument } from './read-document.ts';

/** A document to be imported. */
export interface ImportRequest {
  readonly file: string;
  /** The bytes of a document that is no file of this machine: `file` is then its name alone. */
  readonly content?: Uint8Array | undefined;
  /** An id; an organisation that the workspace does not have is added. What the document says of itself, unless said. */
  readonly organisation?: string | undefined;
  /** The only period that is taken, and that of score columns which name none. */
  readonly period?: string | undefined;
  /** The name of an organisation that is added; its id unless said. */
  readonly name?: string | undefined;
  /** That of the organisation, or the only one that there is, unless said. */
  readonly framework?: string | undefined;
  /** A file of corrections in place of those that the document has as a known source. */
  readonly corrections?: string | undefined;
  /** Only say what would be done. */
  readonly dryRun?: boolean;
  /** The `importStamp` of what was shown: where the import would by now change something else, nothing is kept. */
  readonly shown?: string | undefined;
  readonly by: string;
}

/**
 * Imports a document, all or nothing, and says what it holds and what changed.
 * @throws Problem USAGE where nothing says whose it is, or of which period; BAD_VALUE, UNKNOWN_FRAMEWORK, PACK_BROKEN;
 * UPLOAD_CHANGED where it is not what was `shown`; as `readDocument` does: the workspace is then as it was
 */
export async function importDocument(workspace: Workspace, request: ImportRequest): Promise<ImportReport> {
  if (request.period !== undefined && !isPeriod(request.period))
    throw new Problem('BAD_VALUE', {
      place: 'period',
      seen: request.period,
      allowed: 'a year such as 2023, or 2023-24',
      repair: 'Write the period in that form.',
    });
  const opened = await openDocument(request.file, request.content);
  const organisation = organisationFor(workspace, request, opened.stamp);
  const { framework } = workspace.pack(organisation.framework);
  const held = heldAssessments(workspace, organisation.id);
  const read = opened.read(workspace, {
    file: request.file,
    organisation: organisation.id,
    framework: organisation.framework,
    period: request.period,
    corrections: request.corrections,
  });
  const about = documentFindings(read, { stamp: opened.stamp, organisation, held: [...held.keys()] });
  const diagnostics = [...about, ...read.reading.diagnostics];
  const document = { ...read, reading: { ...read.reading, diagnostics } };
  const dryRun = request.dryRun === true;
  const { kind, periods, open } = opened.stamp;
  const given = { ...document, forms: kind === 'template' ? periods : null, open };
  const rehearsed = () => {
    const kept = rehearse(workspace, request, organisation, given);
    return report(document, organisation, framework, { ...kept, held }, true);
  };
  if (dryRun) return rehearsed();
  if (request.shown !== undefined && request.shown !== importStamp(rehearsed()))
    throw new Problem('UPLOAD_CHANGED', {
      file: document.name,
      repair: 'Look at what it would change now, and confirm that.',
    });
  const kept = keep(workspace, request, organisation, given);
  return report(document, organisation, framework, { ...kept, held }, false);
}

/** Stands for all that a rehearsal shows: another where the document, what was said of it, or what is held is another. */
export function importStamp(rehearsed: ImportReport): string {
  return hashOf(canonicalJson(rehearsed));
}

function organisationFor(
  workspace: Workspace,
  { organisation: said, name, framework: saidFramework }: ImportRequest,
  stamp: DocumentStamp,
): Organisation {
  const organisations = workspace.records.organisations();
  const id = said ?? stamp.organisation;
  if (id === null)
    throw new Problem('USAGE', {
      place: 'organisation',
      seen: 'a document that does not say whose it is',
      allowed: [...organisations.map((each) => each.id), 'a new id'].join(', '),
      repair: 'Say --organisation.',
    });
  const held = organisations.find((each) => each.id === id);
  if (held !== undefined) return saidFramework === undefined ? held : { ...held, framework: saidFramework };
  const stamped = stamp.framework !== null && workspace.frameworks().includes(stamp.framework);
  const framework = saidFramework ?? (stamped && stamp.framework !== null ? stamp.framework : undefined);
  return newOrganisation(workspace, { id, name, framework });
}

function heldAssessments({ records }: Workspace, id: string): ReadonlyMap<string, Assessment> {
  if (!records.organisations().some((each) => each.id === id)) return new Map();
  return new Map(records.assessments(id).map(({ period }) => [period, records.assessment(id, period)]));
}

/** A document; of which periods it is a form to be filled in (empty where it names none, null for no form), and which were open where it was made. */
interface GivenDocument extends ReadDocument {
  readonly forms: readonly string[] | null;
  readonly open: readonly string[];
}

/** What came of keeping a document. */
interface Kept {
  readonly outcomes: readonly PeriodOutcome[];
  /** Its periods that are open after it. */
  readonly open: readonly string[];
  /** Decisions on comments that no longer count. */
  readonly lapsed: readonly Diagnostic[];
}

function keep(
  workspace: Workspace,
  { by }: ImportRequest,
  organisation: Organisation,
  { name: file, sha256, reading, forms, open: openThere }: GivenDocument,
): Kept {
  const { assessments, diagnostics } = reading;
  const { records, places } = workspace;
  return records.writing(() => {
    records.putOrganisation(organisation, by);
    const begun = assessments
      .filter((each) => openThere.includes(each.period) || isBegunForm(each, forms))
      .filter(({ period, framework, rows }) =>
        records.openAssessment(
          organisation.id,
          { period, framework, objectives: rows.map(({ objective }) => objective) },
          by,
        ),
      )
      .map(({ period }) => period);
    const saved = records.saveImport(
      { organisation: organisation.id, assessments, source: { file, sha256 }, diagnostics },
      by,
    );
    const outcomes = saved.map((each) =>
      begun.includes(each.period) ? { ...each, outcome: 'new' as const } : each,
    );
    const edits = outcomes.some(({ outcome }) => outcome !== 'unchanged');
    for (const { source } of edits && places.sources !== null ? sourceFolders(places.sources) : [])
      if (source.organisation.id === organisation.id) records.markSourceEdited(source.id, by);
    const periods = assessments.map(({ period }) => period);
    const open = records
      .assessments(organisation.id)
      .filter(({ period, closed }) => !closed && periods.includes(period))
      .map(({ period }) => period);
    return { outcomes, open, lapsed: lapsedDecisions(workspace, organisation.id) };
  });
}

/** Whether an assessment is from a form that is not filled in to its end: nobody says yet that it is finished. */
function isBegunForm({ period, rows }: Assessment, forms: readonly string[] | null): boolean {
  const own = forms !== null && (forms.length === 0 || forms.includes(period));
  return own && rows.some(({ state }) => state === 'not-scored');
}

class Rehearsed extends Error {
  readonly kept: Kept;

  constructor(kept: Kept) {
    super('a rehearsal');
    this.kept = kept;
  }
}

/** What keeping the document would do: it is done, and undone before anybody sees it. */
function rehearse(...given: Parameters<typeof keep>): Kept {
  const [{ records }] = given;
  try {
    return records.writing(() => {
      throw new Rehearsed(keep(...given));
    });
  } catch (thrown) {
    if (thrown instanceof Rehearsed) return thrown.kept;
    throw thrown;
  }
}

/** What came of each period, and what was held of them before. */
interface Compared extends Kept {
  readonly held: ReadonlyMap<string, Assessment>;
}

function report(
  { name, sha256, corrections, reading }: ReadDocument,
  organisation: Organisation,
  framework: Framework,
  { outcomes, open, lapsed, held }: Compared,
  dryRun: boolean,
): ImportReport {
  const { title, sections, objectives, assessments, diagnostics } = reading;
  const all = (which: PeriodOutcome['outcome']) => outcomes.every(({ outcome }) => outcome === which);
  return {
    schema: 1,
    file: name,
    sha256,
    organisation: organisation.id,
    framework: framework.id,
    dryRun,
    outcome: all('new') ? 'new' : all('unchanged') ? 'unchanged' : 'changed',
    title,
    sections: sections.length,
    objectives: objectives.length,
    corrections,
    periods: assessments.map((assessment) =>
      importedPeriod(
        assessment,
        framework,
        outcomes.find(({ period }) => period === assessment.period),
        held.get(assessment.period),
        !open.includes(assessment.period),
      ),
    ),
    moves: assessments.slice(1).map((later, index) => movesBetween(assessments[index] ?? later, later)),
    findings: [...diagnostics, ...lapsed],
  };
}

function importedPeriod(
  assessment: Assessment,
  { satisfactory, objectives }: Framework,
  outcome: PeriodOutcome | undefined,
  held: Assessment | undefined,
  closed: boolean,
): ImportedPeriod {
  const { period, rows } = assessment;
  const scores = rows.flatMap((row) => (row.state === 'scored' ? [row.score] : [])).sort(compareScores);
  const labels = [...new Set(scores.map(({ label }) => label))];
  const average = mean(scores.map(midpoint));
  return {
    period,
    outcome: outcome?.outcome ?? 'unchanged',
    closed,
    changed: outcome?.objectives ?? [],
    differences: (outcome?.objectives ?? []).map((objective) => ({
      objective,
      name: objectives.find(({ number }) => number === objective)?.name ?? '',
      before: held === undefined ? null : (rowOf(held, objective) ?? null),
      after: rowOf(assessment, objective) ?? null,
    })),
    n: scores.length,
    notApplicable: rows.filter(({ state }) => state === 'not-applicable').length,
    notScored: rows.filter(({ state }) => state === 'not-scored').length,
    counts: labels.map((label) => ({ label, count: scores.filter((score) => score.label === label).length })),
    satisfactory: {
      level: satisfactory,
      count: scores.filter(({ achieved }) => achieved >= satisfactory).length,
    },
    mean: average === null ? null : Math.round(average * 1000) / 1000,
  };
}

function movesBetween(from: Assessment, to: Assessment): ImportReport['moves'][number] {
  const before = new Map<number, Score>(
    from.rows.flatMap((row) => (row.state === 'scored' ? [[row.objective, row.score] as const] : [])),
  );
  const changes = to.rows.flatMap((row) => {
    const earlier = before.get(row.objective);
    return row.state === 'scored' && earlier !== undefined ? [compareScores(row.score, earlier)] : [];
  });
  const higher = changes.filter((change) => change > 0).length;
  const lower = changes.filter((change) => change < 0).length;
  return {
    from: from.period,
    to: to.period,
    n: changes.length,
    higher,
    lower,
    same: changes.length - higher - lower,
  };
}
