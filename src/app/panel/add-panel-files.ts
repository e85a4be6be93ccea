import { addToPanel, type PanelAddition } from '../../benchmark/panel/add-to-panel.ts';
import type { PanelReport } from '../../model/panel-report.ts';
import { decidePanels } from './decide-panels.ts';
import { type PanelWorkspace, panelHouse } from './panel-house.ts';

/**
 * Adds the rows of files to a panel of a workspace, which is made where it is not there: all of them, or none. What may be told of it is
 * decided at once.
 * @throws Problem those of `addToPanel`
 */
export async function addPanelFiles(
  workspace: PanelWorkspace,
  addition: PanelAddition,
): Promise<PanelReport> {
  const report = await addToPanel(panelHouse(workspace), addition);
  if (report.state === 'added') await decidePanels(workspace, [addition.id]);
  return report;
}
