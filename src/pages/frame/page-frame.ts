import { advisedPeriods } from '../../app/workspace/view-of.ts';
import { carriedWords } from '../parts/carried-words.ts';
import { whatIfsOf } from '../parts/what-ifs-of.ts';
import type { PageName } from './links.ts';
import { dependsOnView } from './links.ts';
import { type NavigationGroup, type NavigationItem, navigationOf } from './navigation.ts';
import type { PageContext } from './page-context.ts';
import { printFoot } from './print-foot.ts';
import { stylesheet } from './stylesheet.ts';
import { plainView, type ViewState } from './view-state.ts';

/** What stands round the content of a page. */
export interface PageFrame {
  readonly title: string;
  readonly stylesheet: string;
  /** Null where the page is of no organisation. */
  readonly organisation: string | null;
  /** The pages that are used most. */
  readonly navigation: readonly NavigationItem[];
  /** The other pages, by what they are for. */
  readonly more: readonly NavigationGroup[];
  /** The name of the page where it is one of the other pages; else null. */
  readonly inMore: string | null;
  /** The periods that targets can be for, latest first; empty where there is one, or the page does not differ by it. */
  readonly periods: readonly { readonly text: string; readonly href: string; readonly current: boolean }[];
  /** What an example says of itself; null for an organisation of the user's own. */
  readonly example: string | null;
  readonly ownReturn: string;
  /** The circumstances set for a what-if; null if there are none. */
  readonly whatIfs: readonly { readonly name: string; readonly state: string }[] | null;
  readonly withoutWhatIfs: string;
  /** What is kept from the page of targets for the way back to it; null where there is nothing. */
  readonly carried: { readonly words: string; readonly href: string } | null;
  readonly provenance: string | null;
  /** What stands at the foot of every printed page; null where the page is of no organisation. */
  readonly printFoot: string | null;
  /** Where every rule is in plain English; null where there is no such page. */
  readonly rules: string | null;
}

/**
 * The frame of an organisation's page; `active` is the page or the one that it belongs to, and `address` gives its own
 * address for another view.
 */
export function pageFrame(
  context: PageContext,
  active: PageName,
  name: string,
  address: (view: ViewState) => string = (view) => context.links.page(active, view),
): PageFrame {
  const { organisation, framework, pack, links, view, periods } = context;
  const whatIfs = whatIfsOf(context);
  return {
    title: `${name} – ${organisation.name} – Headroom`,
    stylesheet: stylesheet().path,
    organisation: organisation.name,
    ...navigationOf(links, active),
    periods: dependsOnView(active) ? periodLinks(context, address) : [],
    example: organisation.example,
    ownReturn: '/import',
    whatIfs: whatIfs.length === 0 || !dependsOnView(active) ? null : whatIfs,
    withoutWhatIfs: address({ ...view, factors: plainView.factors }),
    carried:
      context.carried === undefined
        ? null
        : { words: carriedWords(context.carried), href: links.page('targets') },
    provenance: `${[organisation.name, ...(periods.length === 0 ? [] : [periods.join(' and ')])].join(', ')}. ${framework.name}. Rules: version ${pack.version}, ${pack.sha256.slice(0, 12)}.`,
    printFoot: printFoot(context, name, dependsOnView(active) ? address(view) : null),
    rules: links.rules,
  };
}

function periodLinks({ periods, view }: PageContext, address: (view: ViewState) => string) {
  const advised = advisedPeriods(periods.map((period) => ({ period }))).toReversed();
  if (advised.length < 2) return [];
  const [usual] = advised;
  return advised.map((period) => ({
    text: period,
    href: address({ ...view, period: period === usual ? null : period }),
    current: period === (view.period ?? usual),
  }));
}

/** The frame of a page that says what is wrong within an organisation; `active` is the page that was asked for, null for none. */
export function problemFrame(context: PageContext, active: PageName | null, name: string): PageFrame {
  const { organisation, links } = context;
  return {
    ...bareFrame(name),
    title: `${name} – ${organisation.name} – Headroom`,
    organisation: organisation.name,
    ...navigationOf(links, active),
    example: organisation.example,
    ownReturn: '/import',
  };
}

/** The frame of a page that is of no organisation. */
export function bareFrame(name: string): PageFrame {
  return {
    title: `${name} – Headroom`,
    stylesheet: stylesheet().path,
    organisation: null,
    navigation: [],
    more: [],
    inMore: null,
    periods: [],
    example: null,
    ownReturn: '',
    whatIfs: null,
    withoutWhatIfs: '',
    carried: null,
    provenance: null,
    printFoot: null,
    rules: null,
  };
}
