import { takePanel } from '../../benchmark/panel/take-panel.ts';
import { keepUsualPanels, usualPanels } from '../../benchmark/panel/usual-panels.ts';
import type { Panel } from '../../model/panel.ts';
import { heldPanels } from './held-panels.ts';
import { type PanelWorkspace, panelsFolder } from './panel-house.ts';

/**
 * Says that a panel is taken where several of its standard fit and none is named: one of real organisations, and one of
 * invented ones, for each standard.
 * @throws Problem UNKNOWN_PANEL, PANEL_BROKEN, FILE_UNWRITABLE
 */
export function usePanel(workspace: Pick<PanelWorkspace, 'folder'>, id: string): Panel {
  const folder = panelsFolder(workspace);
  const panel = takePanel(folder, id);
  const { panels } = heldPanels(workspace);
  const kept = usualPanels(folder).filter((each) => {
    const held = panels.find((one) => one.id === each);
    return held !== undefined && (held.framework !== panel.framework || held.invented !== panel.invented);
  });
  keepUsualPanels(folder, [...kept, id].toSorted());
  return panel;
}
