import { Problem } from '../../kernel/problem.ts';
import type { Framework } from '../../model/framework.ts';
import type { Correction } from './corrections.ts';
import type { DocumentReading } from './document-reading.ts';
import { layout } from './layout.ts';
import { mend } from './mend.ts';
import { isObjectiveHeading } from './objective-columns.ts';
import { readObjectives } from './read-objectives.ts';
import { readSections } from './read-sections.ts';
import { refuseErrors } from './refuse-errors.ts';
import { sourceFindings } from './source-findings.ts';

/** What a document is read with. */
export interface AppendixOptions {
  readonly framework: Framework;
  /** The id of the organisation whose document it is. */
  readonly organisation: string;
  /** The document as the user named it, for messages. */
  readonly file: string;
  readonly corrections?: readonly Correction[];
}

/**
 * A self-assessment from text extracted from its document: tabs between cells, rows that run over lines and pages,
 * sections with principles, tables of objectives with a score and a comment for each period.
 * Cells are joined by one space; paragraph breaks are not knowable from this form. Time is linear in the text.
 * @throws Problem CORRECTION_LOST; FILE_EMPTY; NOT_AN_APPENDIX where no objective of the framework is found;
 * DOCUMENT_REFUSED with the first errors and their count
 */
export function readAppendix(text: string, options: AppendixOptions): DocumentReading {
  const { framework, organisation, file, corrections = [] } = options;
  if (text.trim() === '') throw new Problem('FILE_EMPTY', { file, repair: 'Give a file with content.' });

  const mended = mend(text, corrections, file);
  if (!mended.lines.some(isObjectiveHeading)) throw notAnAppendix(framework, file, mended.lines.length);
  const { title, blocks, diagnostics } = layout(mended.lines, framework, file);
  const { sections, criteria, diagnostics: onSections } = readSections(blocks, framework, file);
  const { objectives, rows, diagnostics: onObjectives } = readObjectives(blocks, framework, file);
  if (objectives.length === 0) throw notAnAppendix(framework, file, mended.lines.length);

  const found = [...diagnostics, ...onSections, ...onObjectives];
  refuseErrors(found, file);
  const assessments = [...rows].map(([period, list]) => ({
    framework: framework.id,
    organisation,
    period,
    rows: list,
  }));
  const findings = sourceFindings(objectives, criteria, assessments, file);
  return {
    title,
    sections,
    objectives,
    criteria,
    assessments,
    diagnostics: [...mended.diagnostics, ...found, ...findings],
  };
}

function notAnAppendix(framework: Framework, file: string, lines: number): Problem {
  return new Problem('NOT_AN_APPENDIX', {
    file,
    seen: `${lines} lines, and no row of an objective of ${framework.id} among them`,
    allowed:
      'text with tabs between cells, whose tables are headed #, Objective, Description, "2023 Score", "2023 Comments and Action"',
    repair: 'Give the appendix of the self-assessment, as text extracted from its document.',
  });
}
