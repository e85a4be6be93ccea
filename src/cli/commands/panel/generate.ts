import type { Command } from 'commander';
import { generatePanel, type InventedPanel } from '../../../app/invent/generate-panel.ts';
import { countedNoun } from '../../../model/counted-noun.ts';
import { bulleted, wrap } from '../../describe/wrap.ts';
import { byOption } from '../../options/by-option.ts';
import { type CommonOptions, newCommand } from '../../options/new-command.ts';
import { countUpTo, wholeNumber } from '../../options/whole-number.ts';
import { printJson } from '../../terminal/print-json.ts';
import { terminal } from '../../terminal/terminal.ts';
import { whileWorking } from '../../terminal/while-working.ts';
import { withWorkspace } from '../../with-workspace.ts';

const most = { organisations: 200_000, periods: 50 };

interface GenerateOptions extends CommonOptions {
  readonly organisations: number;
  readonly periods: number;
  readonly seed: number;
  readonly framework?: string;
  readonly panel?: string;
  readonly by: string;
}

/** `panel generate`: a panel of invented organisations, with an example organisation to look at it from. */
export function panelGenerate(): Command {
  return newCommand(
    'panel generate',
    'Invent a panel: organisations with types, regions and neighbours, and their scores over periods. Nothing in it is real, its names and codes cannot be, and it is labelled so wherever it is seen. One of its organisations is put into the workspace as an example, with comments, so that advice, plan and benchmark can be looked at. The same seed and numbers give the same panel everywhere.',
    () => [
      'panel generate --organisations 320 --periods 3 --seed 7',
      'panel generate --organisations 100 --periods 5 --seed 1 --panel small',
    ],
  )
    .name('generate')
    .option(
      '--organisations <number>',
      `how many, up to ${most.organisations}`,
      countUpTo(most.organisations),
      320,
    )
    .option('--periods <number>', `how many, up to ${most.periods}`, countUpTo(most.periods), 3)
    .option('--seed <number>', 'a whole number; another one gives another panel', wholeNumber, 7)
    .option('--framework <id>', 'the standard that they score themselves with, where there are several')
    .option(
      '--panel <id>',
      'the id of the panel; an invented one of that id is replaced (default: "invented")',
    )
    .addOption(byOption('who the journal names'))
    .option('--json', 'answer with data for programs')
    .action(async (options: GenerateOptions) => {
      await withWorkspace(options, async (workspace) => {
        const made = await whileWorking('Inventing', () => generatePanel(workspace, options));
        if (options.json === true) printJson(made);
        else terminal.print(describeMade(made, options.organisations, terminal.width()).join('\n'));
      });
    });
}

function describeMade({ panel, example }: InventedPanel, asked: number, width: number): readonly string[] {
  const { id, source, organisations, periods, rows } = panel;
  const [from = '', to = from] = [periods.at(0), periods.at(-1)];
  const without = asked - organisations;
  return [
    ...wrap(`The panel ${id} is ready.`, width).map(terminal.heading),
    ...wrap(`${source}.`, width),
    '',
    ...wrap(
      `${countedNoun(rows, 'row')} of ${countedNoun(organisations, 'organisation')} for ${from === to ? from : `${from} to ${to}`}.${without > 0 ? ` ${without} of the ${asked} gave no return in any of them, as happens.` : ''}`,
      width,
    ),
    '',
    ...wrap(`Its example organisation is ${example.id} (${example.name}). Look at it with:`, width),
    ...[
      `headroom benchmark ${example.id}`,
      `headroom advise ${example.id}`,
      `headroom plan ${example.id}`,
    ].flatMap((line) => bulleted(line, width)),
  ];
}
