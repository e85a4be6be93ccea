import { type HeldPanels, heldPanels } from './held-panels.ts';
import type { PanelWorkspace } from './panel-house.ts';

/** The panels of a workspace as others than the holder see them: not which files a confidential one was made from. */
export function shownPanels(workspace: Pick<PanelWorkspace, 'folder'>): HeldPanels {
  const { panels, ...more } = heldPanels(workspace);
  return {
    ...more,
    panels: panels.map((panel) => (panel.access === 'public' ? panel : { ...panel, parts: [] })),
  };
}
