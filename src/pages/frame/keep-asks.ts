import type { PageContext } from './page-context.ts';

/**
 * A context whose links to the pages that understand what is asked of a plan keep it, so that it is not lost on the way:
 * to the targets and the committee pack always, to the plan where officer-days are said. A link that says its own view
 * or filters is as it says.
 */
export function keepAsks(context: PageContext, asks: Readonly<Record<string, string>>): PageContext {
  const { links } = context;
  const keeping = asks['days'] === undefined ? ['targets', 'pack'] : ['targets', 'pack', 'plan'];
  return {
    ...context,
    links: {
      ...links,
      page: (name, view, filters) =>
        view === undefined && filters === undefined && keeping.includes(name)
          ? links.page(name, context.view, asks)
          : links.page(name, view, filters),
    },
  };
}
