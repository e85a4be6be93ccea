import { bareFrame } from './page-frame.ts';
import { renderTemplate } from './template.ts';

/** What the start page lists of an organisation. */
export interface ListedOrganisation {
  readonly id: string;
  readonly name: string;
  readonly example: string | null;
  readonly periods: readonly string[];
}

/** The start page where the workspace holds several organisations, or none yet. */
export function organisationsPage(organisations: readonly ListedOrganisation[]): string {
  return renderTemplate('organisations.njk', {
    frame: bareFrame('Organisations'),
    page: { organisations },
    h: 1,
  });
}
