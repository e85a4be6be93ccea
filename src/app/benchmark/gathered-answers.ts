import type { ObjectiveAnswers } from '../../benchmark/figures/objective-answers.ts';
import type { GroupKind } from '../../benchmark/peer-group.ts';
import type { BenchmarkReport } from '../../model/benchmark-report.ts';
import type { Framework } from '../../model/framework.ts';
import type { Workspace } from '../workspace/workspace-interface.ts';
import { ownScores } from './own-scores.ts';
import type { PanelView } from './panel-view.ts';

/** What an organisation and others answered in a period, and where its own answers are from. */
export interface GatheredAnswers {
  readonly from: BenchmarkReport['own']['from'];
  readonly answers: readonly ObjectiveAnswers[];
}

/** What is compared on every objective of a standard: the own score, and what may be told of a group. */
export async function gatheredAnswers(
  workspace: Workspace,
  view: PanelView,
  { framework, organisation, kind, period }: AnswersAsked,
): Promise<GatheredAnswers> {
  const scores = ownScores(workspace, organisation, view, period);
  const answers = await Promise.all(
    framework.objectives.map(async ({ number: objective }) => ({
      objective,
      ...(await scores.of(objective)),
      release: await view.distribution(kind, period, objective),
    })),
  );
  return { from: scores.from, answers };
}

/** Whose answers are gathered, beside which group. */
export interface AnswersAsked {
  readonly framework: Pick<Framework, 'objectives'>;
  /** Its id. */
  readonly organisation: string;
  readonly kind: GroupKind;
  readonly period: string;
}
