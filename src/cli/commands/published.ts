import type { Command } from 'commander';
import { newCommand } from '../options/new-command.ts';
import { withVerbs } from '../options/with-verbs.ts';
import { publishedAdd } from './published/add.ts';
import { publishedList } from './published/list.ts';

/** `published VERB`: averages that somebody else published. */
export function command(name: string): Command {
  const published = newCommand(
    name,
    'Keep averages that somebody else published, of an objective, a section or the whole, to show them beside your own with their source.',
    () => ['published add averages.csv', 'published list'],
  );
  return withVerbs(published, [publishedAdd(), publishedList()]);
}
