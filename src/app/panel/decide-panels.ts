import { decidePanel } from '../../benchmark/disclosure/decide-panel.ts';
import { listPanels } from '../../benchmark/panel/list-panels.ts';
import { openPanel } from '../../benchmark/panel/open-panel.ts';
import { panelFolder } from '../../benchmark/panel/panel-folder.ts';
import { registerFolder } from '../../benchmark/register/register-files.ts';
import { asProblem } from '../../kernel/problem.ts';
import type { Workspace } from '../workspace/workspace-interface.ts';
import { panelsFolder } from './panel-house.ts';

/** A larger panel is decided objective by objective when somebody first asks. */
const mostRows = 1_000_000;

/** After how many milliseconds it is said how far it is, and how often. */
const patience = 1000;

/**
 * Decides what viewers may be told of some panels, or of all of a workspace, so that the first who asks need not wait.
 * It tells how far it is where it takes over a second. Where it cannot be done, that is told too, and whoever asks waits.
 */
export async function decidePanels(
  { folder, effects }: Pick<Workspace, 'folder' | 'effects'>,
  ids: readonly string[] | null = null,
): Promise<void> {
  const panels = panelsFolder({ folder });
  const due = listPanels(panels).panels.filter(
    ({ id, access, rows }) =>
      access === 'confidential' && rows <= mostRows && (ids === null || ids.includes(id)),
  );
  for (const { id } of due) {
    try {
      await decideOne({ folder, effects }, id);
    } catch (thrown) {
      effects.log(
        `What may be told of the panel ${id} could not be decided yet: ${asProblem(thrown).message}`,
      );
    }
  }
}

async function decideOne(
  { folder, effects }: Pick<Workspace, 'folder' | 'effects'>,
  id: string,
): Promise<void> {
  let last = performance.now();
  const open = await openPanel(panelFolder(panelsFolder({ folder }), id), {
    register: registerFolder(folder),
  });
  try {
    await decidePanel(open, (done, of) => {
      if (performance.now() - last < patience) return;
      last = performance.now();
      effects.log(`Deciding what may be told of the panel ${id}: ${done} of ${of} objectives`);
    });
  } finally {
    open.close();
  }
}
