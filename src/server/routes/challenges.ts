import type { FastifyInstance } from 'fastify';
import { challengeReport } from '../../app/trends/challenges.ts';
import type { Workspace } from '../../app/workspace/workspace.ts';
import { challengesPage } from '../../pages/challenges-page.ts';
import { servePlainPage } from '../page-routes.ts';

/** The page of questions that a member could ask. */
export function challengesRoutes(app: FastifyInstance, workspace: Workspace): void {
  servePlainPage(app, workspace, 'challenges', async (context) => {
    const { id } = context.organisation;
    const report = await challengeReport(workspace, id);
    const { challenges } = workspace.pack(report.framework);
    const titles = Object.fromEntries(
      Object.entries(challenges.kinds).map(([kind, asked]) => [kind, asked?.title ?? kind]),
    );
    const open = workspace.records.assessments(id).findLast(({ closed }) => !closed)?.period ?? null;
    return challengesPage(context, report, { titles, open });
  });
}
