import { plainView, queryOf, type ViewState } from './view-state.ts';

/** The pages of an organisation, as they stand in the address; the overview is at the organisation itself. */
export const pageNames = [
  'overview',
  'assessments',
  'objectives',
  'capped',
  'targets',
  'plan',
  'trends',
  'benchmark',
  'review',
  'unlock',
  'circumstances',
  'challenges',
  'import',
  'export',
  'rules',
  'pack',
  'about',
] as const;
export type PageName = (typeof pageNames)[number];

const sameForEveryView: readonly PageName[] = [
  'assessments',
  'trends',
  'benchmark',
  'circumstances',
  'challenges',
  'import',
  'rules',
  'about',
];

/** Whether a page differs by period and circumstances. */
export function dependsOnView(page: PageName): boolean {
  return !sameForEveryView.includes(page);
}

/** Where things are: on the server other pages, in the report other places of the same page. */
export interface Links {
  readonly page: (
    name: PageName,
    view?: ViewState,
    filters?: Readonly<Record<string, string | null>>,
  ) => string;
  readonly objective: (number: number, view?: ViewState) => string;
  /** Where any objective of a section is, and any objective: addresses with `{}` for the id. */
  readonly any: { readonly section: string; readonly objective: string };
  /** The criteria and the evidence of an objective, for the return of a period (null for the latest); null where there is no such page. */
  readonly criteria: (number: number, period: string | null) => string | null;
  /** Where every rule is in plain English; null where there is no such page. */
  readonly rules: string | null;
  /** Where circumstances are recorded; null where there is no such page. */
  readonly circumstances: string | null;
  /** Where a file to take out is, such as `appendix.docx`; null where there is none. */
  readonly exported: (file: string) => string | null;
  /** Where one is set beside others, in a period and group; null where there is no such page. */
  readonly benchmark: (filters?: Readonly<Record<string, string | null>>) => string | null;
  /** Which panels are held; null where there is no such page. */
  readonly panels: string | null;
  /** By which lists organisations are put into groups; null where there is no such page. */
  readonly register: string | null;
  /** Null where a picture cannot be downloaded. */
  readonly chart: (
    dashboard: string,
    extension: string,
    filters?: Readonly<Record<string, string>>,
  ) => string | null;
}

/** Pages that show what is asked of a plan. */
const showAsks: readonly PageName[] = ['targets', 'pack', 'plan'];

/** Pages that do not, and keep it in their address for the way back. */
const carryAsks: readonly PageName[] = ['overview', 'objectives', 'capped', 'unlock'];

/**
 * Links between pages of the server, each with the view as it is unless told.
 * @param asks what is asked of a plan: kept on the way to and between the pages that are on a way back to it, to the plan
 * itself where officer-days are said; a link that says another view is as it says, and so is one with filters to a page that shows it
 */
export function serverLinks(
  organisation: string,
  view: ViewState,
  asks: Readonly<Record<string, string>> = {},
): Links {
  return {
    page(name, of, filters) {
      const path = name === 'overview' ? `/${organisation}` : `/${organisation}/${name}`;
      if (!dependsOnView(name)) return path;
      const shown =
        showAsks.includes(name) && of === undefined && filters === undefined
          ? name !== 'plan' || asks['days'] !== undefined
          : carryAsks.includes(name) && (of ?? view) === view;
      return path + queryOf(of ?? view, shown ? { ...filters, ...asks } : filters);
    },
    any: {
      section: `/${organisation}/objectives${queryOf(view, { section: '{}', ...asks }).replace('%7B%7D', '{}')}`,
      objective: `/${organisation}/objectives/{}${queryOf(view, asks)}`,
    },
    objective: (number, of = view) =>
      `/${organisation}/objectives/${number}${queryOf(of, of === view ? asks : {})}`,
    criteria: (number, period) =>
      `/${organisation}/objectives/${number}/criteria${period === null ? '' : `?${new URLSearchParams({ return: period })}`}`,
    rules: `/${organisation}/rules`,
    benchmark: (filters = {}) => `/${organisation}/benchmark${queryOf(plainView, filters)}`,
    panels: '/panels',
    register: '/register',
    circumstances: `/${organisation}/circumstances`,
    exported: (file) => `/api/v1/organisations/${organisation}/export/${file}`,
    chart(dashboard, extension, filters = {}) {
      const query = new URLSearchParams({ organisation });
      const rest = queryOf(view, filters).slice(1);
      return `/charts/${dashboard}.${extension}?${query}${rest === '' ? '' : `&${rest}`}`;
    },
  };
}

/** Links inside the one-file report: whatever is not in it has no link of its own and leads to its part. */
export const reportLinks: Links = {
  page: (name) => `#${name}`,
  objective: (number) => `#objective-${number}`,
  any: { section: '#objectives', objective: '#objective-{}' },
  criteria: () => null,
  rules: null,
  benchmark: () => null,
  panels: null,
  register: null,
  circumstances: null,
  exported: () => null,
  chart: () => null,
};
