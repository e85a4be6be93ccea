import { checkPanel } from '../../benchmark/panel/check-panel.ts';
import { panelIds } from '../../benchmark/panel/panel-ids.ts';
import type { PanelCheck } from '../../model/panel-check.ts';
import { type PanelWorkspace, panelsFolder } from './panel-house.ts';

/**
 * Reads every row of a panel again, or of all panels of a workspace, and drops what was worked out from one that is damaged.
 * @throws Problem UNKNOWN_PANEL, DUCKDB_MISSING, PACK_BROKEN
 */
export async function checkPanels(workspace: PanelWorkspace, id: string | null): Promise<PanelCheck> {
  const folder = panelsFolder(workspace);
  const panels: PanelCheck['panels'][number][] = [];
  for (const each of id === null ? panelIds(folder) : [id]) {
    const damage = await checkPanel(folder, each, workspace.pack);
    panels.push({ id: each, state: damage.length === 0 ? 'sound' : 'damaged', damage });
  }
  return { schema: 1, panels };
}
