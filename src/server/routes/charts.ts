import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { chart, listDashboards } from '../../app/charts/chart.ts';
import type { Workspace } from '../../app/workspace/workspace.ts';
import { groupKinds } from '../../benchmark/peer-group.ts';
import type { ChartFormat } from '../../charts/render-chart.ts';
import { Problem } from '../../kernel/problem.ts';
import { planAsks } from '../../pages/plan-view.ts';
import { circumstancePatterns, problemResponses, serveApi, ViewQuery } from '../api/api-routes.ts';
import { PlanAsks } from '../asked/plan-asks.ts';
import { asksOf, requestOf } from '../asked/plan-request.ts';
import { oneOf, readQuery } from '../asked/query.ts';
import { ChartAnswer } from '../wire/chart-answer.ts';

/** The forms in which a chart can be asked for. */
const servedFormats = ['svg', 'png', 'csv', 'json', 'vega.json'] as const;

const mediaTypes = {
  svg: 'image/svg+xml',
  png: 'image/png',
  csv: 'text/csv',
  json: 'application/json',
  'vega.json': 'application/json',
} as const;
const formats: Readonly<Record<(typeof servedFormats)[number], ChartFormat>> = {
  svg: 'svg',
  png: 'png',
  csv: 'csv',
  json: 'json',
  'vega.json': 'live',
};

/** What an address asks of a chart of others. */
const peerAsks = ['panel', 'group', 'section'] as const;
const PeerAsks = Type.Object({
  panel: Type.Optional(Type.String({ description: 'The id of a panel, for a chart of others.' })),
  group: Type.Optional(Type.String({ description: `Which others: ${groupKinds.join(', ')}.` })),
  layout: Type.Optional(
    Type.Literal('narrow', { description: 'The form for little width, of a specification (vega.json).' }),
  ),
  section: Type.Optional(
    Type.String({ description: 'The id of a section, for how others are spread over its objectives.' }),
  ),
});

/** Charts as pictures and as figures, each with a name to save it under. */
export function chartsRoutes(app: FastifyInstance, workspace: Workspace): void {
  const ChartQuery = Type.Object(
    {
      organisation: Type.String({ minLength: 1, maxLength: 100, description: 'The id of an organisation.' }),
      ...ViewQuery.properties,
      ...PlanAsks.properties,
      ...PeerAsks.properties,
    },
    { additionalProperties: false, patternProperties: circumstancePatterns },
  );
  const schema = {
    operationId: 'drawChart',
    summary:
      'A dashboard for an organisation: a picture, its figures, or its specification with them. What is asked of a plan goes with a chart of the plan; a panel, group and section with a chart of others.',
    tags: ['charts'],
    params: Type.Object(
      {
        file: Type.String({
          maxLength: 100,
          description: `The id of a dashboard and a form: ${servedFormats.map((form) => `levels.${form}`).join(', ')}.`,
        }),
      },
      { additionalProperties: false },
    ),
    querystring: ChartQuery,
    response: {
      200: {
        description: 'The chart.',
        content: Object.fromEntries(
          servedFormats.map((form) => [mediaTypes[form], { schema: form === 'json' ? ChartAnswer : {} }]),
        ),
      },
      ...problemResponses([400, 404, 422, 503]),
    },
  };
  app.get<{ Params: { file: string } }>(
    '/charts/:file',
    { schema, config: { keeps: true } },
    async (request, reply) => {
      const { dashboard, format } = parseFile(request.params.file);
      const query = readQuery(request.query, ['organisation', 'layout', ...planAsks, ...peerAsks]);
      const { period, factors, others } = query;
      const organisation = others['organisation'] ?? '';
      const view = { organisation, factors, ...(period === undefined ? {} : { period }) };
      const asked = await requestOf(workspace, view, asksOf(others));
      const peers = {
        panel: others['panel'],
        group: oneOf(query, 'group', groupKinds) ?? undefined,
        section: others['section'],
      };
      const { mediaType, extension, body, of } = await chart(
        workspace,
        { dashboard, view, request: asked, peers },
        { format: formats[format], narrow: oneOf(query, 'layout', ['narrow']) !== null },
      );
      const whatIf = Object.keys(factors).length === 0 ? '' : '-what-if';
      const days = asked === null ? '' : `-${asked.days}-days`;
      const within = peers.section === undefined ? '' : `-${peers.section}`;
      const name = `${organisation}-${dashboard}${within}-${of}${days}${whatIf}.${extension}`;
      return reply
        .type(mediaType)
        .header('content-disposition', `${format === 'csv' ? 'attachment' : 'inline'}; filename="${name}"`)
        .send(typeof body === 'string' ? body : Buffer.from(body));
    },
  );
  serveApi(app, {
    path: '/dashboards',
    operationId: 'listDashboards',
    summary: 'The dashboards that can be drawn, and the question that each answers.',
    response: Type.Array(
      Type.Object(
        { id: Type.String(), question: Type.String(), needs: Type.Integer({ minimum: 1 }) },
        { additionalProperties: false },
      ),
    ),
    problems: [400],
    answer: () => listDashboards(workspace),
  });
}

function parseFile(file: string): {
  readonly dashboard: string;
  readonly format: (typeof servedFormats)[number];
} {
  const [, dashboard, ending] = /^([a-z0-9-]+)\.([a-z.]+)$/.exec(file) ?? [];
  const format = servedFormats.find((one) => one === ending);
  if (dashboard !== undefined && format !== undefined) return { dashboard, format };
  throw new Problem('UNKNOWN_PAGE', {
    seen: file.slice(0, 100),
    allowed: servedFormats.map((form) => `<dashboard>.${form}`).join(', '),
    repair: 'Name a dashboard and one of these forms.',
  });
}
