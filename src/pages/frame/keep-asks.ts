import { serverLinks } from './links.ts';
import type { PageContext } from './page-context.ts';

/**
 * A context whose links keep what is asked of a plan, so that it is not lost on the way; see `serverLinks`.
 * @param shown whether the page shows what is asked; one that does not says that it is kept
 */
export function keepAsks(
  context: PageContext,
  asks: Readonly<Record<string, string>>,
  shown = true,
): PageContext {
  const { organisation, view } = context;
  return {
    ...context,
    links: serverLinks(organisation.id, view, asks),
    ...(shown || Object.keys(asks).length === 0 ? {} : { carried: asks }),
  };
}
