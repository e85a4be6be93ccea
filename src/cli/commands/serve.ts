import { type Command, Option } from 'commander';
import { type CommonOptions, newCommand } from '../options/new-command.ts';
import { wholeNumber } from '../options/whole-number.ts';
import { terminal } from '../terminal/terminal.ts';
import { ownRules, workspaceFolder } from '../with-workspace.ts';

interface ServeCommandOptions extends CommonOptions {
  readonly port?: number;
  readonly host?: string;
  readonly publicUrl?: string;
  readonly accounts?: boolean;
  readonly trustHeader?: string;
  readonly trustProxy?: string;
  readonly editors?: string;
}

/** `serve`: pages and data on this machine, or for whoever may ask, until it is stopped. */
export function command(name: string): Command {
  return newCommand(
    name,
    'Answer with pages and data until it is stopped (Ctrl+C): on this machine to whoever uses it; on any other address only to people who sign in, or whom a proxy names (docs/access.md).',
    () => [
      'serve',
      'serve --port 3001',
      'serve --host 0.0.0.0 --public-url https://headroom.example.org',
      'serve --host 0.0.0.0 --public-url https://headroom.example.org --trust-header X-Forwarded-User --trust-proxy 10.0.0.5 --editors a.officer@example.org',
    ],
  )
    .option('--port <number>', 'the port, 8080 unless said; 0 for any that is free', wholeNumber)
    .addOption(
      new Option('--host <address>', 'the address to listen at; 127.0.0.1 unless said').env('HEADROOM_HOST'),
    )
    .addOption(
      new Option('--public-url <url>', 'the address that people use; needed where others reach it').env(
        'HEADROOM_PUBLIC_URL',
      ),
    )
    .addOption(
      new Option('--accounts', 'people sign in also where only this machine reaches it (headroom user)').env(
        'HEADROOM_ACCOUNTS',
      ),
    )
    .addOption(
      new Option('--trust-header <name>', 'the header in which a proxy names who asks').env(
        'HEADROOM_TRUST_HEADER',
      ),
    )
    .addOption(
      new Option(
        '--trust-proxy <addresses>',
        'the addresses of that proxy, with commas; no others are heeded',
      ).env('HEADROOM_TRUST_PROXY'),
    )
    .addOption(
      new Option('--editors <names>', 'the names that may change things, with commas; all others read').env(
        'HEADROOM_EDITORS',
      ),
    )
    .action(async (options: ServeCommandOptions) => {
      const { port, accounts } = options;
      // A variable that is set to nothing says nothing.
      const { host, publicUrl, trustHeader, trustProxy, editors } = saidOf(options);
      const { serve } = await import('../../server/main.ts');
      await serve({
        workspace: workspaceFolder(options),
        ownRules: ownRules(options),
        ...(host === undefined ? {} : { host }),
        ...(port === undefined ? {} : { port }),
        ...(publicUrl === undefined ? {} : { publicUrl }),
        ...(accounts === undefined ? {} : { accounts }),
        ...(trustHeader === undefined ? {} : { trustHeader }),
        ...(trustProxy === undefined ? {} : { trustProxy }),
        ...(editors === undefined ? {} : { editors }),
        announce: (line) => terminal.print(`${line} (Ctrl+C stops it)`),
      });
    });
}

function saidOf(options: ServeCommandOptions): ServeCommandOptions {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== ''));
}
