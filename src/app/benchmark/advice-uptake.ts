import type { UptakeOf } from '../../benchmark/figures/uptake.ts';
import { withUptake } from '../../benchmark/figures/with-uptake.ts';
import { Problem, type ProblemCode } from '../../kernel/problem.ts';
import type { Advice } from '../../model/advice.ts';
import { comparePeriods } from '../../model/period.ts';
import type { PlanChoice } from '../../model/plan-choice.ts';
import type { Workspace } from '../workspace-interface.ts';
import { choosePanel } from './choose-panel.ts';
import { groupUptake, latestMove } from './group-uptake.ts';
import { withPanelView } from './panel-view.ts';

/** What stands in the way of a figure about others, but not of advice. */
const noPanel: readonly ProblemCode[] = [
  'UNKNOWN_PANEL',
  'BAD_VALUE',
  'INVENTED_AND_REAL',
  'PANEL_BROKEN',
  'DUCKDB_MISSING',
];

/**
 * Advice that says beside each target how often others reached it within one period: all organisations of the panel,
 * by its latest move up to the period that targets are for. Without a panel that fits, or with several, it is as it was.
 */
export async function adviceWithUptake(workspace: Workspace, advice: Advice): Promise<Advice> {
  const uptake = await uptakeForAdvice(workspace, advice);
  return uptake === null ? advice : withUptake(advice, uptake);
}

/** A plan's suggestion with the same beside each of its targets that is one level above the score. */
export async function choiceWithUptake(workspace: Workspace, choice: PlanChoice): Promise<PlanChoice> {
  const uptake = choice.targets.length === 0 ? null : await uptakeForAdvice(workspace, choice);
  if (uptake === null) return choice;
  return {
    ...choice,
    targets: choice.targets.map((one) => {
      const found = one.level === one.from + 1 ? uptake(one.objective, one.from) : null;
      return found === null ? one : { ...one, uptake: found };
    }),
  };
}

async function uptakeForAdvice(
  workspace: Workspace,
  { organisation: id, framework, period }: Pick<Advice, 'organisation' | 'framework' | 'period'>,
): Promise<UptakeOf | null> {
  const organisation = workspace.records.organisation(id);
  if (organisation.framework !== framework) return null;
  try {
    const panel = choosePanel(workspace, organisation, null);
    const move = latestMove(panel.periods, (each) => comparePeriods(each, period) <= 0);
    if (move === null) return null;
    return await withPanelView(workspace, panel, organisation, (view) =>
      groupUptake(view, workspace.pack(framework), { kind: 'all', name: 'all organisations' }, move),
    );
  } catch (thrown) {
    if (thrown instanceof Problem && noPanel.includes(thrown.code)) return null;
    throw thrown;
  }
}
