import type { PageContext } from '../frame/page-context.ts';
import { factorStateWords } from './words.ts';

/** The circumstances that a view sets, in the pack's order. */
export function whatIfsOf(
  context: PageContext,
): readonly { readonly name: string; readonly state: string }[] {
  return context.factors.flatMap(({ id, name }) => {
    const state = context.view.factors[id];
    return state === undefined ? [] : [{ name, state: factorStateWords[state] }];
  });
}
