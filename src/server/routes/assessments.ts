import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type TSchema, Type } from 'typebox';
import type { Workspace } from '../../app/workspace/workspace.ts';
import { setAgreedStandard } from '../../app/year/agreed-standard.ts';
import { closeYear, reopenYear } from '../../app/year/close-year.ts';
import { DiscardedYear, discardYear } from '../../app/year/discard-year.ts';
import { enteredRow, enterRow, undoRow } from '../../app/year/enter-row.ts';
import { openYear } from '../../app/year/open-year.ts';
import { YearReport } from '../../app/year/year-report.ts';
import { yearReport } from '../../app/year/year-report-of.ts';
import { longestCell } from '../../model/cell-text.ts';
import { HeldRow, RowChange } from '../../model/held-row.ts';
import { periodPattern } from '../../model/period.ts';
import { jsonContent, OrganisationParams, problemResponses } from '../api/api-routes.ts';
import { numberOf } from '../asked/objective-number.ts';
import { readQuery } from '../asked/query.ts';
import { IfMatch, seenVersion, versionProblem } from '../forms/seen-version.ts';

const closed = { additionalProperties: false };
const text = (maxLength: number, description: string) => Type.String({ maxLength, description });
const by = text(100, 'Who does it.');
const version = Type.Integer({ minimum: 0, description: 'The version that you have seen; or If-Match.' });
const period = Type.String({ pattern: periodPattern, description: 'The period of the assessment.' });
const YearParams = Type.Object({ ...OrganisationParams.properties, period }, closed);
const RowParams = Type.Object(
  {
    ...YearParams.properties,
    objective: Type.String({ pattern: '^\\d{1,6}$', description: 'The number of an objective.' }),
  },
  closed,
);
const bodies = {
  signed: Type.Object({ by }, closed),
  row: Type.Object(
    {
      score: Type.Optional(text(20, 'Such as "2" or "2/3"; not scored without it.')),
      notApplicable: Type.Optional(
        text(longestCell, 'Why it is not applicable, in place of score and text.'),
      ),
      text: Type.Optional(text(longestCell * 2, 'Comment and action, as the cell of the document has them.')),
      version: Type.Optional(version),
      by,
    },
    closed,
  ),
  undo: Type.Object({ version: Type.Optional(version), by }, closed),
  close: Type.Object(
    {
      incomplete: Type.Optional(Type.Boolean({ description: 'Although objectives have no score.' })),
      by,
    },
    closed,
  ),
  discard: Type.Object(
    { entered: Type.Optional(Type.Boolean({ description: 'Although rows are entered.' })), by },
    closed,
  ),
  reopen: Type.Object({ reason: text(500, 'Why.'), by }, closed),
  standard: Type.Object(
    {
      level: Type.Union([Type.Integer(), Type.Null()], { description: 'A level; null gives it up.' }),
      agreed: Type.Optional(text(200, 'When it was agreed, such as "November 2021".')),
      by,
    },
    closed,
  ),
};

/** The most bytes of a row: the longest cell, each character as JSON may write it. */
const rowLimit = 12 * longestCell;

interface InYear<Body = unknown> {
  Params: { organisation: string; period: string };
  Body: Body;
}
interface InRow<Body = unknown> {
  Params: { organisation: string; period: string; objective: string };
  Body: Body;
}
interface Signed {
  readonly by: string;
}
interface RowBody extends Signed {
  readonly score?: string;
  readonly notApplicable?: string;
  readonly text?: string;
  readonly version?: number;
}

/** Assessments that are entered by hand, for programs: rows with versions, closing, reopening, discarding, the agreed standard. */
export function assessmentsRoutes(app: FastifyInstance, workspace: Workspace): void {
  const year = '/api/v1/organisations/:organisation/assessments/:period';
  const row = `${year}/rows/:objective`;
  const reads = [400, 404, 422, 503];
  const changes = [400, 403, 404, 409, 413, 415, 422, 503];
  const route = (
    operationId: string,
    summary: string,
    {
      body,
      params = YearParams,
      response = YearReport,
      headers,
    }: { body?: TSchema; params?: TSchema; response?: TSchema; headers?: TSchema },
  ) => ({
    operationId,
    summary,
    tags: ['headroom'],
    params,
    querystring: Type.Object({}, closed),
    ...(body === undefined ? {} : { consumes: ['application/json'], body }),
    ...(headers === undefined ? {} : { headers }),
    response: {
      200: { description: summary, ...jsonContent(response) },
      ...problemResponses(body === undefined ? reads : changes),
    },
  });
  const ofRow = { params: RowParams, response: HeldRow };
  const report = ({ params }: FastifyRequest<InYear>) =>
    yearReport(workspace, params.organisation, params.period);

  app.get<InYear>(
    year,
    { schema: route('getAssessment', 'An assessment as it stands, with what is known from before.', {}) },
    async (request, reply) => {
      readQuery(request.query, [], false);
      return reply.type(json).send(await report(request));
    },
  );
  app.put<InYear<Signed>>(
    year,
    {
      schema: route('openAssessment', 'Opens an assessment, if there is none yet.', { body: bodies.signed }),
    },
    async (request, reply) =>
      reply.type(json).send(await openYear(workspace, { ...request.params, by: request.body.by })),
  );
  app.post<InYear<Signed & { incomplete?: boolean }>>(
    `${year}/close`,
    { schema: route('closeAssessment', 'Closes an assessment.', { body: bodies.close }) },
    async (request, reply) => {
      closeYear(workspace, { ...request.params, ...request.body });
      return reply.type(json).send(await report(request));
    },
  );
  app.post<InYear<Signed & { reason: string }>>(
    `${year}/reopen`,
    { schema: route('reopenAssessment', 'Opens a closed assessment again.', { body: bodies.reopen }) },
    async (request, reply) => {
      reopenYear(workspace, { ...request.params, ...request.body });
      return reply.type(json).send(await report(request));
    },
  );
  app.post<InYear<Signed & { entered?: boolean }>>(
    `${year}/discard`,
    {
      schema: route(
        'discardAssessment',
        'Takes an open assessment away; the journal keeps what was entered.',
        {
          body: bodies.discard,
          response: DiscardedYear,
        },
      ),
    },
    (request, reply) => reply.type(json).send(discardYear(workspace, { ...request.params, ...request.body })),
  );
  app.put<InYear<Signed & { level: number | null; agreed?: string }>>(
    `${year}/standard`,
    {
      schema: route('agreeStandard', 'Keeps the level that is agreed everywhere from this period on.', {
        body: bodies.standard,
      }),
    },
    async (request, reply) => {
      const { organisation, period: from } = request.params;
      const { level, agreed, by: who } = request.body;
      setAgreedStandard(workspace, { organisation, from, level, agreed, by: who });
      return reply.type(json).send(await report(request));
    },
  );
  app.get<InRow>(
    row,
    { schema: route('getRow', 'One row with its version, which is its ETag.', ofRow) },
    (request, reply) => {
      readQuery(request.query, [], false);
      const held = enteredRow(workspace, rowName(request));
      return reply.header('etag', `"${held.version}"`).type(json).send(held);
    },
  );
  app.get<InRow>(
    `${row}/history`,
    {
      schema: route('getRowHistory', 'Every change of one row, oldest first.', {
        ...ofRow,
        response: Type.Array(RowChange),
      }),
    },
    (request, reply) => {
      readQuery(request.query, [], false);
      const name = rowName(request);
      enteredRow(workspace, name);
      return reply
        .type(json)
        .send(workspace.records.rowHistory(name.organisation, name.period, name.objective));
    },
  );
  app.put<InRow<RowBody>>(
    row,
    {
      bodyLimit: rowLimit,
      schema: route(
        'enterRow',
        'Keeps a row that was made from its present version; else 409, with both in `data`.',
        {
          ...ofRow,
          body: bodies.row,
          headers: IfMatch,
        },
      ),
    },
    (request, reply) => {
      const given = { ...rowName(request), ...request.body, version: versionOf(request) };
      const held = enterRow(workspace, given);
      return reply.header('etag', `"${held.version}"`).type(json).send(held);
    },
  );
  app.post<InRow<Signed & { version?: number }>>(
    `${row}/undo`,
    {
      schema: route('undoRow', 'Takes back the last change of a row.', {
        ...ofRow,
        body: bodies.undo,
        headers: IfMatch,
      }),
    },
    (request, reply) => {
      const given = { ...rowName(request), by: request.body.by, version: versionOf(request) };
      const held = undoRow(workspace, given);
      return reply.header('etag', `"${held.version}"`).type(json).send(held);
    },
  );
}

const json = 'application/json; charset=utf-8';

function rowName({ params }: { readonly params: InRow['Params'] }) {
  const { organisation, period: of, objective } = params;
  return { organisation, period: of, objective: numberOf(objective) };
}

/** The version that a change was made from: as If-Match says, else the body. @throws Problem BAD_VALUE */
function versionOf({ headers, body }: FastifyRequest<InRow<{ version?: number }>>): number {
  const seen = seenVersion(headers, body.version);
  if (seen === undefined) throw versionProblem();
  return seen;
}
