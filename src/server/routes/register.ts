import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { shownPanels } from '../../app/panel/shown-panels.ts';
import { findRegistered } from '../../app/register/find-registered.ts';
import { listRegistered, type RegisterAsk } from '../../app/register/list-registered.ts';
import { panelJoinsOf } from '../../app/register/panel-joins-of.ts';
import { PanelJoinsReport } from '../../app/register/panel-joins-report.ts';
import { neighboursForms, organisationsForms } from '../../app/register/published-forms.ts';
import { RegisterList } from '../../app/register/register-list.ts';
import { registerSources } from '../../app/register/register-sources.ts';
import { RegisteredReport } from '../../app/register/registered-report.ts';
import type { Workspace } from '../../app/workspace/workspace.ts';
import { panelJoinsPage } from '../../pages/panel-joins-page.ts';
import { panelJoinsAddress, registerAddress, registeredAddress } from '../../pages/register-address.ts';
import { registerPage } from '../../pages/register-page.ts';
import { registeredPage } from '../../pages/registered-page.ts';
import { serveApi } from '../api/api-routes.ts';
import { oneOf, type ReadQuery, readQuery, wholeNumberOf } from '../asked/query.ts';
import { sendPage } from '../page-routes.ts';

const filters = ['find', 'type', 'region', 'ended', 'page'] as const;
const shown = { schema: { hide: true }, config: { keeps: true } };
const text = (description: string) => Type.Optional(Type.String({ maxLength: 100, description }));
const oneName = (name: string, description: string) =>
  Type.Object({ [name]: Type.String({ maxLength: 200, description }) }, { additionalProperties: false });

/** The register of organisations: all of it, one of them, and how a panel is joined to it. */
export function registerRoutes(app: FastifyInstance, workspace: Workspace): void {
  app.get('/register', shown, async (request, reply) => {
    const ask = askOf(readQuery(request.query, filters, false));
    const address = registerAddress(ask);
    if (address !== request.url) return reply.redirect(address, 302);
    const { panels } = shownPanels(workspace);
    const forms = [...organisationsForms(), ...neighboursForms()];
    return sendPage(reply, registerPage(await listRegistered(workspace, ask), ask, { panels, forms }));
  });
  app.get<{ Params: { registered: string } }>(
    '/register/organisations/:registered',
    shown,
    async (request, reply) => {
      readQuery(request.query, [], false);
      const report = await findRegistered(workspace, request.params.registered);
      const address = registeredAddress(report.code);
      if (address !== request.url) return reply.redirect(address, 302);
      return sendPage(reply, registeredPage(report, registerSources(workspace).neighbours !== null));
    },
  );
  app.get<{ Params: { panel: string } }>('/register/panels/:panel', shown, async (request, reply) => {
    readQuery(request.query, [], false);
    const { panel: id } = request.params;
    const report = await panelJoinsOf(workspace, id);
    const panel = shownPanels(workspace).panels.find((one) => one.id === report.panel);
    if (panel === undefined) throw new Error(`the panel ${id} went away`);
    const address = panelJoinsAddress(panel.id);
    if (address !== request.url) return reply.redirect(address, 302);
    return sendPage(reply, panelJoinsPage(report, panel, registerSources(workspace).organisations !== null));
  });
  serveApi(app, {
    path: '/register',
    operationId: 'listRegister',
    summary:
      'The organisations of the register, narrowed and a hundred at a time, and where its lists are from.',
    tag: 'panels',
    query: Type.Object(
      {
        find: text('A part of a name or code, also a former one, whatever the case.'),
        type: text('A type, as the list names it.'),
        region: text('A region, as the list names it.'),
        ended: Type.Optional(Type.Literal('yes', { description: 'yes: those that ended are listed too.' })),
        page: Type.Optional(
          Type.String({ pattern: '^[1-9]\\d{0,5}$', description: 'Which hundred of them; 1 unless said.' }),
        ),
      },
      { additionalProperties: false },
    ),
    filters,
    response: RegisterList,
    problems: [400, 503],
    answer: ({ filters: others }) => listRegistered(workspace, askOf({ others })),
  });
  serveApi(app, {
    path: '/register/organisations/:registered',
    operationId: 'getRegistered',
    summary: 'An organisation of the register: its codes and names, predecessors, successors and neighbours.',
    tag: 'panels',
    params: oneName('registered', 'Any of the codes and names of an organisation.'),
    response: RegisteredReport,
    problems: [400, 404, 503],
    answer: ({ params }) => findRegistered(workspace, params.registered),
  });
  serveApi(app, {
    path: '/register/panels/:panel',
    operationId: 'getPanelJoins',
    summary: 'How the organisations of a panel are joined to the register, and which could not be.',
    tag: 'panels',
    params: oneName('panel', 'The id of a panel.'),
    response: PanelJoinsReport,
    problems: [400, 404, 409, 503],
    answer: ({ params }) => panelJoinsOf(workspace, params.panel),
  });
}

function askOf(query: Pick<ReadQuery, 'others'>): RegisterAsk {
  const { find, type, region } = query.others;
  return {
    ...{ find, type, region },
    ended: oneOf(query, 'ended', ['yes']) === 'yes',
    page: wholeNumberOf(query, 'page', 'Give the number of a page.') ?? undefined,
  };
}
