import type { ObjectiveAnswers } from '../../benchmark/figures/objective-answers.ts';
import { scoreOf } from '../../benchmark/figures/place-table.ts';
import { rowOf } from '../../model/assessment.ts';
import type { BenchmarkReport } from '../../model/benchmark-report.ts';
import { closedAssessments } from '../workspace/closed-assessments.ts';
import type { Workspace } from '../workspace/workspace-interface.ts';
import type { PanelView } from './panel-view.ts';

/** The own scores of a period, and where they are from. */
export interface OwnScores {
  readonly from: BenchmarkReport['own']['from'];
  readonly of: (objective: number) => Promise<Pick<ObjectiveAnswers, 'own' | 'inPanel'>>;
}

/**
 * The scores that an organisation is compared with: those of its closed assessment of the period, else those that the
 * panel has of it.
 */
export function ownScores(
  workspace: Workspace,
  organisation: string,
  view: PanelView,
  period: string,
): OwnScores {
  const assessment = closedAssessments(workspace, organisation).find(
    (each) => each.period === period && each.framework === view.panel.framework,
  );
  const inPanel = (objective: number) => view.own(period, objective);
  const { viewer } = view.ground;
  return {
    from: assessment !== undefined ? 'records' : viewer.organisation !== null ? 'panel' : 'nowhere',
    of: async (objective) => {
      const there = await inPanel(objective);
      if (assessment === undefined) {
        const own =
          there === null
            ? { state: 'not-scored' as const, score: null }
            : { state: 'scored' as const, score: scoreOf(there) };
        return { own, inPanel: there };
      }
      const row = rowOf(assessment, objective);
      const own =
        row?.state === 'scored'
          ? { state: row.state, score: row.score }
          : { state: row?.state ?? ('not-scored' as const), score: null };
      return { own, inPanel: there };
    },
  };
}
