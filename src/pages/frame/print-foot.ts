import { dayWords } from '../../model/day-words.ts';
import { whatIfsOf } from '../parts/what-ifs-of.ts';
import type { PageContext } from './page-context.ts';
import { factorPrefix } from './view-state.ts';

/** Names of an address that say nothing of what is shown. */
const notShown: readonly string[] = ['period', 'kept', 'by', 'return'];

/**
 * What stands at the foot of every printed page: organisation, page, periods, what of it is shown, what is supposed,
 * framework, version of the rules, and the day. @param address the page's own for its view; null where it has no views
 */
export function printFoot(context: PageContext, name: string, address: string | null): string {
  const { organisation, periods, framework, pack, view, today } = context;
  const supposed = address === null ? [] : whatIfsOf(context).map(({ name: of, state }) => `${of}: ${state}`);
  const asked = new URLSearchParams(address?.split('#')[0]?.split('?')[1] ?? '');
  const shown = [...asked].flatMap(([of, value]) =>
    notShown.includes(of) || context.carried?.[of] !== undefined || of.startsWith(factorPrefix)
      ? []
      : [`${of} ${value}`],
  );
  const targets = address === null || view.period === null ? '' : `; targets for ${view.period}`;
  return [
    `${organisation.name}: ${name.replace(/^Error: /, '')}.`,
    ...(periods.length === 0 ? [] : [`Returns: ${periods.join(', ')}${targets}.`]),
    ...(shown.length === 0 ? [] : [`Shown: ${shown.join('; ')}.`]),
    ...(supposed.length === 0 ? [] : [`What if: ${supposed.join(', ')}.`]),
    `${framework.name}, rules version ${pack.version}, ${pack.sha256.slice(0, 12)}.`,
    `${dayWords(today)}.`,
  ].join(' ');
}
