import { type Command, Option } from 'commander';
import { benchmark } from '../../app/benchmark/benchmark.ts';
import { type GroupKind, groupKinds } from '../../benchmark/peer-group.ts';
import { describeBenchmark } from '../describe/describe-benchmark.ts';
import { type CommonOptions, newCommand } from '../options/new-command.ts';
import { printJson } from '../terminal/print-json.ts';
import { terminal } from '../terminal/terminal.ts';
import { whileWorking } from '../terminal/while-working.ts';
import { withWorkspace } from '../with-workspace.ts';

interface BenchmarkOptions extends CommonOptions {
  readonly panel?: string;
  readonly group?: GroupKind;
  readonly period?: string;
}

/** `benchmark ORG`: an organisation beside others of a panel. */
export function command(name: string): Command {
  return newCommand(
    name,
    [
      'Set an organisation beside others: where its score is among theirs on every objective, section and the whole, how often others reached the next level within one period, and what caps them.',
      'The others are the organisations of a panel (headroom panel --help). Of a confidential panel a figure is given only where nobody’s score can be read off it; else the reason stands in its place. Invented and real organisations are never compared.',
      'The first look at a panel takes a while, since it is worked out what may be told; later looks are quick.',
    ].join('\n\n'),
    ({ organisation, period }) => [
      `benchmark ${organisation}`,
      `benchmark ${organisation} --group type`,
      `benchmark ${organisation} --panel region-2024 --period ${period} --json`,
    ],
  )
    .argument('<organisation>', 'its id')
    .option('--panel <id>', 'which panel; the only one that fits, unless said')
    .addOption(
      new Option(
        '--group <kind>',
        'with whom: all, those of its type, of its region, of both, or the 15 nearest that answered (default: all)',
      ).choices([...groupKinds]),
    )
    .option(
      '--period <period>',
      'which period of the panel; the latest that the organisation has too, unless said',
    )
    .option('--json', 'answer with data for programs')
    .action(async (organisation: string, options: BenchmarkOptions) => {
      await withWorkspace(options, async (workspace) => {
        const { panel, group, period } = options;
        const report = await whileWorking('Comparing with the panel', () =>
          benchmark(workspace, { organisation, panel, group, period }),
        );
        if (options.json === true) printJson(report);
        else {
          const held = workspace.records.organisation(organisation);
          const pack = workspace.pack(report.framework);
          terminal.print(describeBenchmark(report, held, pack, terminal.width()).join('\n'));
        }
      });
    });
}
