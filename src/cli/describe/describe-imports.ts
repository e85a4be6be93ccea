import type { ImportedDocument } from '../../app/import/import-documents.ts';
import type { ImportReport } from '../../app/import/import-report.ts';
import { type Problem, problemCatalogue } from '../../kernel/problem.ts';
import { countedNoun } from '../../model/counted-noun.ts';
import { describeProblem } from './describe-problem.ts';
import { wrap } from './wrap.ts';

/** What became of one of several documents, in a line, or as many as the width takes. */
export function describeImported(
  { file, report, problem }: ImportedDocument,
  width: number,
): readonly string[] {
  const said =
    problem === null ? accepted(report) : `refused: ${lowered(problemCatalogue[problem.code].title)}`;
  return wrap(`${file}: ${said}.`, width);
}

/** Why one of several documents was refused, with its findings. */
export function describeRefused(file: string, problem: Problem, width: number): string {
  const first = wrap(`headroom: ${file} was refused, and nothing of it was kept.`, width);
  return [...first, describeProblem(problem, width), ''].join('\n');
}

/** What became of all of them together. */
export function describeAll(
  documents: readonly ImportedDocument[],
  dryRun: boolean,
  width: number,
): readonly string[] {
  const refused = documents.filter(({ problem }) => problem !== null).length;
  const found = documents.filter(({ report }) => report !== null && toLookAt(report) > 0).length;
  return [
    ...wrap(
      `${documents.length - refused} of ${countedNoun(documents.length, 'file')} ${dryRun ? 'would go in' : 'imported'}, ${refused === 0 ? 'none' : refused} refused.`,
      width,
    ),
    ...(found === 0 ? [] : wrap('To see the findings of a file: headroom import FILE --dry-run.', width)),
    ...(dryRun ? wrap('Nothing was kept: this was a rehearsal.', width) : []),
  ];
}

function accepted(report: ImportReport): string {
  const { organisation, periods } = report;
  const each = periods.map(({ period, outcome, changed, closed }) => {
    const what = outcome === 'changed' ? `${countedNoun(changed.length, 'objective')} changed` : outcome;
    return `${period} ${what}${closed ? '' : ' and open'}`;
  });
  const findings = toLookAt(report);
  return [
    `${organisation}, ${each.join(', ')}`,
    ...(findings === 0 ? [] : [`${countedNoun(findings, 'finding')} to look at`]),
  ].join('; ');
}

function toLookAt({ findings }: ImportReport): number {
  return findings.filter(({ severity }) => severity !== 'note').length;
}

function lowered(title: string): string {
  return title.charAt(0).toLowerCase() + title.slice(1);
}
