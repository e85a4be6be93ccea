import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Workspace } from '../app/workspace/workspace.ts';
import { keepAsks } from '../pages/frame/keep-asks.ts';
import type { PageName } from '../pages/frame/links.ts';
import type { PageContext } from '../pages/frame/page-context.ts';
import { planAsks } from '../pages/plan-view.ts';
import { type PageView, pageContext, pageView } from './asked/page-view.ts';
import { type ReadQuery, readQuery } from './asked/query.ts';
import { whatIfAsks } from './asked/what-if-controls.ts';

interface InOrganisation {
  Params: { organisation: string; objective?: string };
}
type Request = FastifyRequest<InOrganisation>;

/** A page that differs by period and circumstances. */
export interface ViewPage {
  /** Under the organisation: `''` or such as `/targets`. */
  readonly path: string;
  /** What else the query takes. */
  readonly filters?: readonly string[];
  /** Whether its address keeps what is asked of a plan, for the way back to the targets; false unless said. */
  readonly carriesAsks?: boolean;
  /** Whether it shows a form that was refused; false unless said. */
  readonly showsRefusal?: boolean;
  /** The page's own address for its view, with what is the default left out. @throws Problem BAD_VALUE */
  readonly address: (context: PageContext, query: ReadQuery, request: Request) => string;
  readonly html: (view: PageView, query: ReadQuery, request: Request) => Promise<string>;
}

/** Answers a page at one address for each view: any other way to write it is sent there. */
export function servePage(app: FastifyInstance, workspace: Workspace, page: ViewPage): void {
  app.get<InOrganisation>(
    `/:organisation${page.path}`,
    { schema: { hide: true }, config: { keeps: true, showsRefusal: page.showsRefusal === true } },
    async (request, reply) => {
      const carries = page.carriesAsks === true;
      const query = readQuery(request.query, [...(page.filters ?? []), ...(carries ? planAsks : [])]);
      const seen = await pageView(workspace, request.params.organisation, query);
      const view = carries ? { ...seen, context: carrying(workspace, seen.context, query) } : seen;
      const address = page.address(view.context, query, request);
      if (address !== request.url) return reply.redirect(address, 302);
      return sendPage(reply, await page.html(view, query, request));
    },
  );
}

function carrying(workspace: Workspace, context: PageContext, { others }: ReadQuery): PageContext {
  const { framework } = context;
  const asked = Object.entries(others).filter(([name]) => planAsks.some((one) => one === name));
  const sections = framework.sections.map(({ id }) => id);
  const { levelsAYear } = workspace.pack(framework.id).planning;
  return keepAsks(context, whatIfAsks(Object.fromEntries(asked), sections, levelsAYear), false);
}

/**
 * Answers a page that is the same for every view; its address takes no query.
 * @param keeps whether its answer is kept
 */
export function servePlainPage(
  app: FastifyInstance,
  workspace: Workspace,
  name: PageName,
  html: (context: PageContext) => Promise<string> | string,
  keeps = true,
): void {
  app.get<InOrganisation>(
    `/:organisation/${name}`,
    { schema: { hide: true }, config: { keeps } },
    async (request, reply) => {
      readQuery(request.query, [], false);
      const context = pageContext(workspace, request.params.organisation);
      const address = context.links.page(name);
      if (address !== request.url) return reply.redirect(address, 302);
      return sendPage(reply, await html(context));
    },
  );
}

/** Sends HTML. */
export function sendPage(reply: FastifyReply, html: string): FastifyReply {
  return reply.type('text/html; charset=utf-8').send(html);
}
