import { objectives } from '../counts/objectives.ts';
import { organisations } from '../counts/organisations.ts';
import type { OpenPanel } from '../panel/open-panel.ts';
import { decidedFrom } from './decided-from.ts';
import { isKept } from './kept-file.ts';

/** Whether what all viewers may be told of a panel is kept already, so that nobody waits for it; of a public panel nothing is to be decided. */
export async function isDecided(open: OpenPanel): Promise<boolean> {
  if (open.panel.access === 'public' || open.kept === undefined) return true;
  const key = decidedFrom(open, await organisations(open));
  const { folder } = open.kept;
  return (await objectives(open)).every((objective) =>
    isKept({ folder, name: `objective-${objective}`, key }),
  );
}
