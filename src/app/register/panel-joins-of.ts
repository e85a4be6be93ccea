import { openPanel } from '../../benchmark/panel/open-panel.ts';
import { panelFolder } from '../../benchmark/panel/panel-folder.ts';
import { panelJoins } from '../../benchmark/register/panel-joins.ts';
import { registerFolder } from '../../benchmark/register/register-files.ts';
import { panelsFolder } from '../panel/panel-house.ts';
import type { Workspace } from '../workspace/workspace-interface.ts';
import type { PanelJoinsReport } from './panel-joins-report.ts';

/**
 * How the organisations of a panel are joined to the register of a workspace, for who holds the panel.
 * @throws Problem UNKNOWN_PANEL; those of opening it
 */
export async function panelJoinsOf(
  workspace: Pick<Workspace, 'folder'>,
  id: string,
): Promise<PanelJoinsReport> {
  const folder = panelFolder(panelsFolder(workspace), id);
  const { panel, database, close } = await openPanel(folder, { register: registerFolder(workspace.folder) });
  try {
    const joins = await panelJoins(database);
    return {
      ...{ schema: 1, panel: id, invented: panel.invented, organisations: joins.length },
      joined: joins.filter(({ found }) => found === 'joined').length,
      continued: joins
        .filter(({ organisation, standsAs }) => organisation !== standsAs)
        .map(({ organisation, standsAs }) => ({ organisation, standsAs })),
      notJoined: joins.flatMap(({ organisation, found, candidates }) =>
        found === 'joined' ? [] : [{ organisation, found, candidates }],
      ),
    };
  } finally {
    close();
  }
}
