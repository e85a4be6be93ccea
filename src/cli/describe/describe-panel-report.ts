import { type DiagnosticCode, describeDiagnostic, diagnosticCatalogue } from '../../kernel/diagnostics.ts';
import { countedNoun } from '../../model/counted-noun.ts';
import type { Panel } from '../../model/panel.ts';
import type { PanelReport } from '../../model/panel-report.ts';
import { writtenCount } from '../../model/written-count.ts';
import { wrap } from './wrap.ts';

/** What became of files that were to be added to a panel, as lines of a width. */
export function describePanelReport(report: PanelReport, id: string, width: number): readonly string[] {
  const { panel } = report;
  return [
    ...report.findings.flatMap((finding) => wrap(describeDiagnostic(finding), width)),
    ...Object.entries(report.counts).flatMap(([code, count]) => {
      const more = count - report.findings.filter((finding) => finding.code === code).length;
      const title = diagnosticCatalogue[code as DiagnosticCode]?.title ?? code;
      return more <= 0 ? [] : wrap(`and ${writtenCount(more)} more: ${title}.`, width);
    }),
    ...(report.findings.length === 0 ? [] : ['']),
    ...outcome(report, id).flatMap((line) => wrap(line, width)),
    ...(panel === null ? [] : wrap(about(panel), width)),
  ];
}

function outcome({ state, given, added, alreadyThere }: PanelReport, id: string): readonly string[] {
  const there = alreadyThere === 0 ? '' : ` ${writtenCount(alreadyThere)} were there already.`;
  if (state === 'refused')
    return [`Nothing was added to ${id}: mend what is named above, and add the files again.`];
  if (state === 'nothing-new')
    return [`Nothing was added to ${id}: it holds all ${writtenCount(given)} rows already.`];
  if (state === 'tried')
    return [
      `${countedNoun(added, 'row')} would be added to ${id}.${there} Nothing was kept: this was a rehearsal.`,
    ];
  return [`${countedNoun(added, 'row')} ${added === 1 ? 'was' : 'were'} added to ${id}.${there}`];
}

function about({ name, framework, rows, organisations, periods, access, invented }: Panel): string {
  return `${name}: ${countedNoun(rows, 'row')}, ${countedNoun(organisations, 'organisation')}, ${framework}, ${periods.join(', ')}. ${
    access === 'public' ? 'It is public: nothing of it is withheld.' : 'It is confidential.'
  }${invented ? ' It is invented, for demonstration.' : ''}`;
}
