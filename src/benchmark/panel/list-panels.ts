import { asProblem } from '../../kernel/problem.ts';
import type { Panel } from '../../model/panel.ts';
import { heldPanel } from './held-panel.ts';
import { panelIds } from './panel-ids.ts';

/** The panels of a workspace, in order of id. */
export interface PanelList {
  readonly panels: readonly Panel[];
  /** Those that cannot be used, and why. */
  readonly broken: readonly { readonly id: string; readonly why: string }[];
}

/** Every panel in a folder; of its rows none is read. */
export function listPanels(folder: string): PanelList {
  const panels: Panel[] = [];
  const broken: { readonly id: string; readonly why: string }[] = [];
  for (const id of panelIds(folder)) {
    try {
      const panel = heldPanel(folder, id);
      if (panel !== null) panels.push(panel);
    } catch (thrown) {
      broken.push({ id, why: asProblem(thrown).message });
    }
  }
  return { panels, broken };
}
