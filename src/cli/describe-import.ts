import type { ImportedPeriod, ImportReport } from '../app/import-report.ts';
import { type DiagnosticCode, diagnosticCatalogue } from '../kernel/diagnostics.ts';
import { table } from './table.ts';
import { terminal } from './terminal.ts';
import { wrap } from './wrap.ts';

/** What an import did, as lines of a width. */
export function describeImport(report: ImportReport, width: number): readonly string[] {
  const { file, organisation, framework, sections, objectives, corrections, periods, moves, dryRun } = report;
  return [
    ...wrap(
      `${file}: ${sections} sections, ${objectives} objectives, for ${organisation} in ${framework}`,
      width,
    ).map(terminal.heading),
    ...wrap(`${count(corrections.count, 'correction')} applied. ${corrections.because}`, width),
    '',
    ...table(
      [
        { title: 'Period' },
        { title: 'Scored', numeric: true },
        { title: 'Scores', flexible: true },
        { title: 'Satisfactory', numeric: true },
        { title: 'Mean', numeric: true },
        { title: 'Kept', flexible: true },
      ],
      periods.map((period) => rowOf(period)),
      width,
    ),
    '',
    ...moves.flatMap(({ from, to, n, higher, lower, same }) =>
      wrap(
        `${from} to ${to}, of ${n} scored in both: ${higher} higher, ${lower} lower, ${same} the same.`,
        width,
      ),
    ),
    ...wrap('In the mean, a half-step counts as the middle between its levels.', width),
    ...findings(report, width),
    ...(dryRun ? ['', ...wrap('Nothing was kept: this was a rehearsal.', width)] : []),
  ];
}

function rowOf({
  period,
  n,
  counts,
  satisfactory,
  mean,
  outcome,
  changed,
}: ImportedPeriod): readonly string[] {
  return [
    period,
    String(n),
    counts.map((each) => `${each.count} at ${each.label}`).join(', '),
    `${satisfactory.count} of ${n}`,
    mean === null ? '' : mean.toFixed(3),
    outcome === 'changed' ? `${count(changed.length, 'objective')} changed` : outcome,
  ];
}

function findings({ findings: found }: ImportReport, width: number): readonly string[] {
  const shown = found.filter(({ severity }) => severity !== 'note');
  if (shown.length === 0) return [];
  return [
    '',
    ...wrap(`${count(shown.length, 'finding')} to look at`, width).map(terminal.heading),
    ...shown.flatMap(({ code, place, seen, allowed, repair }) => {
      const title = diagnosticCatalogue[code as DiagnosticCode]?.title ?? code;
      const against = allowed === '' ? '' : ` Expected: ${allowed}.`;
      return wrap(`- ${place}: ${title}. Seen: ${seen}.${against} ${repair}`, width);
    }),
  ];
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
