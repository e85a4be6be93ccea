import { exportPanel, type PanelExport } from '../../benchmark/panel/export-panel.ts';
import type { Panel } from '../../model/panel.ts';
import { type PanelWorkspace, panelsFolder } from './panel-house.ts';

/**
 * Writes every row of a panel to a new file, for its holder.
 * @throws Problem UNKNOWN_PANEL, PANEL_BROKEN, FILE_EXISTS, FILE_UNWRITABLE, DUCKDB_MISSING
 */
export async function writePanel(
  workspace: Pick<PanelWorkspace, 'folder'>,
  request: PanelExport,
): Promise<Panel> {
  return exportPanel(panelsFolder(workspace), request);
}
