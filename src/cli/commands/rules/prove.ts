import type { Command } from 'commander';
import { proveRules } from '../../../app/rules/prove-rules.ts';
import { describeProof } from '../../describe/describe-proof.ts';
import { namedRules } from '../../options/named-rules.ts';
import { newCommand } from '../../options/new-command.ts';
import { wholeNumber } from '../../options/whole-number.ts';
import { printJson } from '../../terminal/print-json.ts';
import { terminal } from '../../terminal/terminal.ts';
import { whileWorking } from '../../terminal/while-working.ts';

interface ProveOptions {
  readonly json?: boolean;
  readonly most?: number;
}

/** `rules prove [PACK]`: what always holds of ceilings and targets, tried on every case or on a covering array of them. */
export function rulesProve(): Command {
  return newCommand(
    'rules prove',
    'Prove what must always hold of the ceilings and targets that rules give, case by case; a counterexample is written as a case for cases/.',
    () => ['rules prove', 'rules prove path/to/my-rules', 'rules prove --most 400000 --json'],
  )
    .name('prove')
    .argument('[pack]', 'the id of a standard, or a folder with rules; all of rules/ unless said')
    .option(
      '--most <cases>',
      'answer every case where there are at most so many (50000 unless said), a covering array of more',
      wholeNumber,
    )
    .option('--json', 'answer with data for programs')
    .action(async (pack: string | undefined, { json, most }: ProveOptions) => {
      const proof = await whileWorking('Proving', () => proveRules(namedRules(pack), most));
      if (json === true) printJson(proof);
      else terminal.print(describeProof(proof, terminal.width()).join('\n'));
      if (proof.packs.some(({ counterexamples }) => counterexamples.length > 0)) process.exitCode = 1;
    });
}
