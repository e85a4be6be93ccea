import type { Command } from 'commander';
import type { Workspace } from '../../app/workspace/workspace.ts';
import { setAgreedStandard } from '../../app/year/agreed-standard.ts';
import { closeYear, reopenYear } from '../../app/year/close-year.ts';
import { type DiscardedYear, discardYear } from '../../app/year/discard-year.ts';
import { enteredRow, enterRow, undoRow } from '../../app/year/enter-row.ts';
import { beginYear, type YearName } from '../../app/year/open-year.ts';
import { yearReport } from '../../app/year/year-report-of.ts';
import { countedNoun } from '../../model/counted-noun.ts';
import { describeYear, describeYearObjective } from '../describe/describe-year.ts';
import { organisationHeading } from '../describe/organisation-heading.ts';
import { formFile } from '../options/form-file.ts';
import { loginName } from '../options/login-name.ts';
import { newCommand } from '../options/new-command.ts';
import { type OpenChange, type OpenOptions, openChange, withOpenOptions } from '../options/open-options.ts';
import { printJson } from '../terminal/print-json.ts';
import { terminal } from '../terminal/terminal.ts';
import { withWorkspace } from '../with-workspace.ts';

/** `open ORG PERIOD`: the assessment that is being entered. */
export function command(name: string): Command {
  return withOpenOptions(
    newCommand(
      name,
      'Open the assessment of a period, if it is not there yet, and show how far it is: each objective with its last score, its target and what is entered. Enter rows, write a form to fill in elsewhere, close it, open a closed one again, or discard one that was opened by mistake. A row that somebody else changed meanwhile is not overwritten.',
      ({ organisation, period }) => [
        `open ${organisation} ${period}`,
        `open ${organisation} ${period} --objective 4`,
        `open ${organisation} ${period} --objective 4 --score 3/4 --text "Commentary: …"`,
        `open ${organisation} ${period} --objective 4 --text-file comment.txt --version 1`,
        `open ${organisation} ${period} --objective 9 --not-applicable "…"`,
        `open ${organisation} ${period} --undo 4`,
        `open ${organisation} ${period} --template scores-${period}.xlsx`,
        `open ${organisation} ${period} --standard 3 --agreed "November 2021"`,
        `open ${organisation} ${period} --close`,
        `open ${organisation} ${period} --reopen "…"`,
        `open ${organisation} ${period} --discard`,
      ],
    )
      .argument('<organisation>', 'its id')
      .argument('<period>', 'the period that is entered, such as 2024'),
    loginName(),
  )
    .option('--json', 'answer with data for programs')
    .action(async (organisation: string, period: string, options: OpenOptions) => {
      const change = openChange(options);
      const form = change?.kind === 'template' ? formFile(change.file, '--template') : null;
      await withWorkspace(options, async (workspace) => {
        const year = { organisation, period };
        const { by } = options;
        if (change?.kind === 'discard') {
          const discarded = discardYear(workspace, { ...year, entered: change.entered, by });
          if (options.json === true) return printJson(discarded);
          const { name } = workspace.records.organisation(organisation);
          return terminal.print(`${name}: ${discardedSentence(discarded)}`);
        }
        // What is refused opens nothing.
        workspace.records.writing(() => {
          beginYear(workspace, { ...year, by });
          if (change !== null) carryOut(workspace, year, change, by);
          if (options.objective !== undefined)
            enteredRow(workspace, { ...year, objective: options.objective });
        });
        if (form !== null) await form.write(workspace, year);
        const report = await yearReport(workspace, organisation, period);
        if (options.json === true) return printJson(report);
        const width = terminal.width();
        const about = options.objective ?? (change?.kind === 'undo' ? change.objective : undefined);
        const one = report.objectives.find(({ objective }) => objective === about);
        const pack = workspace.pack(report.framework);
        const title =
          one === undefined ? `the ${period} assessment` : `${one.objective} ${one.name}, ${period}`;
        terminal.print(
          [
            ...organisationHeading(workspace.records.organisation(organisation), title, width),
            ...(one === undefined
              ? describeYear(pack.framework, report, width)
              : describeYearObjective(report, one, width)),
          ].join('\n'),
        );
      });
    });
}

function discardedSentence({ period, entered }: DiscardedYear): string {
  const rows =
    entered === 0 ? 'Nothing was entered in it.' : `The journal keeps its ${countedNoun(entered, 'row')}.`;
  return `the ${period} assessment is discarded. ${rows}`;
}

function carryOut(
  workspace: Workspace,
  year: YearName,
  change: Exclude<OpenChange, { kind: 'discard' }>,
  by: string,
): void {
  switch (change.kind) {
    case 'enter': {
      const { objective, version, notApplicable } = change;
      const { row } = enteredRow(workspace, { ...year, objective });
      const score = change.score ?? (row.state === 'scored' ? row.score.label : '');
      // What was a reason is no comment.
      const text = change.text ?? (row.state === 'not-applicable' ? '' : row.text);
      const entered = notApplicable === undefined ? { score, text } : { notApplicable };
      enterRow(workspace, { ...year, objective, version, ...entered, by });
      return;
    }
    case 'undo': {
      const { objective } = change;
      const version = change.version ?? enteredRow(workspace, { ...year, objective }).version;
      undoRow(workspace, { ...year, objective, version, by });
      return;
    }
    case 'close':
      return closeYear(workspace, { ...year, incomplete: change.incomplete, by });
    case 'reopen':
      return reopenYear(workspace, { ...year, reason: change.reason, by });
    case 'standard':
      return setAgreedStandard(workspace, {
        organisation: year.organisation,
        from: year.period,
        level: change.level,
        agreed: change.agreed,
        by,
      });
    case 'template':
      return;
  }
}
