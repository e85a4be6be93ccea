import type { Command } from 'commander';
import { unlock } from '../../app/advice/unlock.ts';
import { adviceHeading } from '../describe/advice-heading.ts';
import { describeUnlock } from '../describe/describe-unlock.ts';
import { newCommand } from '../options/new-command.ts';
import { type ViewOptions, viewOf, withViewOptions } from '../options/view-options.ts';
import { printJson } from '../terminal/print-json.ts';
import { terminal } from '../terminal/terminal.ts';
import { withWorkspace } from '../with-workspace.ts';

/** `unlock ORG`: what would rise if circumstances changed. */
export function command(name: string): Command {
  return withViewOptions(
    newCommand(
      name,
      'Show which circumstances would raise which ceilings, which to go for first, and what no circumstance lifts.',
      ({ organisation, factor }) => [
        `unlock ${organisation}`,
        `unlock ${organisation} --factor ${factor}=yes`,
        `unlock ${organisation} --json`,
      ],
    ),
  )
    .argument('<organisation>', 'its id')
    .option('--json', 'answer with data for programs')
    .action(async (organisation: string, options: ViewOptions) => {
      await withWorkspace(options, async (workspace) => {
        const answer = await unlock(workspace, viewOf(organisation, options));
        if (options.json === true) return printJson(answer);
        const width = terminal.width();
        terminal.print(
          [
            ...adviceHeading(workspace, 'what would lift a cap', answer, width),
            ...describeUnlock(answer, workspace.pack(answer.framework), width),
          ].join('\n'),
        );
      });
    });
}
