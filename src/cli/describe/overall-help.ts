import type { CommandEntry } from '../commands.ts';
import { table } from './table.ts';
import { wrap } from './wrap.ts';

/** What `headroom --help` says. */
export function overallHelp(commands: Readonly<Record<string, CommandEntry>>, width: number): string {
  return [
    'Usage: headroom COMMAND [OPTIONS]',
    '',
    ...wrap('Feasible targets, ceilings and trends from a maturity self-assessment.', width),
    '',
    ...table(
      [{ title: 'Command' }, { title: 'What it does', flexible: true }],
      Object.entries(commands).map(([name, { summary }]) => [name, summary]),
      width,
    ),
    '',
    ...wrap(
      'Every command takes --workspace FOLDER (or HEADROOM_WORKSPACE; .headroom/ unless said): the folder that holds what was imported. It makes itself on first use, with an example in it.',
      width,
    ),
    '',
    ...wrap(
      'Rules of your own, for another standard, are found with --rules FOLDER (or HEADROOM_RULES).',
      width,
    ),
    '',
    ...wrap(
      'Exit codes: 0 all is well, 1 a finding, 2 the command was not understood, 3 the input cannot be used, 70 a mistake of ours.',
      width,
    ),
    '',
    ...wrap('headroom COMMAND --help shows a command with examples.', width),
  ].join('\n');
}
