import type { FastifyInstance, FastifyReply } from 'fastify';
import { Type } from 'typebox';
import { benchmark } from '../../app/benchmark/benchmark.ts';
import { usualLook } from '../../app/benchmark/usual-look.ts';
import { HeldPanels } from '../../app/panel/held-panels.ts';
import { overlappingPanels } from '../../app/panel/overlapping-panels.ts';
import { shownPanels } from '../../app/panel/shown-panels.ts';
import { registerSources } from '../../app/register/register-sources.ts';
import type { Workspace } from '../../app/workspace/workspace.ts';
import { groupKinds } from '../../benchmark/peer-group.ts';
import { Problem, type ProblemCode } from '../../kernel/problem.ts';
import { BenchmarkReport, GroupKind } from '../../model/benchmark-report.ts';
import { periodPattern } from '../../model/period.ts';
import { benchmarkPage, noBenchmarkPage } from '../../pages/benchmark-page.ts';
import type { PageContext } from '../../pages/frame/page-context.ts';
import { panelsPage } from '../../pages/panels-page.ts';
import { OrganisationParams, serveApi } from '../api/api-routes.ts';
import { chartsOf } from '../asked/charts-of.ts';
import { pageContext } from '../asked/page-view.ts';
import { oneOf, type ReadQuery, readQuery } from '../asked/query.ts';
import { sendPage } from '../page-routes.ts';

const dashboards = [
  'benchmark-distribution',
  'benchmark-uptake',
  'benchmark-causes',
  'benchmark-over-time',
] as const;

/** Where nothing was asked for, the page says what is missing in place of a problem. */
const nobody: readonly ProblemCode[] = ['UNKNOWN_PANEL', 'INVENTED_AND_REAL', 'BAD_VALUE', 'UNKNOWN_PERIOD'];

/** What an address asks for; what it leaves out is the usual. */
interface Asked {
  readonly panel?: string | undefined;
  readonly group: (typeof groupKinds)[number] | null;
  readonly period?: string | undefined;
}

/** One organisation beside others, and which panels are held. */
export function benchmarkRoutes(app: FastifyInstance, workspace: Workspace): void {
  app.get<{ Params: { organisation: string } }>(
    '/:organisation/benchmark',
    { schema: { hide: true }, config: { keeps: true } },
    async (request, reply) => {
      const query = readQuery(request.query, ['period', 'group', 'panel'], false);
      const context = pageContext(workspace, request.params.organisation);
      const asked = { panel: query.others['panel'], group: groupOf(query), period: query.period };
      try {
        const look = usualLook(workspace, context.organisation.id, asked.panel ?? null);
        const address = addressOf(workspace, context, { ...asked, usual: look.period });
        if (address !== request.url) return reply.redirect(address, 302);
        return await send(reply, context, asked);
      } catch (thrown) {
        // The browser asks again by itself, until it is worked out what may be told.
        if (thrown instanceof Problem && thrown.code === 'PANEL_UNDECIDED') reply.header('refresh', '10');
        const told = Object.values(asked).every((each) => each === undefined || each === null);
        if (!told || !(thrown instanceof Problem) || !nobody.includes(thrown.code)) throw thrown;
        if (context.links.benchmark() !== request.url)
          return reply.redirect(context.links.benchmark() ?? '/', 302);
        return sendPage(reply, noBenchmarkPage(context, thrown, shownPanels(workspace).panels));
      }
    },
  );
  app.get('/panels', { schema: { hide: true } }, async (request, reply) => {
    readQuery(request.query, [], false);
    return sendPage(
      reply,
      panelsPage(shownPanels(workspace), await overlappingPanels(workspace), registerSources(workspace)),
    );
  });
  serveApi(app, {
    path: '/organisations/:organisation/benchmark',
    operationId: 'getBenchmark',
    summary: 'One organisation beside others of a panel: figures with n, what is withheld, uptake, caps.',
    tag: 'panels',
    params: OrganisationParams,
    query: Type.Object(
      {
        period: Type.Optional(
          Type.String({
            pattern: periodPattern,
            description: 'A period of the panel; the latest that the organisation has too, unless said.',
          }),
        ),
        panel: Type.Optional(
          Type.String({ description: 'The id of a panel; the only one that fits, unless said.' }),
        ),
        group: Type.Optional(
          Type.Unsafe<string>({ ...GroupKind, description: 'With whom; all, unless said.' }),
        ),
      },
      { additionalProperties: false },
    ),
    filters: ['panel', 'group'],
    response: BenchmarkReport,
    problems: [400, 404, 409, 422, 503],
    answer: ({ view: { organisation, period }, filters: { panel, group } }) =>
      benchmark(workspace, {
        organisation,
        period,
        panel,
        group: groupKinds.find((kind) => kind === group),
      }),
  });
  serveApi(app, {
    path: '/panels',
    operationId: 'listPanels',
    summary: 'The panels of this workspace; none of their rows.',
    tag: 'panels',
    response: HeldPanels,
    problems: [400, 503],
    answer: () => shownPanels(workspace),
  });

  async function send(reply: FastifyReply, context: PageContext, asked: Asked) {
    const report = await benchmark(workspace, {
      organisation: context.organisation.id,
      panel: asked.panel,
      period: asked.period,
      group: asked.group ?? undefined,
    });
    const { period, group } = report.comparison;
    const asks = { panel: report.panel.id, group: group.kind };
    const at = { ...context, view: { ...context.view, period } };
    const peers = { panel: report.panel.id, group: asked.group ?? undefined };
    const charts = await chartsOf(workspace, at, dashboards, {
      request: null,
      asks: { ...asks, period },
      peers,
    });
    return sendPage(reply, benchmarkPage(context, report, { charts, panelAsked: asked.panel !== undefined }));
  }
}

/** The page's own address, with what is the default left out. */
function addressOf(
  workspace: Workspace,
  { organisation, links }: PageContext,
  { panel, group, period, usual }: Asked & { readonly usual: string },
): string {
  return (
    links.benchmark({
      panel: panel === undefined || panel === onlyPanel(workspace, organisation.id) ? null : panel,
      group: group === 'all' ? null : group,
      period: period === undefined || period === usual ? null : period,
    }) ?? '/'
  );
}

function onlyPanel(workspace: Workspace, organisation: string): string | null {
  try {
    return usualLook(workspace, organisation).panel.id;
  } catch (thrown) {
    if (thrown instanceof Problem) return null;
    throw thrown;
  }
}

function groupOf(query: ReadQuery): (typeof groupKinds)[number] | null {
  return oneOf(query, 'group', groupKinds);
}
