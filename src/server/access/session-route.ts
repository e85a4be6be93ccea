import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { Role } from '../../model/account.ts';
import { jsonContent, NoQuery, problemResponses } from '../api/api-routes.ts';
import { readQuery } from '../asked/query.ts';

const PresentSession = Type.Object(
  {
    name: Type.Union([Type.String(), Type.Null()], {
      description: 'Who asks; null where people are not told apart.',
    }),
    role: Role,
    csrf: Type.Union([Type.String(), Type.Null()], {
      description: 'What a change sends as X-CSRF-Token; null where none is needed.',
    }),
  },
  { additionalProperties: false },
);

/** Who asks, and what changes need to send, for programs. */
export function sessionRoute(app: FastifyInstance): void {
  const summary = 'Who asks, what they may do, and the token for changes.';
  const schema = {
    operationId: 'getSession',
    summary,
    tags: ['headroom'],
    querystring: NoQuery,
    response: { 200: { description: summary, ...jsonContent(PresentSession) }, ...problemResponses([400]) },
  };
  app.get('/api/v1/session', { schema }, (request, reply) => {
    readQuery(request.query, [], false);
    const visitor = request.person?.visitor;
    return reply
      .type('application/json; charset=utf-8')
      .send({ name: visitor?.name ?? null, role: visitor?.role ?? 'viewer', csrf: visitor?.token() ?? null });
  });
}
