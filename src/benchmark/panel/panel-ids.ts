import { existsSync, readdirSync } from 'node:fs';
import { Problem } from '../../kernel/problem.ts';
import { isPanelId } from './panel-folder.ts';
import { recoverPanel } from './replace-panel.ts';

/** The ids of the panels in a folder, in order, those among them that are damaged; none where the folder is not there. */
export function panelIds(panels: string): readonly string[] {
  if (!existsSync(panels)) return [];
  for (const name of readdirSync(panels)) {
    const id = name.startsWith('.old-') ? name.slice('.old-'.length) : '';
    if (isPanelId(id)) recoverUnlessBusy(panels, id);
  }
  return readdirSync(panels).filter(isPanelId).toSorted();
}

/** What another program is changing right now needs no recovery: that program puts it in its place. */
function recoverUnlessBusy(panels: string, id: string): void {
  try {
    recoverPanel(panels, id);
  } catch (thrown) {
    if (!(thrown instanceof Problem && thrown.code === 'WORKSPACE_BUSY')) throw thrown;
  }
}
