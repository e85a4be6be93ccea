import { panelIds } from './panel-ids.ts';
import { discardPanel } from './replace-panel.ts';
import { takePanel } from './take-panel.ts';

/** Takes a panel away with all its rows, also one that is damaged. @throws Problem UNKNOWN_PANEL, WORKSPACE_BUSY */
export function removePanel(panels: string, id: string): void {
  if (!panelIds(panels).includes(id)) takePanel(panels, id);
  discardPanel(panels, id);
}
