import { Command } from 'commander';
import { newCommand } from '../new-command.ts';
import { rulesCheck } from './rules/check.ts';
import { rulesNew } from './rules/new.ts';
import { rulesTest } from './rules/test.ts';

/** `rules VERB`: what is for those who write rules. */
export function command(name: string): Command {
  const rules = newCommand(
    name,
    'Check rules, run their worked cases, or begin a new set of rules for another standard.',
    () => ['rules check', 'rules test --min 100', 'rules new my-standard --name "My standard"'],
  ).helpCommand(false);
  for (const verb of [rulesCheck(), rulesTest(), rulesNew()]) rules.addCommand(verb);
  return rules;
}
