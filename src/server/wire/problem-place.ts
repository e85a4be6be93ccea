import type { FastifyRequest } from 'fastify';
import { listOrganisations } from '../../app/workspace/organisations.ts';
import type { Workspace } from '../../app/workspace/workspace.ts';
import { type Problem, problemCatalogue } from '../../kernel/problem.ts';
import { type PageName, pageNames } from '../../pages/frame/links.ts';
import { pageTitle } from '../../pages/frame/navigation.ts';
import type { PageContext } from '../../pages/frame/page-context.ts';
import { factorPrefix } from '../../pages/frame/view-state.ts';
import type { ProblemLink, ProblemPlace } from '../../pages/problem-page.ts';
import { pageContext } from '../asked/page-view.ts';

/** Where a problem is told: among the pages of its organisation, with what was typed, and where to go on. */
export function problemPlace(request: FastifyRequest, problem: Problem, workspace: Workspace): ProblemPlace {
  const [path = '/', query = ''] = request.url.split('?');
  const [, id = '', page = ''] = path.split('/');
  // What comes before the gate knows of nobody.
  const known = (request.person?.visitor.role ?? null) !== null;
  const context = known ? contextOf(workspace, id) : null;
  const name = context === null ? undefined : pageNames.find((each) => each === page);
  const { method } = request;
  const refusal = request.refusal ?? null;
  const faults = method === 'GET' && refusal === null ? faultsIn(new URLSearchParams(query), problem) : [];
  const steps = [
    ...(refusal === null || request.is404 || path === '/' ? [] : [link('Go back to the form', request.url)]),
    ...(faults.length === 0 ? [] : [link('Show the page without it', without(path, query, faults))]),
    ...(context === null ? startLinks(workspace, known, problem) : nearby(context, name, path, problem)),
  ];
  return {
    context,
    active: problem.code === 'UNKNOWN_PAGE' ? null : (name ?? null),
    inAddress: faults.flatMap((fault) => {
      const value = new URLSearchParams(query).get(fault);
      return value === null ? [] : [`${fault}=${value}`.slice(0, 120)];
    }),
    typed: typedIn(refusal?.fields ?? {}),
    links: steps.filter(({ href }, at) => steps.findIndex((one) => one.href === href) === at),
  };
}

function contextOf(workspace: Workspace, id: string): PageContext | null {
  try {
    return workspace.records.organisations().some((each) => each.id === id)
      ? pageContext(workspace, id)
      : null;
  } catch {
    // A page about a workspace or rules that cannot be used does without them.
    return null;
  }
}

/** The names of a query that a problem is about; all of them where it is about the address and says no name. */
function faultsIn(query: URLSearchParams, { code, detail }: Problem): readonly string[] {
  if (problemCatalogue[code].status >= 500 || query.size === 0) return [];
  const { place = '', seen = '' } = detail;
  const names = [...new Set(query.keys())];
  const said = place.replace(/^query(string)?, /, '');
  const direct = names.filter((name) => [said, factorPrefix + said, factorPrefix + seen].includes(name));
  if (direct.length > 0) return direct;
  return names.filter((name) => seen !== '' && query.get(name) === seen);
}

function without(path: string, query: string, names: readonly string[]): string {
  const rest = [...new URLSearchParams(query)].filter(([name]) => !names.includes(name));
  return rest.length === 0 ? path : `${path}?${new URLSearchParams(rest)}`;
}

function nearby(
  { links, periods }: PageContext,
  name: PageName | undefined,
  path: string,
  { code }: Problem,
): readonly ProblemLink[] {
  const home: PageName = periods.length === 0 ? 'assessments' : 'overview';
  const asked = code === 'UNKNOWN_OBJECTIVE' ? 'objectives' : name;
  return [...(asked === undefined ? [] : [asked]), home].flatMap((each) =>
    links.page(each) === path ? [] : [link(`Go to ${pageTitle(each)}`, links.page(each))],
  );
}

/** Where nothing is known of an organisation: those that there are, or the start page. */
function startLinks(workspace: Workspace, known: boolean, { code }: Problem): readonly ProblemLink[] {
  const there = known && code === 'UNKNOWN_ORGANISATION' ? listOrganisations(workspace) : [];
  return [
    ...there
      .slice(0, 5)
      .map(({ id, name, periods }) => link(name, periods.length === 0 ? `/${id}/assessments` : `/${id}`)),
    ...(known && code === 'UNKNOWN_ORGANISATION' ? [link('Import a return', '/import')] : []),
    link('Go to the start page', '/'),
  ];
}

/** What was typed into the fields of a form that its page cannot show again. */
function typedIn(fields: Readonly<Record<string, string>>) {
  const hidden = ['form', 'version', 'rows', 'shown', 'by', 'objective', 'id', 'then'];
  return Object.entries(fields).flatMap(([name, value]) =>
    value.trim() === '' || hidden.includes(name) ? [] : [{ name, value }],
  );
}

function link(text: string, href: string): ProblemLink {
  return { text, href };
}
