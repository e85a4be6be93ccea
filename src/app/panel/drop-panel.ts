import { removePanel } from '../../benchmark/panel/remove-panel.ts';
import { type PanelWorkspace, panelsFolder } from './panel-house.ts';

/** Takes a panel out of a workspace, with all its rows. @throws Problem UNKNOWN_PANEL, WORKSPACE_BUSY */
export function dropPanel(workspace: Pick<PanelWorkspace, 'folder'>, id: string): void {
  removePanel(panelsFolder(workspace), id);
}
