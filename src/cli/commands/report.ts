import type { Command } from 'commander';
import { newCommand } from '../options/new-command.ts';
import { type ViewOptions, viewOf, withViewOptions } from '../options/view-options.ts';
import { terminal } from '../terminal/terminal.ts';
import { whileWorking } from '../terminal/while-working.ts';
import { refuseOthers, writeFile } from '../terminal/write-file.ts';
import { withWorkspace } from '../with-workspace.ts';

const mark = '<meta name="generator" content="Headroom';

/** `report ORG`: one HTML file with all of it. */
export function command(name: string): Command {
  return withViewOptions(
    newCommand(
      name,
      'Write one HTML file with overview, capped objectives, targets, trends and charts: it opens in any browser, without a server or a connection. A file that is there is replaced only if it is such a report.',
      ({ organisation, factor }) => [
        `report ${organisation} --out report.html`,
        `report ${organisation} --factor ${factor}=yes --out what-if.html`,
      ],
    ),
  )
    .argument('<organisation>', 'its id')
    .requiredOption('--out <file>', 'where it goes')
    .action(async (organisation: string, options: ViewOptions & { readonly out: string }) => {
      const { out } = options;
      refuseOthers(out, mark);
      await withWorkspace(options, async (workspace) => {
        const content = await whileWorking('Writing the report', async () => {
          const { renderReport } = await import('../../pages/report.ts');
          return renderReport(workspace, viewOf(organisation, options));
        });
        writeFile({ file: out, content, mark });
        terminal.tell(`headroom: wrote ${out}`);
      });
    });
}
