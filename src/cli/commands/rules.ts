import { Command } from 'commander';
import { terminal } from '../terminal.ts';
import { command as book } from './rules/book.ts';

/** `rules …`: what is done with the rules themselves. */
export function command(name: string): Command {
  return new Command(`headroom ${name}`)
    .description('Write out the rules, so that they can be read and disputed.')
    .helpOption('-h, --help', 'show this')
    .addHelpText(
      'after',
      `\nExamples:\n  headroom ${name} book --out rules.html\n  headroom ${name} book --help`,
    )
    .helpCommand(false)
    .exitOverride()
    .showHelpAfterError(`headroom ${name} --help shows how it is used.`)
    .configureOutput({
      writeOut: (text) => terminal.put(text),
      writeErr: (text) => terminal.tell(text.replace(/^error: /, 'headroom: ').trimEnd()),
      getOutHelpWidth: () => terminal.width(),
      getErrHelpWidth: () => terminal.errorWidth(),
    })
    .addCommand(book('book').name('book'));
}
