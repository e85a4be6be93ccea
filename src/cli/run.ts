import { version } from '../app/workspace/version.ts';
import { asProblem, Problem } from '../kernel/problem.ts';
import { commands } from './commands.ts';
import { describeProblem } from './describe/describe-problem.ts';
import { overallHelp } from './describe/overall-help.ts';
import { quietOnBrokenPipe, terminal } from './terminal/terminal.ts';

/**
 * Runs one command line: answers on the standard output, all else on the standard error.
 * @returns the exit code: 0, 1 (a finding), 2 (not understood), 3 (the input cannot be used), 70 (our mistake)
 */
export async function run(given: readonly string[]): Promise<number> {
  quietOnBrokenPipe();
  try {
    const { verb, rest } = split(given);
    if (verb === undefined || ['help', '--help', '-h'].includes(verb)) return await help(verb, rest);
    if (['--version', '-V'].includes(verb)) {
      terminal.print(version());
      return 0;
    }
    const entry = commands[verb];
    if (entry === undefined) throw unknownCommand(verb);
    const { command } = await entry.load();
    await command(verb).parseAsync([...rest], { from: 'user' });
    return typeof process.exitCode === 'number' ? process.exitCode : 0;
  } catch (thrown) {
    return await report(thrown);
  }
}

/** The command and its arguments; options before it belong to it too. */
function split(given: readonly string[]): {
  readonly verb: string | undefined;
  readonly rest: readonly string[];
} {
  const before: string[] = [];
  const after = [...given];
  while (/^--(workspace|rules)(=|$)/.test(after[0] ?? '')) {
    const option = after.shift() ?? '';
    before.push(option);
    const value = option.includes('=') ? undefined : after.shift();
    if (value !== undefined) before.push(value);
  }
  const verb = after.shift();
  return { verb, rest: [...after, ...before] };
}

async function help(verb: string | undefined, [about]: readonly string[]): Promise<number> {
  const entry = about === undefined || about.startsWith('-') ? undefined : commands[about];
  if (about !== undefined && !about.startsWith('-') && entry === undefined) throw unknownCommand(about);
  if (entry !== undefined && about !== undefined) {
    const { command } = await entry.load();
    command(about).outputHelp();
    return 0;
  }
  const text = overallHelp(commands, terminal.width());
  if (verb !== undefined) terminal.print(text);
  else terminal.tell(text);
  return verb === undefined ? 2 : 0;
}

async function report(thrown: unknown): Promise<number> {
  if (thrown instanceof Error && 'exitCode' in thrown && thrown.name === 'CommanderError') {
    // Its message was written by then.
    return thrown.exitCode === 0 ? 0 : 2;
  }
  const problem = asProblem(thrown);
  terminal.tell(describeProblem(problem, terminal.errorWidth()));
  return problem.exitCode;
}

function unknownCommand(seen: string): Problem {
  return new Problem('USAGE', {
    seen,
    allowed: Object.keys(commands).join(', '),
    repair: 'headroom --help shows what each of them does.',
  });
}
