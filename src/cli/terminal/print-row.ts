import type { CriteriaReport } from '../../app/criteria/criteria-report.ts';
import type { Workspace } from '../../app/workspace/workspace.ts';
import { organisationHeading } from '../describe/organisation-heading.ts';
import { printJson } from './print-json.ts';
import { terminal } from './terminal.ts';

/** Prints what is held of a row: as data if that is asked for, else as lines of the terminal's width under a heading with `what` they are. */
export function printRow(
  workspace: Workspace,
  report: CriteriaReport,
  { json = false, what }: { readonly json?: boolean | undefined; readonly what: string },
  describe: (report: CriteriaReport, width: number) => readonly string[],
): void {
  if (json) return printJson(report);
  const width = terminal.width();
  const { organisation, period, objective } = report;
  const heading = organisationHeading(
    workspace.records.organisation(organisation),
    `${objective.number} ${objective.name}, ${what} for the ${period} return`,
    width,
  );
  terminal.print([...heading, ...describe(report, width)].join('\n'));
}
