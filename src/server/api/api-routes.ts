import type { FastifyInstance } from 'fastify';
import { type TSchema, Type } from 'typebox';
import type { ViewOf } from '../../app/workspace/view-of.ts';
import { settableFactorStates } from '../../model/factor.ts';
import { periodPattern } from '../../model/period.ts';
import { readQuery } from '../asked/query.ts';
import { ProblemDocument, problemType } from '../wire/problem-reply.ts';
import { hideCycles } from './cyclic-schemas.ts';

/** The organisation in an address. */
export const OrganisationParams = Type.Object(
  { organisation: Type.String({ description: 'The id of an organisation.', maxLength: 100 }) },
  { additionalProperties: false },
);

/** Circumstances in a query, by the pattern of their names. */
export const circumstancePatterns = {
  '^factor\\.[a-z0-9-]+$': Type.Union(
    settableFactorStates.map((state) => Type.Literal(state)),
    { description: 'A circumstance, for a what-if.' },
  ),
};

/** The query of what differs by period and circumstances. */
export const ViewQuery = Type.Object(
  {
    period: Type.Optional(
      Type.String({
        pattern: periodPattern,
        description: 'The period that targets are for; the one after the latest assessment unless said.',
      }),
    ),
  },
  { additionalProperties: false, patternProperties: circumstancePatterns },
);

/** The panel in a query, for how often peers made a step. */
export const panelAsked = Type.Optional(
  Type.String({
    description:
      'Whose peers are asked how often they made a step, by the id of a panel; the one that fits unless said.',
    maxLength: 100,
  }),
);

/** A query that takes nothing. */
export const NoQuery = Type.Object({}, { additionalProperties: false });

/** One JSON answer of `/api/v1`. */
export interface ApiRoute {
  readonly path: string;
  readonly operationId: string;
  readonly summary: string;
  /** `headroom` unless said. */
  readonly tag?: string;
  readonly params?: TSchema;
  readonly query?: TSchema;
  /** The names of the query beside the view's. */
  readonly filters?: readonly string[];
  readonly response: TSchema;
  readonly problems: readonly number[];
  /** Whether its answers are kept as long as nothing changes; they are unless said. */
  readonly keeps?: boolean;
  /** The version of a row that an answer is about, which is its entity tag; that of its content unless said. */
  readonly version?: (answer: unknown) => number;
  readonly answer: (asked: {
    readonly view: ViewOf;
    readonly params: Params;
    readonly filters: Readonly<Record<string, string>>;
  }) => Promise<unknown> | unknown;
}

interface Params {
  readonly organisation: string;
  readonly objective: string;
  readonly framework: string;
  readonly registered: string;
  readonly panel: string;
}

/** Answers JSON, checked on the way in by its schemas and documented by all of them. */
export function serveApi(app: FastifyInstance, route: ApiRoute): void {
  const { path, operationId, summary, params, query = NoQuery, filters = [], response, problems } = route;
  const schema = {
    operationId,
    summary,
    tags: [route.tag ?? 'headroom'],
    ...(params === undefined ? {} : { params }),
    querystring: query,
    response: {
      200: { description: summary, ...jsonContent(hideCycles(response)) },
      ...problemResponses(problems),
    },
  };
  const config = { keeps: route.keeps ?? true };
  app.get<{ Params: Params }>(`/api/v1${path}`, { schema, config }, async (request, reply) => {
    const { organisation } = request.params;
    const { period, factors, others } = readQuery(request.query, filters);
    const view = { organisation, factors, ...(period === undefined ? {} : { period }) };
    const answer = await route.answer({ view, params: request.params, filters: others });
    if (route.version !== undefined) reply.header('etag', `"${route.version(answer)}"`);
    return reply.type('application/json; charset=utf-8').send(answer);
  });
}

/** What an address can answer when it cannot do what is asked, by status; 401, 403, 421 and 500 can come from any. */
export function problemResponses(statuses: readonly number[]) {
  return Object.fromEntries(
    [...new Set([...statuses, 401, 403, 421, 500])]
      .toSorted()
      .map((status) => [
        status,
        { description: 'A problem, with its code.', content: { [problemType]: { schema: ProblemDocument } } },
      ]),
  );
}

/** The content of an answer in JSON. */
export function jsonContent(schema: unknown) {
  return { content: { 'application/json': { schema } } };
}
