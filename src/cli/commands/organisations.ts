import type { Command } from 'commander';
import { addOrganisations } from '../../app/register/add-organisations.ts';
import { findRegistered } from '../../app/register/find-registered.ts';
import { panelJoinsOf } from '../../app/register/panel-joins-of.ts';
import { organisationsForms } from '../../app/register/published-forms.ts';
import { describePanelJoins } from '../describe/describe-panel-joins.ts';
import { describeRegister } from '../describe/describe-register.ts';
import { describeRegistered } from '../describe/describe-registered.ts';
import { publishedHelp } from '../describe/published-help.ts';
import { type CommonOptions, newCommand } from '../options/new-command.ts';
import { withVerbs } from '../options/with-verbs.ts';
import { printJson } from '../terminal/print-json.ts';
import { terminal } from '../terminal/terminal.ts';
import { withWorkspace } from '../with-workspace.ts';

/** `organisations add|show|joins`: reads a published list of organisations into the register, all or nothing; shows one of them; and how a panel is joined to them. */
export function command(name: string): Command {
  const add = newCommand(
    `${name} add`,
    'Read a published list of organisations (CSV) into the register: their codes, names, types and regions, and who took the place of whom. Columns are found by their headings, in any order; others are not looked at. It takes the place of the list that is there. All or nothing.',
    () => [`${name} add organisations.csv`, `${name} add organisations.csv --json`],
  )
    .name('add')
    .argument('<file>', 'the list, as it was published')
    .option('--json', 'answer with data for programs')
    .addHelpText(
      'after',
      () => `\nWhere lists are published:${publishedHelp(organisationsForms(), terminal.width())}`,
    )
    .action(async (file: string, options: CommonOptions) => {
      await withWorkspace(options, async (workspace) => {
        const report = await addOrganisations(workspace, file);
        if (options.json === true) printJson(report);
        else terminal.print(describeRegister(report, terminal.width()).join('\n'));
      });
    });
  const show = newCommand(
    `${name} show`,
    'Show an organisation of the register, by any of its codes and names: where it comes from, what became of it, and its nearest neighbours.',
    () => [`${name} show "My Organisation"`, `${name} show my-organisation --json`],
  )
    .name('show')
    .argument('<name>', 'a code or a name')
    .option('--json', 'answer with data for programs')
    .action(async (text: string, options: CommonOptions) => {
      await withWorkspace(options, async (workspace) => {
        const report = await findRegistered(workspace, text);
        if (options.json === true) printJson(report);
        else terminal.print(describeRegistered(report, terminal.width()).join('\n'));
      });
    });
  const joins = newCommand(
    `${name} joins`,
    'Show how the organisations of a panel are joined to the register, and which could not be, with those that they could be.',
    () => [`${name} joins my-panel`, `${name} joins my-panel --json`],
  )
    .name('joins')
    .argument('<panel>', 'the id of the panel')
    .option('--json', 'answer with data for programs')
    .action(async (panel: string, options: CommonOptions) => {
      await withWorkspace(options, async (workspace) => {
        const report = await panelJoinsOf(workspace, panel);
        if (options.json === true) printJson(report);
        else terminal.print(describePanelJoins(report, terminal.width()).join('\n'));
      });
    });
  const organisations = newCommand(
    name,
    'Keep the register of organisations that panels are joined to.',
    () => [`${name} add organisations.csv`, `${name} show "My Organisation"`, `${name} joins my-panel`],
  );
  return withVerbs(organisations, [add, show, joins]);
}
