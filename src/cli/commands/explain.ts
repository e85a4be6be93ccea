import type { Command } from 'commander';
import { explainObjective, type ObjectiveExplanation } from '../../app/advice/explain.ts';
import { adviceHeading } from '../describe/advice-heading.ts';
import { describeExplanation } from '../describe/describe-explanation.ts';
import { newCommand } from '../options/new-command.ts';
import { type ViewOptions, viewOf, withViewOptions } from '../options/view-options.ts';
import { wholeNumber } from '../options/whole-number.ts';
import { printJson } from '../terminal/print-json.ts';
import { terminal } from '../terminal/terminal.ts';
import { withWorkspace } from '../with-workspace.ts';

/** `explain ORG OBJECTIVE`: one objective with every word that its ceiling and target rest on. */
export function command(name: string): Command {
  return withViewOptions(
    newCommand(
      name,
      'Show one objective: what is held of the standard, its history, the words behind its ceiling and target, and every rule that was evaluated.',
      ({ organisation, factor }) => [
        `explain ${organisation} 4`,
        `explain ${organisation} 4 --factor ${factor}=yes`,
        `explain ${organisation} 28 --json`,
      ],
    ),
  )
    .argument('<organisation>', 'its id')
    .argument('<objective>', 'its number', wholeNumber)
    .option('--json', 'answer with data for programs')
    .action(async (organisation: string, objective: number, options: ViewOptions) => {
      await withWorkspace(options, async (workspace) => {
        const explanation = await explainObjective(workspace, viewOf(organisation, options), objective);
        if (options.json === true) return printJson(explanation);
        const width = terminal.width();
        const { number, name: title } = explanation.objective;
        terminal.print(
          [
            ...adviceHeading(workspace, `${number} ${title}`, headed(explanation), width),
            ...describeExplanation(explanation, workspace.pack(explanation.framework), width),
          ].join('\n'),
        );
      });
    });
}

function headed({ organisation, framework, period, basedOn, pack }: ObjectiveExplanation) {
  return { organisation, framework, period, basedOn, pack };
}
