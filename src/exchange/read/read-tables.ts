import { type Diagnostic, diagnose } from '../../kernel/diagnostics.ts';
import { Problem } from '../../kernel/problem.ts';
import type { AssessmentRow } from '../../model/assessment.ts';
import { countedNoun } from '../../model/counted-noun.ts';
import type { Framework } from '../../model/framework.ts';
import { comparePeriods } from '../../model/period.ts';
import { compareObjective } from './compare-objective.ts';
import type { DocumentObjective, DocumentReading } from './document-reading.ts';
import { documentStamp, isAboutTable } from './document-stamp.ts';
import type { DocumentHeading, DocumentTable, ParsedDocument } from './document-table.ts';
import { joinPieces } from './line.ts';
import { objectiveMissing } from './objective-missing.ts';
import { onlyPeriod } from './only-period.ts';
import { periodIn } from './period-in.ts';
import { refuseErrors } from './refuse-errors.ts';
import { sourceFindings } from './source-findings.ts';
import { sectionNamed, type TableEntry, tableEntries } from './table-entries.ts';
import { conflicts, few, formatFinding, outsideText, tableUnread } from './table-findings.ts';
import { tableRow } from './table-row.ts';

/** What the tables of a document are read with. */
export interface TablesOptions {
  readonly framework: Framework;
  readonly organisation: string;
  /** The only period that is taken, and that of score columns which name none. */
  readonly period?: string | undefined;
  /** The document as the user named it, for messages. */
  readonly file: string;
}

/**
 * A self-assessment from the tables of a document, whatever its format. Columns are found by their headings, in any
 * order; what belongs to nothing is a finding with its cell.
 * @throws Problem NOT_AN_APPENDIX, DOCUMENT_REFUSED, USAGE where a score column names no period and none was said
 */
export function readTables(document: ParsedDocument, options: TablesOptions): DocumentReading {
  const { framework, organisation, file } = options;
  const stamp = documentStamp(document);
  const own = stamp.organisation !== null || stamp.kind !== null;
  const tables = document.parts.filter((part) => 'rows' in part);
  const outside: DocumentHeading[] = [];
  const diagnostics: Diagnostic[] = document.findings.map((finding) => formatFinding(finding, file));
  const objectives = new Map<number, DocumentObjective>();
  const entries: TableEntry[] = [];
  let section: string | null = null;
  let tablesRead = 0;
  if (stamp.kind !== null && ['plan', 'advice', 'benchmark'].includes(stamp.kind))
    throw notScores(`a document of the kind ${stamp.kind}`, file);

  for (const part of document.parts) {
    if (!('rows' in part)) {
      const named = sectionNamed(part.heading, framework);
      if (named !== undefined) section = named;
      else outside.push(part);
      continue;
    }
    if (isAboutTable(part)) continue;
    const unlabelled = () => unlabelledPeriod(part, options, stamp.periods);
    const read = tableEntries(part, { framework, file, section, unlabelled });
    if (!read.read) {
      if (!own && read.diagnostics.length > 0) diagnostics.push(tableUnread(part, file));
      continue;
    }
    tablesRead += 1;
    section = read.section;
    diagnostics.push(...read.diagnostics.filter(({ code }) => !own || code !== 'document/row-unread'));
    for (const objective of read.objectives) {
      const known = framework.objectives.find(({ number }) => number === objective.number);
      if (known === undefined || objectives.has(objective.number)) continue;
      const name = objective.name === '' ? known.name : objective.name;
      objectives.set(objective.number, { ...objective, name });
      diagnostics.push(...compareObjective({ ...objective, name }, known, file));
    }
    for (const entry of read.entries) entries.push(entry);
  }
  if (objectives.size === 0)
    throw notScores(
      `${countedNoun(tables.length, 'table')}, ${tablesRead} of them with a heading of objectives and scores`,
      file,
    );
  if (!own) diagnostics.push(...outsideText(outside, file));
  diagnostics.push(...conflicts(tables, file));

  const all = [...new Set(entries.map(({ period }) => period))].sort(comparePeriods);
  const assessments = all.map((period) => {
    const read = periodRows(
      entries.filter((entry) => entry.period === period),
      period,
      objectives,
      options,
    );
    diagnostics.push(...read.diagnostics);
    return { framework: framework.id, organisation, period, rows: read.rows };
  });
  for (const { number, name } of framework.objectives)
    if (!objectives.has(number)) diagnostics.push(objectiveMissing(number, name, file));
  refuseErrors(diagnostics, file);
  const named = [...new Set([...objectives.values()].map(({ section: id }) => id))];
  const reading = {
    title: joinPieces([outside[0]?.heading ?? '']) || null,
    sections: named.map((id) => ({
      id,
      name: framework.sections.find((one) => one.id === id)?.name ?? id,
      principles: [],
      notes: [],
    })),
    objectives: [...objectives.values()],
    criteria: [],
    assessments,
    diagnostics: [
      ...few(diagnostics, file),
      ...sourceFindings([...objectives.values()], [], assessments, file),
    ],
  };
  return onlyPeriod(reading, options.period, file);
}

function periodRows(
  entries: readonly TableEntry[],
  period: string,
  objectives: ReadonlyMap<number, DocumentObjective>,
  { framework, file }: TablesOptions,
): { readonly rows: readonly AssessmentRow[]; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const rows = new Map<number, { readonly row: AssessmentRow; readonly place: string }>();
  const seen = new Set<number>();
  for (const entry of entries) {
    const { number } = entry.objective;
    const read = tableRow(entry, framework, file);
    diagnostics.push(...read.diagnostics);
    const earlier = rows.get(number);
    seen.add(number);
    if (read.row === null) continue;
    if (earlier !== undefined && JSON.stringify(earlier.row) !== JSON.stringify(read.row))
      diagnostics.push(
        diagnose('document/objective-twice', {
          file,
          place: entry.place,
          seen: `objective ${number} for ${period}, which is at ${earlier.place} too, with another score or text`,
          allowed: 'each objective once',
          repair: 'Take one of the two rows out.',
        }),
      );
    rows.set(number, { row: read.row, place: entry.place });
  }
  for (const [number, { place }] of objectives) {
    if (seen.has(number)) continue;
    rows.set(number, { row: { objective: number, text: '', state: 'not-scored' }, place });
    diagnostics.push(
      diagnose('document/period-missing', {
        file,
        place: `${place}, objective ${number}`,
        seen: `no score cell for ${period}`,
        allowed: '',
        repair: 'It counts as not scored in that period.',
      }),
    );
  }
  const sorted = [...rows.values()].map(({ row }) => row).sort((a, b) => a.objective - b.objective);
  return { rows: sorted, diagnostics };
}

function unlabelledPeriod(
  { name }: DocumentTable,
  { period, file }: TablesOptions,
  stamped: readonly string[],
): string {
  const found = periodIn(name)?.period ?? period ?? (stamped.length === 1 ? stamped[0] : undefined);
  if (found !== undefined) return found;
  throw new Problem('USAGE', {
    file,
    place: name,
    seen: 'a score column that names no period',
    allowed: stamped.length > 1 ? stamped.join(', ') : 'a year such as 2023, or 2023-24',
    repair: 'Say --period, or put the year into the heading of the column.',
  });
}

function notScores(seen: string, file: string): Problem {
  return new Problem('NOT_AN_APPENDIX', {
    file,
    seen,
    allowed:
      'tables headed #, Objective, "2023 Score", "2023 Comments and Action", in any order and for any years',
    repair: 'Give the document that holds the scores.',
  });
}
