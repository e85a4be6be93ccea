import { addToPanel, type PanelAddition } from '../../benchmark/panel/add-to-panel.ts';
import type { PanelReport } from '../../model/panel-report.ts';
import { type PanelWorkspace, panelHouse } from './panel-house.ts';

/**
 * Adds the rows of files to a panel of a workspace, which is made where it is not there: all of them, or none.
 * @throws Problem those of `addToPanel`
 */
export async function addPanelFiles(
  workspace: PanelWorkspace,
  addition: PanelAddition,
): Promise<PanelReport> {
  return addToPanel(panelHouse(workspace), addition);
}
