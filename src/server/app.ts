import fastifySwagger from '@fastify/swagger';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { TSchema } from 'typebox';
import { decideBeside } from '../app/panel/decided-first.ts';
import type { Workspace } from '../app/workspace/workspace.ts';
import { asProblem, Problem } from '../kernel/problem.ts';
import { mismatches } from '../kernel/schema.ts';
import { forVisitor, nobody } from '../pages/frame/visitor.ts';
import { type Access, openAccess } from './access/access.ts';
import { gate } from './access/gate.ts';
import { passwordRoutes } from './access/password-routes.ts';
import { passwordTries } from './access/password-tries.ts';
import { sessionRoute } from './access/session-route.ts';
import { signInRoutes } from './access/sign-in-routes.ts';
import { openApi } from './api/open-api.ts';
import { textOf } from './forms/text-of.ts';
import { refusals } from './refusals/refusals.ts';
import { withoutRefused } from './refusals/refused-address.ts';
import { aboutRoutes } from './routes/about.ts';
import { assessmentsRoutes } from './routes/assessments.ts';
import { assetsRoutes } from './routes/assets.ts';
import { benchmarkRoutes } from './routes/benchmark.ts';
import { cappedRoutes } from './routes/capped.ts';
import { challengesRoutes } from './routes/challenges.ts';
import { chartsRoutes } from './routes/charts.ts';
import { circumstancesRoutes } from './routes/circumstances.ts';
import { criteriaRoutes } from './routes/criteria.ts';
import { exportRoutes } from './routes/export.ts';
import { frameworksRoutes } from './routes/frameworks.ts';
import { healthRoutes } from './routes/health.ts';
import { importsRoutes } from './routes/imports.ts';
import { objectivesRoutes } from './routes/objectives.ts';
import { organisationsRoutes } from './routes/organisations.ts';
import { overviewRoutes } from './routes/overview.ts';
import { packRoutes } from './routes/pack.ts';
import { planRoutes } from './routes/plan.ts';
import { registerRoutes } from './routes/register.ts';
import { reviewRoutes } from './routes/review.ts';
import { rulesRoutes } from './routes/rules.ts';
import { targetsRoutes } from './routes/targets.ts';
import { trendsRoutes } from './routes/trends.ts';
import { unlockRoutes } from './routes/unlock.ts';
import { yearPagesRoutes } from './routes/year-pages.ts';
import { checkedRoutes, unknownPage } from './wire/checked-route.ts';
import { allowedHosts, guard } from './wire/guard.ts';
import { keepAnswers } from './wire/keep-answers.ts';
import { replyWithProblem } from './wire/problem-reply.ts';
import { securityHeaders, transportSecurity } from './wire/security-headers.ts';
import { sendAnswers } from './wire/send-answers.ts';

/** What the server is told of where it listens. */
export interface AppOptions {
  /** The port that requests must name; asked for each request, since it is known only once the server listens. */
  readonly port: () => number;
  /** Who may ask; anyone unless said. */
  readonly access?: Access;
  /** The origin that people use, such as `https://headroom.example.org`; only this machine's own unless said. */
  readonly origin?: string | null;
}

/** The server of a workspace, listening nowhere yet: pages, charts, JSON and health. */
export async function createApp(
  workspace: Workspace,
  { port, access = openAccess, origin = null }: AppOptions,
): Promise<FastifyInstance> {
  const { effects } = workspace;
  decideBeside(workspace);
  const headers = { ...securityHeaders, ...(origin?.startsWith('https:') ? transportSecurity : {}) };
  const app = Fastify({
    bodyLimit: 64 * 1024,
    requestTimeout: 30_000,
    connectionTimeout: 60_000,
    keepAliveTimeout: 5_000,
    forceCloseConnections: 'idle',
    http: { headersTimeout: 10_000, requireHostHeader: false },
    // A form that was refused is found before, and no address is another for it. Where a page leads to its own address,
    // two slashes at the beginning would name another host.
    rewriteUrl: ({ url = '/' }) => withoutRefused(url).replace(/^[/\\]{2,}/, '/'),
    routerOptions: { ignoreTrailingSlash: true },
    frameworkErrors: (error, request, reply) => {
      reply.headers(headers);
      forVisitor(nobody, () => replyWithProblem(error, request, reply, { workspace }));
    },
  });
  const parseJson = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    try {
      parseJson(request, textOf(body), done);
    } catch (thrown) {
      done(asProblem(thrown));
    }
  });
  app.setValidatorCompiler<TSchema>(({ schema, httpPart }) => (value) => {
    const [first] = mismatches(schema, value);
    return first === undefined ? { value } : { error: badValue(httpPart ?? 'request', first) };
  });
  // A schema of an answer documents it and is checked in tests; it never leaves a field out.
  app.setSerializerCompiler(() => (data) => JSON.stringify(data));
  const checkRoute = checkedRoutes(app);
  let guarded = { port: port(), hosts: allowedHosts(port(), origin) };
  app.decorateRequest('askedOrigin', '');
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(headers);
    if (guarded.port !== port()) guarded = { port: port(), hosts: allowedHosts(port(), origin) };
    guard(request, guarded.hosts);
  });
  gate(app, workspace, access);
  const keepRefusal = refusals(app, effects);
  // Only who may come in learns what is there.
  app.addHook('onRequest', async (request, reply) => checkRoute(request, reply));
  keepAnswers(app, workspace);
  sendAnswers(app);
  const replyWith = (thrown: unknown, request: FastifyRequest, reply: FastifyReply) =>
    forVisitor(request.person?.visitor ?? nobody, () =>
      replyWithProblem(thrown, request, reply, { workspace, keepRefusal }),
    );
  app.setErrorHandler(replyWith);
  app.setNotFoundHandler((request, reply) => replyWith(unknownPage(request), request, reply));

  await app.register(fastifySwagger, openApi);
  await app.register(async (routes) => {
    assetsRoutes(routes);
    healthRoutes(routes, workspace);
    sessionRoute(routes);
    if (access.kind === 'accounts') {
      const tried = passwordTries(workspace, access);
      signInRoutes(routes, workspace, access, tried);
      passwordRoutes(routes, workspace, access, tried);
    }
    organisationsRoutes(routes, workspace);
    frameworksRoutes(routes, workspace);
    overviewRoutes(routes, workspace);
    objectivesRoutes(routes, workspace);
    criteriaRoutes(routes, workspace);
    cappedRoutes(routes, workspace);
    unlockRoutes(routes, workspace);
    circumstancesRoutes(routes, workspace);
    reviewRoutes(routes, workspace);
    targetsRoutes(routes, workspace);
    packRoutes(routes, workspace);
    planRoutes(routes, workspace);
    assessmentsRoutes(routes, workspace);
    yearPagesRoutes(routes, workspace);
    trendsRoutes(routes, workspace);
    challengesRoutes(routes, workspace);
    importsRoutes(routes, workspace);
    benchmarkRoutes(routes, workspace);
    registerRoutes(routes, workspace);
    aboutRoutes(routes, workspace);
    exportRoutes(routes, workspace);
    rulesRoutes(routes, workspace);
    chartsRoutes(routes, workspace);
    let described: Buffer | null = null;
    routes.get('/api/v1/openapi.json', { schema: { hide: true } }, (_request, reply) => {
      described ??= Buffer.from(JSON.stringify(app.swagger()));
      return reply.type('application/json; charset=utf-8').send(described);
    });
  });
  await app.ready();
  return app;
}

function badValue(part: string, { path, seen, message }: ReturnType<typeof mismatches>[number]): Problem {
  return new Problem('BAD_VALUE', {
    place: path === '' ? part : `${part}, ${path.slice(1)}`,
    seen,
    allowed: message,
    repair: part === 'body' ? 'Correct it in what you send.' : 'Correct it in the address.',
  });
}
