import { join } from 'node:path';
import type { PanelHouse } from '../../benchmark/panel/add-to-panel.ts';
import type { Workspace } from '../workspace/workspace-interface.ts';

/** What of a workspace panels need. */
export type PanelWorkspace = Pick<Workspace, 'folder' | 'effects' | 'frameworks' | 'pack'>;

/** The folder of a workspace that holds its panels. */
export function panelsFolder({ folder }: Pick<Workspace, 'folder'>): string {
  return join(folder, 'panels');
}

/** Where the panels of a workspace lie, and the packs that their rows are checked against. */
export function panelHouse(workspace: PanelWorkspace): PanelHouse {
  return {
    panels: panelsFolder(workspace),
    frameworks: workspace.frameworks(),
    rules: workspace.pack,
    now: workspace.effects.now,
  };
}
