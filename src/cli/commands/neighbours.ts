import type { Command } from 'commander';
import { addNeighbours } from '../../app/register/add-neighbours.ts';
import { neighboursForms } from '../../app/register/published-forms.ts';
import { describeRegister } from '../describe/describe-register.ts';
import { publishedHelp } from '../describe/published-help.ts';
import { type CommonOptions, newCommand } from '../options/new-command.ts';
import { withVerbs } from '../options/with-verbs.ts';
import { printJson } from '../terminal/print-json.ts';
import { terminal } from '../terminal/terminal.ts';
import { withWorkspace } from '../with-workspace.ts';

/** `neighbours add FILE`: reads a published list of nearest neighbours into the register, all or nothing. */
export function command(name: string): Command {
  const add = newCommand(
    `${name} add`,
    'Read a published list of the nearest neighbours of areas (CSV) into the register: the code of an area and those of its neighbours, nearest first. Columns are found by their headings, in any order; others are not looked at. It takes the place of the list that is there. All or nothing.',
    () => [`${name} add neighbours.csv`, `${name} add neighbours.csv --json`],
  )
    .name('add')
    .argument('<file>', 'the list, as it was published')
    .option('--json', 'answer with data for programs')
    .addHelpText(
      'after',
      () => `\nWhere lists are published:${publishedHelp(neighboursForms(), terminal.width())}`,
    )
    .action(async (file: string, options: CommonOptions) => {
      await withWorkspace(options, async (workspace) => {
        const report = await addNeighbours(workspace, file);
        if (options.json === true) printJson(report);
        else terminal.print(describeRegister(report, terminal.width()).join('\n'));
      });
    });
  const neighbours = newCommand(
    name,
    'Keep the nearest neighbours that an organisation is compared with.',
    () => [`${name} add neighbours.csv`],
  );
  return withVerbs(neighbours, [add]);
}
