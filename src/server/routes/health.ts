import type { FastifyInstance, FastifyReply } from 'fastify';
import { Type } from 'typebox';
import { listDashboards } from '../../app/charts/chart.ts';
import { listOrganisations } from '../../app/workspace/organisations.ts';
import type { Workspace } from '../../app/workspace/workspace.ts';
import { NoQuery, problemResponses } from '../api/api-routes.ts';
import { problemDocument, problemType, tellableProblem } from '../wire/problem-reply.ts';

/** Whether the server lives, and whether it can answer: records, rules and dashboards are there and whole. */
export function healthRoutes(app: FastifyInstance, workspace: Workspace): void {
  app.get('/health/live', { schema: schemaOf('isLive', 'The server answers.', 'live', [400]) }, () => ({
    status: 'live',
  }));
  const schema = schemaOf('isReady', 'Records, rules and dashboards can be used.', 'ready', [400, 503]);
  app.get('/health/ready', { schema }, async (_request, reply: FastifyReply) => {
    try {
      for (const { framework } of listOrganisations(workspace)) workspace.pack(framework);
      await listDashboards(workspace);
    } catch (thrown) {
      const problem = tellableProblem(thrown, workspace.effects);
      workspace.effects.log(`Not ready: ${problem.message}`);
      return reply
        .code(503)
        .type(problemType)
        .send({ ...problemDocument(problem), status: 503 });
    }
    return reply.send({ status: 'ready' });
  });
}

function schemaOf(operationId: string, summary: string, word: string, problems: readonly number[]) {
  const answer = Type.Object({ status: Type.Literal(word) }, { additionalProperties: false });
  return {
    operationId,
    summary,
    tags: ['health'],
    querystring: NoQuery,
    response: {
      200: { description: word, content: { 'application/json': { schema: answer } } },
      ...problemResponses(problems),
    },
  };
}
