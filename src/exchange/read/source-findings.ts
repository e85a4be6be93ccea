import { type Diagnostic, diagnose } from '../../kernel/diagnostics.ts';
import type { Assessment } from '../../model/assessment.ts';
import type { DocumentCriterion, DocumentObjective } from './document-reading.ts';

/** Places where a document disagrees with itself; nothing is changed, both sides are quoted. */
export function sourceFindings(
  objectives: readonly DocumentObjective[],
  criteria: readonly DocumentCriterion[],
  assessments: readonly Assessment[],
  file: string,
): readonly Diagnostic[] {
  const places = new Map(objectives.map(({ number, place }) => [number, place]));
  return [
    ...names(objectives, criteria, file),
    ...assessments.flatMap((assessment) => standards(assessment, places, file)),
  ];
}

function names(
  objectives: readonly DocumentObjective[],
  criteria: readonly DocumentCriterion[],
  file: string,
): readonly Diagnostic[] {
  const grids = new Map(criteria.map((criterion) => [criterion.objective, criterion]));
  return objectives.flatMap(({ number, name, place }) => {
    const grid = grids.get(number);
    if (grid === undefined || grid.name.toLowerCase() === name.toLowerCase()) return [];
    return [
      diagnose('source/names-disagree', {
        file,
        place: `${place}, objective ${number}`,
        seen: `"${grid.name}" above its criteria (line ${grid.line}), "${name}" in its row`,
        allowed: '',
        repair: 'Both are kept; the name in the row is used.',
      }),
    ];
  });
}

function standards(
  { period, rows }: Assessment,
  places: ReadonlyMap<number, string>,
  file: string,
): readonly Diagnostic[] {
  return rows.flatMap((row) => {
    if (row.state !== 'scored') return [];
    const agreed = /\b(?:baseline|standard) of ['‘’"“]?(\d{1,2})\b/i.exec(row.text);
    if (agreed === null || row.score.achieved >= Number(agreed[1])) return [];
    return [
      diagnose('source/score-against-standard', {
        file,
        place: `${places.get(row.objective)}, objective ${row.objective}, ${period}`,
        seen: `score ${row.score.label} beside "${quote(row.text, agreed.index)}"`,
        allowed: '',
        repair: 'Both are kept; the score counts.',
      }),
    ];
  });
}

function quote(text: string, at: number): string {
  const start = text.lastIndexOf('. ', at) + 1;
  const end = text.indexOf('. ', at);
  return text
    .slice(start, end === -1 ? undefined : end + 1)
    .trim()
    .slice(0, 120);
}
