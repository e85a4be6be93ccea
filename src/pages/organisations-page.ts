import { isInvented } from '../model/invented.ts';
import { bareFrame } from './frame/page-frame.ts';
import { renderTemplate } from './frame/template.ts';

/** What the start page lists of an organisation. */
export interface ListedOrganisation {
  readonly id: string;
  readonly name: string;
  readonly example: string | null;
  readonly periods: readonly string[];
}

/** Organisations of the user's own first, then examples, then what is invented. */
function rank(one: ListedOrganisation): number {
  if (one.example === null) return 0;
  return isInvented(one) ? 2 : 1;
}

/** The start page where the workspace holds several organisations, or none yet. */
export function organisationsPage(organisations: readonly ListedOrganisation[]): string {
  return renderTemplate('organisations.njk', {
    frame: bareFrame('Organisations'),
    page: { organisations: organisations.toSorted((a, b) => rank(a) - rank(b)) },
    h: 1,
  });
}
