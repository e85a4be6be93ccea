import type { Links, PageName } from './links.ts';

/** One page in the navigation. */
export interface NavigationItem {
  readonly text: string;
  readonly href: string;
  readonly current: boolean;
}

/** Pages of one purpose, under a heading. */
export interface NavigationGroup {
  readonly title: string;
  readonly items: readonly NavigationItem[];
}

const names: Readonly<Record<PageName, string>> = {
  overview: 'Overview',
  assessments: 'This year',
  objectives: 'Objectives',
  capped: 'Capped',
  targets: 'Targets',
  plan: 'Plan',
  trends: 'Trends',
  benchmark: 'Benchmark',
  review: 'Review',
  unlock: 'Unlock',
  circumstances: 'Circumstances',
  challenges: 'Challenge list',
  import: 'Import',
  export: 'Export',
  pack: 'Committee pack',
  rules: 'Rule book',
  about: 'About the data',
};

const usedMost: readonly PageName[] = [
  'overview',
  'assessments',
  'objectives',
  'capped',
  'targets',
  'plan',
  'trends',
  'benchmark',
];

const others: readonly { readonly title: string; readonly pages: readonly PageName[] }[] = [
  { title: 'Look closer', pages: ['review', 'unlock', 'circumstances', 'challenges'] },
  { title: 'In and out', pages: ['import', 'export', 'pack'] },
  { title: 'What it rests on', pages: ['rules', 'about'] },
];

/** What a page is called in the navigation. */
export function pageTitle(page: PageName): string {
  return names[page];
}

/** The navigation of an organisation's page: what is used most at once, the rest in groups behind one step. */
export function navigationOf(
  links: Links,
  active: PageName | null,
): {
  readonly navigation: readonly NavigationItem[];
  readonly more: readonly NavigationGroup[];
  /** The name of the page where it is one of the rest; else null. */
  readonly inMore: string | null;
} {
  const item = (page: PageName) => ({
    text: names[page],
    href: links.page(page),
    current: page === active,
  });
  return {
    navigation: usedMost.map(item),
    more: others.map(({ title, pages }) => ({ title, items: pages.map(item) })),
    inMore: active === null || usedMost.includes(active) ? null : names[active],
  };
}
