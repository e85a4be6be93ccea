import { discardFolder } from '../../kernel/replace-folder.ts';
import { panelFolder } from './panel-folder.ts';
import { panelIds } from './panel-ids.ts';
import { takePanel } from './take-panel.ts';

/** Takes a panel away with all its rows, also one that is damaged. @throws Problem UNKNOWN_PANEL, WORKSPACE_BUSY */
export function removePanel(panels: string, id: string): void {
  if (!panelIds(panels).includes(id)) takePanel(panels, id);
  discardFolder(panelFolder(panels, id));
}
