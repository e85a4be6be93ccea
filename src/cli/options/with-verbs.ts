import type { Command } from 'commander';

/**
 * A command that only has verbs. An option is the verb's wherever it stands; one of the command's own before the verb,
 * such as the workspace, is told to the verb, which may be told another.
 */
export function withVerbs(command: Command, verbs: readonly Command[]): Command {
  command
    .helpCommand(false)
    .enablePositionalOptions()
    .hook('preSubcommand', (_command, verb) => {
      for (const [name, value] of Object.entries(command.opts())) verb.setOptionValue(name, value);
    });
  for (const verb of verbs) command.addCommand(verb);
  return command;
}
