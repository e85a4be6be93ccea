import { Command } from 'commander';
import { type ExampleNames, exampleNames } from '../../app/workspace/example-names.ts';
import { terminal } from '../terminal/terminal.ts';

/** What every command is told. */
export interface CommonOptions {
  readonly workspace?: string;
  readonly rules?: string;
  readonly json?: boolean;
}

/** A command with what all have: the workspace, and help that ends with examples, made with names that work here. */
export function newCommand(
  name: string,
  description: string,
  examples: (names: ExampleNames) => readonly string[],
): Command {
  const command = new Command(`headroom ${name}`)
    .description(description)
    .option('--workspace <folder>', 'the folder that holds what was imported');
  // The verbs of `rules` take the folder of a pack as it is.
  if (!/^rules\b/.test(name)) command.option('--rules <folder>', 'a folder with rules of your own');
  return command
    .helpOption('-h, --help', 'show this')
    .addHelpText(
      'after',
      () =>
        `\nExamples:\n${examples(exampleNames())
          .map((example) => `  headroom ${example}`)
          .join('\n')}`,
    )
    .configureHelp({ minWidthToWrap: 10 })
    .exitOverride()
    .showHelpAfterError(`headroom ${name} --help shows how it is used.`)
    .configureOutput({
      writeOut: (text) => terminal.put(text),
      writeErr: (text) => terminal.tell(text.replace(/^error: /, 'headroom: ').trimEnd()),
      getOutHelpWidth: () => terminal.width(),
      getErrHelpWidth: () => terminal.errorWidth(),
    });
}
