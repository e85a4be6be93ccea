import { objectives } from '../counts/objectives.ts';
import { organisations } from '../counts/organisations.ts';
import type { OpenPanel } from '../panel/open-panel.ts';
import { sharedDecisions } from './shared-decisions.ts';

/**
 * Decides of every objective of a panel what all viewers may be told, so that it is kept when they ask; of a public
 * panel nothing is to be decided.
 * @param told how many objectives are done, of how many
 */
export async function decidePanel(open: OpenPanel, told: (done: number, of: number) => void): Promise<void> {
  if (open.panel.access === 'public') return;
  const members = await organisations(open);
  const all = await objectives(open);
  for (const [index, objective] of all.entries()) {
    await sharedDecisions(open, members, objective);
    told(index + 1, all.length);
  }
}
