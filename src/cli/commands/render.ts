import { type Command, Option } from 'commander';
import { chart } from '../../app/charts/chart.ts';
import { type GroupKind, groupKinds } from '../../benchmark/peer-group.ts';
import type { ChartFormat } from '../../charts/render-chart.ts';
import { Problem } from '../../kernel/problem.ts';
import { newCommand } from '../options/new-command.ts';
import { type PlanAsks, planRequestOf, withPlanAsks } from '../options/plan-asks.ts';
import { type ViewOptions, viewOf, withViewOptions } from '../options/view-options.ts';
import { terminal } from '../terminal/terminal.ts';
import { whileWorking } from '../terminal/while-working.ts';
import { refuseOthers, writeFile } from '../terminal/write-file.ts';
import { withWorkspace } from '../with-workspace.ts';

/** A file of the last form is of use only to a page. */
type FileFormat = Exclude<ChartFormat, 'live'>;

interface RenderOptions extends ViewOptions, PlanAsks {
  readonly organisation: string;
  readonly format: FileFormat;
  readonly out?: string;
  readonly panel?: string;
  readonly group?: GroupKind;
  readonly section?: string;
}

/** What stands near the beginning of each kind of file. */
const marks = {
  svg: 'id="headroom-',
  png: 'PNG\r\n',
  csv: 'packVersion',
  json: '"dashboard":"',
  vega: '"$schema":"https://vega.github.io/schema/vega/',
} as const satisfies Record<FileFormat, string>;

/** `render DASHBOARD`: a chart as a picture, or the data behind it. */
export function command(name: string): Command {
  const begun = withViewOptions(
    newCommand(
      name,
      'Draw a chart (svg, png), or write its data (csv, json). A file that is there is replaced only if it is one that this command made.',
      ({ organisation, factor }) => [
        `render headroom --organisation ${organisation} --format png --out headroom.png`,
        `render levels --organisation ${organisation} --format csv`,
        `render plan-frontier --organisation ${organisation} --days 60 --out plan-frontier.svg`,
        `render benchmark-distribution --organisation ${organisation} --group region --out spread.svg`,
        `render ceilings --organisation ${organisation} --factor ${factor}=yes --out ceilings.svg`,
      ],
    ),
  )
    .argument('<dashboard>', 'its name: a file in dashboards/')
    .requiredOption('--organisation <id>', 'whose data it shows');
  return withPlanAsks(
    begun,
    'for a chart of the plan: officer-days that there are; those kept with the plan unless said',
  )
    .addOption(
      new Option('--format <format>', 'the form')
        .choices(['svg', 'png', 'csv', 'json', 'vega'])
        .default('svg'),
    )
    .option('--panel <id>', 'for a chart of others: the panel; the only one that fits unless said')
    .addOption(
      new Option('--group <group>', 'for a chart of others: which; all unless said').choices(groupKinds),
    )
    .option('--section <id>', 'for benchmark-distribution: one section with its objectives')
    .option('--out <file>', 'where it goes; the standard output unless said')
    .action(async (dashboard: string, options: RenderOptions) => {
      const { organisation, format, out, panel, group, section } = options;
      if (out === undefined && format === 'png' && process.stdout.isTTY)
        throw new Problem('USAGE', { seen: 'a PNG for a terminal', repair: 'Give --out FILE, or a pipe.' });
      if (out !== undefined) refuseOthers(out, marks[format]);
      await withWorkspace(options, async (workspace) => {
        const view = viewOf(organisation, options);
        const { body } = await whileWorking('Drawing', async () => {
          const request = await planRequestOf(workspace, view, options);
          return chart(workspace, { dashboard, view, request, peers: { panel, group, section } }, { format });
        });
        if (out === undefined) return terminal.put(body);
        writeFile({ file: out, content: body, mark: marks[format] });
        terminal.tell(`headroom: wrote ${out}`);
      });
    });
}
