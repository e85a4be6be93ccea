import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from '../../kernel/problem.ts';
import { settleFolder, unsettledNames } from '../../kernel/replace-folder.ts';
import { isPanelId } from './panel-folder.ts';

/** The ids of the panels in a folder, in order, those among them that are damaged; none where the folder is not there. */
export function panelIds(panels: string): readonly string[] {
  if (!existsSync(panels)) return [];
  for (const id of unsettledNames(readdirSync(panels)).filter(isPanelId)) settleUnlessBusy(join(panels, id));
  return readdirSync(panels).filter(isPanelId).toSorted();
}

/** What another program is changing right now needs no recovery: that program puts it in its place. */
function settleUnlessBusy(folder: string): void {
  try {
    settleFolder(folder);
  } catch (thrown) {
    if (!(thrown instanceof Problem && thrown.code === 'WORKSPACE_BUSY')) throw thrown;
  }
}
