import type { Command } from 'commander';
import { newCommand } from '../new-command.ts';
import { panelGenerate } from './panel/generate.ts';

/** `panel VERB`: scores of many organisations, to be compared with. */
export function command(name: string): Command {
  const panel = newCommand(name, 'Invent a panel of many organisations.', () => [
    'panel generate --organisations 320 --periods 3 --seed 7',
  ])
    .helpCommand(false)
    .enablePositionalOptions();
  for (const verb of [panelGenerate()]) panel.addCommand(verb);
  return panel;
}
