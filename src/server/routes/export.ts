import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { exportFile, exportFormats } from '../../app/export/export-file.ts';
import { ExportList, exportList } from '../../app/export/export-list.ts';
import type { ExportedFile } from '../../app/export/exported-file.ts';
import { mediaTypes } from '../../app/export/media-types.ts';
import { template } from '../../app/export/template.ts';
import type { Workspace } from '../../app/workspace/workspace.ts';
import { Problem } from '../../kernel/problem.ts';
import { periodPattern } from '../../model/period.ts';
import { exportPage } from '../../pages/export-page.ts';
import { renderReport } from '../../pages/report.ts';
import { OrganisationParams, problemResponses, serveApi, ViewQuery } from '../api/api-routes.ts';
import { oneOf, readQuery } from '../asked/query.ts';
import { viewOf } from '../asked/view-of-context.ts';
import { servePage } from '../page-routes.ts';

type Write = (
  workspace: Workspace,
  organisation: string,
  asked: { readonly period: string | undefined; readonly targets: boolean | undefined },
) => Promise<ExportedFile>;

/** Every file that can be taken out, by the last part of its address. */
const files: ReadonlyMap<string, Write> = new Map<string, Write>([
  ...(['appendix', 'advice', 'plan'] as const).flatMap((what) =>
    exportFormats[what].map((format): [string, Write] => [
      `${what}.${format}`,
      (workspace, organisation, asked) => exportFile(workspace, { what, format, organisation, ...asked }),
    ]),
  ),
  ...(['xlsx', 'docx'] as const).map((format): [string, Write] => [
    `template.${format}`,
    (workspace, organisation, { period }) => template(workspace, { organisation, period, format }),
  ]),
  [
    'report.html',
    async (workspace, organisation, { period }) => ({
      name: `${organisation}-report${period === undefined ? '' : `-${period}`}.html`,
      mediaType: 'text/html; charset=utf-8',
      content: await renderReport(workspace, { organisation, ...(period === undefined ? {} : { period }) }),
    }),
  ],
]);

/** All that can be taken out: the page that lists it, the same for programs, and the files. */
export function exportRoutes(app: FastifyInstance, workspace: Workspace): void {
  servePage(app, workspace, {
    path: '/export',
    address: ({ links, view }) => links.page('export', { ...view, factors: {} }),
    html: async ({ context }) => exportPage(context, await exportList(workspace, viewOf(context))),
  });
  serveApi(app, {
    path: '/organisations/:organisation/exports',
    operationId: 'listExports',
    summary: 'All that can be taken out, with what each holds, for whom, and what is left out.',
    params: OrganisationParams,
    query: Type.Object(
      { period: Type.Optional(ViewQuery.properties.period) },
      { additionalProperties: false },
    ),
    response: ExportList,
    problems: [400, 404, 422, 503],
    answer: ({ view }) => exportList(workspace, view),
  });
  const schema = {
    operationId: 'exportFile',
    summary:
      'A file to take out: the appendix for a committee, advice, the plan, a report in one file, or a form to enter a return in.',
    tags: ['files'],
    params: Type.Object(
      {
        ...OrganisationParams.properties,
        file: Type.String({ maxLength: 100, description: `One of ${[...files.keys()].join(', ')}.` }),
      },
      { additionalProperties: false },
    ),
    querystring: Type.Object(
      {
        period: Type.Optional(
          Type.String({
            pattern: periodPattern,
            description:
              'Of an appendix that of its scores, of advice, a plan and a report that of its targets, of a form that to be scored; the latest unless said.',
          }),
        ),
        targets: Type.Optional(
          Type.Union([Type.Literal('yes'), Type.Literal('no')], {
            description: 'Of an appendix: whether it has targets; unless said, where its return is closed.',
          }),
        ),
      },
      { additionalProperties: false },
    ),
    response: {
      200: {
        description: 'The file.',
        content: Object.fromEntries(
          [...Object.values(mediaTypes), 'text/html'].map((type) => [
            type.split(';')[0] ?? type,
            { schema: {} },
          ]),
        ),
      },
      ...problemResponses([400, 404, 422, 503]),
    },
  };
  app.get<{ Params: { organisation: string; file: string } }>(
    '/api/v1/organisations/:organisation/export/:file',
    { schema },
    async (request, reply) => {
      const { organisation, file } = request.params;
      const write = files.get(file);
      if (write === undefined) throw unknownFile(file);
      const query = readQuery(request.query, ['period', 'targets'], false);
      const targets = oneOf(query, 'targets', ['yes', 'no']);
      const { name, mediaType, content } = await write(workspace, organisation, {
        period: query.period,
        targets: targets === null ? undefined : targets === 'yes',
      });
      return reply
        .type(mediaType)
        .header('content-disposition', `attachment; filename="${name}"`)
        .send(typeof content === 'string' ? content : Buffer.from(content));
    },
  );
}

function unknownFile(seen: string): Problem {
  return new Problem('UNKNOWN_PAGE', {
    seen,
    allowed: [...files.keys()].join(', '),
    repair: 'Name one of these files.',
  });
}
