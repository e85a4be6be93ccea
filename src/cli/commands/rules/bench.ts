import type { Command } from 'commander';
import { benchRules } from '../../../app/rules/bench-rules.ts';
import { describeBench } from '../../describe/describe-bench.ts';
import { namedRules } from '../../options/named-rules.ts';
import { newCommand } from '../../options/new-command.ts';
import { countUpTo } from '../../options/whole-number.ts';
import { printJson } from '../../terminal/print-json.ts';
import { terminal } from '../../terminal/terminal.ts';

interface BenchOptions {
  readonly large?: boolean;
  readonly organisations: number;
  readonly json?: boolean;
}

const comments = 2000;
/** The drawn cases stay in memory. */
const mostOrganisations = 5000;

/** `rules bench [PACK]`: how fast rules are answered, beside json-rules-engine alone. */
export function rulesBench(): Command {
  return newCommand(
    'rules bench',
    'Measure how fast rules are answered, as SQL and by json-rules-engine alone, side by side in one run; how fast it is worked out what would rise; and how fast comments are read. It takes up to a minute.',
    () => ['rules bench', 'rules bench path/to/my-rules --large', 'rules bench --json'],
  )
    .name('bench')
    .argument('[pack]', 'the id of a standard, or a folder with rules; all of rules/ unless said')
    .option(
      '--organisations <n>',
      `how many are drawn, each with every objective; ${mostOrganisations} at most`,
      countUpTo(mostOrganisations),
      320,
    )
    .option('--large', 'answer a million cases by SQL too')
    .option('--json', 'answer with data for programs')
    .action(async (pack: string | undefined, { large = false, organisations, json }: BenchOptions) => {
      const tell = (text: string) => terminal.tell(`${text} …`);
      const bench = await benchRules(namedRules(pack), { organisations, large, comments, tell });
      if (json === true) printJson(bench);
      else terminal.print(describeBench(bench, terminal.width()).join('\n'));
    });
}
