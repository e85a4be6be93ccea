import type { Command } from 'commander';
import { InvalidArgumentError, Option } from 'commander';
import type { Decision } from '../../app/review/decision.ts';
import { Problem } from '../../kernel/problem.ts';
import { byOption } from './by-option.ts';
import { wholeNumber } from './whole-number.ts';

/** What the command line says of a decision; at most one of the first five is there. */
export interface DecisionOptions {
  readonly confirm?: string;
  readonly correct?: string;
  readonly add?: string;
  readonly dismiss?: string;
  readonly withdraw?: string;
  readonly objective?: number;
  readonly quote?: string;
  readonly cause?: string;
  readonly level?: number;
  readonly factor?: string;
  readonly strength?: 'stated' | 'hedged';
  readonly reason?: string;
  readonly by: string;
}

const kinds = ['confirm', 'correct', 'add', 'dismiss', 'withdraw'] as const;
const parts = ['quote', 'cause', 'level', 'factor', 'strength', 'reason'] as const;

/** Gives a command the options of a decision. */
export function withDecisionOptions(command: Command): Command {
  return command
    .option('--confirm <rule>', 'the reading of this rule or cause is right, and binds')
    .option('--correct <rule>', 'it is so, but with the --cause, --level, --factor or --strength given')
    .option('--dismiss <rule>', 'it is not so')
    .option('--add <cause>', 'the words in --quote give this cause, and the rules missed it')
    .option('--withdraw <rule>', 'take the last decision on it back')
    .option('--quote <words>', 'words of the comment: for --add, or to tell two readings apart')
    .option('--cause <cause>', 'with --correct: another cause')
    .option('--level <level>', 'the level that it caps at', level)
    .option('--factor <id>', 'the circumstance that would lift it, or none')
    .addOption(
      new Option('--strength <strength>', 'said as a fact, or as a possibility').choices([
        'stated',
        'hedged',
      ]),
    )
    .option('--reason <text>', 'why; --correct, --dismiss and --add need it')
    .addOption(byOption('who decides, for the journal'));
}

/** The decision that the options ask for; null if they only ask to see. @throws Problem USAGE */
export function decisionOf(options: DecisionOptions): Decision | null {
  const asked = kinds.flatMap((decision) => {
    const of = options[decision];
    return of === undefined ? [] : [{ decision, of }];
  });
  const [one, second] = asked;
  if (one === undefined) {
    const part = parts.find((each) => options[each] !== undefined);
    if (part !== undefined)
      throw usage(`--${part} without a decision`, 'Add what it is part of, such as --confirm.');
    return null;
  }
  if (second !== undefined)
    throw usage(`--${one.decision} and --${second.decision}`, 'Decide one thing at a time.');
  const { objective, quote, cause, level: capsAt, factor, strength, reason, by } = options;
  if (objective === undefined)
    throw usage(`--${one.decision} without --objective`, 'Add --objective and its number.');
  const { decision, of } = one;
  if (decision === 'add' && cause !== undefined)
    throw usage('--add and --cause', 'Name the cause once, after --add.');
  return {
    decision,
    objective,
    ...(decision === 'add' ? { cause: of } : { reading: of, ...(cause === undefined ? {} : { cause }) }),
    ...(quote === undefined ? {} : { quote }),
    ...(capsAt === undefined ? {} : { level: capsAt }),
    ...(factor === undefined ? {} : { factor: factor === 'none' ? null : factor }),
    ...(strength === undefined ? {} : { strength }),
    ...(reason === undefined ? {} : { reason }),
    by,
  };
}

function level(written: string): number {
  if (written.startsWith('-')) throw new InvalidArgumentError('Give a level, such as 3.');
  return wholeNumber(written);
}

function usage(seen: string, repair: string): Problem {
  return new Problem('USAGE', {
    seen,
    allowed: `--objective NUMBER with one of ${kinds.map((kind) => `--${kind}`).join(', ')}, or none of them`,
    repair,
  });
}
