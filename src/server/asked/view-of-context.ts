import type { ViewOf } from '../../app/workspace/view-of.ts';
import type { PageContext } from '../../pages/frame/page-context.ts';

/** A page's view as the use cases take it. */
export function viewOf({ organisation, view }: PageContext): ViewOf {
  const { period, factors } = view;
  return { organisation: organisation.id, factors, ...(period === null ? {} : { period }) };
}
