import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { explainObjective } from '../../app/advice/explain.ts';
import { ObjectiveExplanation } from '../../app/advice/objective-explanation.ts';
import { objectivePeers } from '../../app/benchmark/objective-peers.ts';
import { listObjectives } from '../../app/objectives/list-objectives.ts';
import { type ObjectiveFilter, ObjectiveList } from '../../app/objectives/objective-list.ts';
import type { Workspace } from '../../app/workspace/workspace.ts';
import { objectivePage } from '../../pages/objective-page.ts';
import { objectivesAddress, objectivesPage } from '../../pages/objectives-page.ts';
import { circumstancePatterns, OrganisationParams, serveApi, ViewQuery } from '../api/api-routes.ts';
import { numberOf } from '../asked/objective-number.ts';
import { oneOf, type ReadQuery } from '../asked/query.ts';
import { viewOf } from '../asked/view-of-context.ts';
import { servePage } from '../page-routes.ts';

const filters = ['section', 'stance', 'capped', 'cause', 'find', 'sort'] as const;
const text = (description: string) => Type.Optional(Type.String({ maxLength: 100, description }));
const ListQuery = Type.Object(
  {
    ...ViewQuery.properties,
    section: text('The id of a section.'),
    stance: text('A stance: finish, advance, hold or open.'),
    capped: text('now, later or no.'),
    cause: text('The id of a cause that sets the ceiling.'),
    find: text('Words that all stand in name, description and comments together, whatever their case.'),
    sort: text('score, score-high, headroom, target or target-high; by number unless said.'),
  },
  { additionalProperties: false, patternProperties: circumstancePatterns },
);

/** The list of objectives, and each of them. */
export function objectivesRoutes(app: FastifyInstance, workspace: Workspace): void {
  servePage(app, workspace, {
    path: '/objectives',
    carriesAsks: true,
    filters,
    address: (context, query) => objectivesAddress(context, filterOf(query)),
    html: async ({ context }, query) =>
      objectivesPage(context, await listObjectives(workspace, viewOf(context), filterOf(query))),
  });
  serveApi(app, {
    path: '/organisations/:organisation/objectives',
    operationId: 'listObjectives',
    summary: 'The objectives with score, ceiling and target, narrowed, sorted, and searched for words.',
    params: OrganisationParams,
    query: ListQuery,
    filters,
    response: ObjectiveList,
    problems: [400, 404, 422, 503],
    answer: ({ view, filters: others }) => listObjectives(workspace, view, filterOf({ others })),
  });
  servePage(app, workspace, {
    path: '/objectives/:objective',
    carriesAsks: true,
    address: ({ links }, _query, { params }) => links.objective(numberOf(params.objective)),
    html: async ({ context }, _query, { params }) =>
      objectivePage(
        context,
        await explainObjective(workspace, viewOf(context), numberOf(params.objective)),
        await objectivePeers(workspace, context.organisation.id, numberOf(params.objective)),
      ),
  });
  serveApi(app, {
    path: '/organisations/:organisation/objectives/:objective',
    operationId: 'explainObjective',
    summary: 'One objective with every word that its ceiling and target rest on.',
    params: Type.Object(
      {
        ...OrganisationParams.properties,
        objective: Type.String({ pattern: '^\\d{1,6}$', description: 'The number of an objective.' }),
      },
      { additionalProperties: false },
    ),
    query: ViewQuery,
    response: ObjectiveExplanation,
    problems: [400, 404, 422, 503],
    answer: ({ view, params }) => explainObjective(workspace, view, numberOf(params.objective)),
  });
}

function filterOf(query: Pick<ReadQuery, 'others'>): ObjectiveFilter {
  const { section = null, cause = null, find } = query.others;
  const words = find?.replace(/\s+/g, ' ').trim() ?? '';
  return {
    section,
    cause,
    stance: oneOf(query, 'stance', ['finish', 'advance', 'hold', 'open']),
    capped: oneOf(query, 'capped', ['now', 'later', 'no']),
    sort: oneOf(query, 'sort', ['score', 'score-high', 'headroom', 'target', 'target-high']),
    find: words === '' ? null : words,
  };
}
