import type { Command } from 'commander';
import { type CommonOptions, newCommand } from '../new-command.ts';
import { terminal } from '../terminal.ts';
import { wholeNumber } from '../whole-number.ts';
import { ownRules, workspaceFolder } from '../with-workspace.ts';

/** `serve`: pages and data on this machine, until it is stopped. */
export function command(name: string): Command {
  return newCommand(name, 'Answer on this machine with pages and data, until it is stopped (Ctrl+C).', () => [
    'serve',
    'serve --port 3001',
  ])
    .option('--port <number>', 'the port, 8080 unless said; 0 for any that is free', wholeNumber)
    .option('--host <address>', 'an address of this machine itself')
    .action(async (options: CommonOptions & { readonly port?: number; readonly host?: string }) => {
      const { port, host } = options;
      const { serve } = await import('../../server/main.ts');
      await serve({
        workspace: workspaceFolder(options),
        ownRules: ownRules(options),
        ...(host === undefined ? {} : { host }),
        ...(port === undefined ? {} : { port }),
        announce: (line) => terminal.print(`${line} (Ctrl+C stops it)`),
      });
    });
}
