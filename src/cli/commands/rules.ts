import type { Command } from 'commander';
import { newCommand } from '../options/new-command.ts';
import { withVerbs } from '../options/with-verbs.ts';
import { rulesBench } from './rules/bench.ts';
import { rulesBook } from './rules/book.ts';
import { rulesCheck } from './rules/check.ts';
import { rulesNew } from './rules/new.ts';
import { rulesProve } from './rules/prove.ts';
import { rulesTest } from './rules/test.ts';

/** `rules VERB`: what is for those who write rules, and for those who review them. */
export function command(name: string): Command {
  const rules = newCommand(
    name,
    'Check rules, run their worked cases, prove what always holds of them, write them out in plain English, begin new ones for another standard, or measure how fast they are.',
    () => [
      'rules check',
      'rules test --min 100',
      'rules prove',
      'rules book --out rules.html',
      'rules new my-standard --name "My standard"',
      'rules bench',
    ],
  );
  return withVerbs(rules, [rulesCheck(), rulesTest(), rulesProve(), rulesBook(), rulesNew(), rulesBench()]);
}
