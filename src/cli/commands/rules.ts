import type { Command } from 'commander';
import { newCommand } from '../new-command.ts';
import { rulesBook } from './rules/book.ts';

/** `rules VERB`: what is for those who write rules, and for those who review them. */
export function command(name: string): Command {
  const rules = newCommand(name, 'Write out the rules, so that they can be read and disputed.', () => [
    'rules book --out rules.html',
  ]).helpCommand(false);
  for (const verb of [rulesBook()]) rules.addCommand(verb);
  return rules;
}
