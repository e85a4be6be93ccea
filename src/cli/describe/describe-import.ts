import { changedParts } from '../../app/import/changed-parts.ts';
import type { ImportedPeriod, ImportReport } from '../../app/import/import-report.ts';
import { type DiagnosticCode, diagnosticCatalogue } from '../../kernel/diagnostics.ts';
import { terminal } from '../terminal/terminal.ts';
import { table } from './table.ts';
import { wrap } from './wrap.ts';

/** What an import did, as lines of a width. */
export function describeImport(report: ImportReport, width: number): readonly string[] {
  const { file, organisation, framework, sections, objectives, corrections, periods, moves, dryRun } = report;
  return [
    ...wrap(
      `${file}: ${sections} sections, ${objectives} objectives, for ${organisation} in ${framework}`,
      width,
    ).map(terminal.heading),
    ...(corrections.file === null
      ? []
      : wrap(`${count(corrections.count, 'correction')} applied. ${corrections.because}`, width)),
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
    ...periods.flatMap((period) => differences(period, dryRun, width)),
    ...findings(report, width),
    ...periods.flatMap((period) => stillOpen(organisation, period, dryRun, width)),
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

/** That advice does not rest on a period yet, and how it is closed. */
function stillOpen(
  organisation: string,
  { period, closed, notScored }: ImportedPeriod,
  dryRun: boolean,
  width: number,
): readonly string[] {
  if (closed) return [];
  const missing =
    notScored === 0
      ? ''
      : `; ${count(notScored, 'objective')} in the document ${notScored === 1 ? 'is' : 'are'} not scored`;
  const sentence = wrap(
    `${period} ${dryRun ? 'would be' : 'is'} open${missing}. When it is finished: headroom open ${organisation} ${period} --close. Until then targets rest on the return before it.`,
    width,
  );
  return ['', ...sentence];
}

/** What is other than it was held, objective by objective; a new period has nothing to compare with. */
function differences(
  { period, outcome, differences: found }: ImportedPeriod,
  dryRun: boolean,
  width: number,
): readonly string[] {
  if (outcome !== 'changed') return [];
  const verb = dryRun ? 'would change' : 'changed';
  return [
    '',
    ...wrap(`${period}: ${count(found.length, 'objective')} ${verb}`, width).map(terminal.heading),
    ...found.flatMap(({ objective, name, before, after }) => {
      const wasEmpty = before?.state === 'not-scored' && before.text === '';
      if (wasEmpty) return wrap(`${objective} ${name}: ${scoreOf(after)}, where nothing was`, width);
      const [old, now] = [scoreOf(before), scoreOf(after)];
      const texts = changedParts(before?.text ?? '', after?.text ?? '');
      const indented = (line: string) => wrap(line, width - 2).map((each) => `  ${each}`);
      return [
        ...wrap(`${objective} ${name}`, width),
        ...indented(`score: ${old === now ? `${now}, as before` : `${old} to ${now}`}`),
        ...(texts === null
          ? []
          : [...indented(`before: ${texts.before}`), ...indented(`after: ${texts.after}`)]),
      ];
    }),
  ];
}

function scoreOf(row: ImportedPeriod['differences'][number]['before']): string {
  if (row === null) return 'no row';
  if (row.state === 'scored') return row.score.label;
  return row.state === 'not-scored' ? 'not scored' : 'not applicable';
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
