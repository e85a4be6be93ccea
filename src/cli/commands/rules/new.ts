import type { Command } from 'commander';
import { type MadeRules, newRules } from '../../../app/rules/new-rules.ts';
import { fileName } from '../../../app/workspace/source-folders.ts';
import { indented, wrap } from '../../describe/wrap.ts';
import { newCommand } from '../../options/new-command.ts';
import { printJson } from '../../terminal/print-json.ts';
import { terminal } from '../../terminal/terminal.ts';

interface NewOptions {
  readonly name: string;
  readonly levels: string;
  readonly folder?: string;
  readonly json?: boolean;
}

/** `rules new ID`: a pack to begin with, which passes its check and its cases. */
export function rulesNew(): Command {
  return newCommand(
    'rules new',
    'Begin the rules of another standard: a folder with every file that they need, which passes its check and its cases.',
    () => [
      'rules new my-standard --name "My standard"',
      'rules new my-standard --name "My standard" --levels "0 None, 1 Some, 2 All" --folder path/to/rules',
    ],
  )
    .name('new')
    .argument('<id>', 'small letters, digits and hyphens')
    .requiredOption('--name <name>', 'what the standard is called')
    .option(
      '--levels <levels>',
      'number and name of each, the lowest first',
      '1 Beginning, 2 Developing, 3 Established, 4 Leading',
    )
    .option('--folder <folder>', 'where its folder is made; rules/ unless said')
    .option('--json', 'answer with data for programs')
    .action((id: string, { json, ...options }: NewOptions) => {
      const made = newRules({ id, ...options });
      if (json === true) printJson({ schema: 1, ...made, folder: fileName(made.folder) });
      else
        terminal.print(
          describeMade(made, options.folder === undefined ? id : null, terminal.width()).join('\n'),
        );
    });
}

function describeMade(
  { folder, files, satisfactory }: MadeRules,
  id: string | null,
  width: number,
): readonly string[] {
  const shown = fileName(folder);
  const named = id ?? shown;
  return [
    ...wrap(`${shown} is ready; ${satisfactory} counts as satisfactory.`, width),
    ...files.flatMap((file) => indented(file, width, 2)),
    '',
    ...wrap('Next:', width),
    ...indented('1. framework.json: your sections and objectives, and whose standard it is.', width, 2),
    ...indented(
      '2. reading.json: the words with which people in your field write of limits and plans.',
      width,
      2,
    ),
    ...indented(
      `3. headroom rules check ${named} says what to mend, headroom rules test ${named} whether the cases hold.`,
      width,
      2,
    ),
  ];
}
