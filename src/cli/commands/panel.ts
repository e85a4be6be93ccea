import type { Command } from 'commander';
import { newCommand } from '../options/new-command.ts';
import { withVerbs } from '../options/with-verbs.ts';
import { panelAdd } from './panel/add.ts';
import { panelCheck } from './panel/check.ts';
import { panelExport } from './panel/export.ts';
import { panelGenerate } from './panel/generate.ts';
import { panelList } from './panel/list.ts';
import { panelRemove } from './panel/remove.ts';
import { panelUse } from './panel/use.ts';

/** `panel VERB`: the scores of many organisations, to compare one with. */
export function command(name: string): Command {
  const panel = newCommand(
    name,
    'Keep panels: the scores of many organisations with one framework, to compare one with. A panel is confidential unless it is added as public.',
    () => [
      'panel add scores.csv --panel region-2024 --name "The region"',
      'panel list',
      'panel use region-2024',
      'panel check region-2024',
      'panel export region-2024 --format csv --out region.csv',
      'panel remove region-2024',
      'panel generate --organisations 320 --periods 3 --seed 7',
    ],
  );
  const verbs = [panelAdd(), panelList(), panelUse(), panelCheck(), panelExport(), panelRemove()];
  return withVerbs(panel, [...verbs, panelGenerate()]);
}
