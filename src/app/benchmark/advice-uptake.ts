import type { UptakeOf } from '../../benchmark/figures/uptake.ts';
import { withUptake } from '../../benchmark/figures/with-uptake.ts';
import type { Advice } from '../../model/advice.ts';
import { comparePeriods } from '../../model/period.ts';
import type { PlanChoice } from '../../model/plan-choice.ts';
import type { Workspace } from '../workspace/workspace-interface.ts';
import { groupUptake, latestMove } from './group-uptake.ts';
import { inPanelIfAny } from './in-panel-if-any.ts';

/**
 * Advice that says beside each target how often others reached it within one period: all organisations of the panel,
 * by its latest move up to the period that targets are for. Without a panel that fits, or with several of which none is
 * the usual, it is as it was.
 * @param panel the id of one that is wanted, which must fit
 */
export async function adviceWithUptake(
  workspace: Workspace,
  advice: Advice,
  panel: string | null = null,
): Promise<Advice> {
  const uptake = await uptakeForAdvice(workspace, advice, panel);
  return uptake === null ? advice : withUptake(advice, uptake);
}

/** A plan's suggestion with the same beside each of its targets that is one level above the score. */
export async function choiceWithUptake(
  workspace: Workspace,
  choice: PlanChoice,
  panel: string | null = null,
): Promise<PlanChoice> {
  const uptake = choice.targets.length === 0 ? null : await uptakeForAdvice(workspace, choice, panel);
  if (uptake === null) return choice;
  return {
    ...choice,
    targets: choice.targets.map((one) => {
      const found = one.level === one.from + 1 ? uptake(one.objective, one.from) : null;
      return found === null ? one : { ...one, uptake: found };
    }),
  };
}

/** How often others of the panel that fits made a step, by its latest move up to a period; null where no panel tells. */
export async function uptakeForAdvice(
  workspace: Workspace,
  { organisation: id, framework, period }: Pick<Advice, 'organisation' | 'framework' | 'period'>,
  panel: string | null = null,
): Promise<UptakeOf | null> {
  return inPanelIfAny(workspace, id, panel, async (view) => {
    const move = latestMove(view.panel.periods, (each) => comparePeriods(each, period) <= 0);
    if (move === null || view.panel.framework !== framework) return null;
    const group = { kind: 'all' as const, name: `all organisations of ${view.panel.name}` };
    return groupUptake(view, workspace.pack(framework), group, move);
  });
}
