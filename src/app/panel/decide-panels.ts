import { decidePanel } from '../../benchmark/disclosure/decide-panel.ts';
import { listPanels } from '../../benchmark/panel/list-panels.ts';
import { type OpenPanel, openPanel } from '../../benchmark/panel/open-panel.ts';
import { panelFolder } from '../../benchmark/panel/panel-folder.ts';
import { registerFolder } from '../../benchmark/register/register-files.ts';
import type { Effects } from '../../kernel/effects.ts';
import { asProblem } from '../../kernel/problem.ts';
import type { Pack } from '../../pack/pack.ts';
import type { Workspace } from '../workspace/workspace-interface.ts';
import { panelsFolder } from './panel-house.ts';

/** What of a workspace deciding needs. */
type Deciding = Pick<Workspace, 'folder' | 'effects' | 'pack'>;

/** A larger panel is decided when somebody first asks. */
const mostRows = 1_000_000;

/** After how many milliseconds it is said how far it is, and how often. */
const patience = 1000;

/**
 * Decides what viewers may be told of some panels, or of all of a workspace, so that the first who asks need not wait.
 * It tells how far it is where it takes over a second. Where it cannot be done, that is told too, and whoever asks waits.
 */
export async function decidePanels(workspace: Deciding, ids: readonly string[] | null = null): Promise<void> {
  const { effects } = workspace;
  const due = listPanels(panelsFolder(workspace)).panels.filter(
    ({ id, access, rows }) =>
      access === 'confidential' && rows <= mostRows && (ids === null || ids.includes(id)),
  );
  for (const { id, framework } of due) {
    try {
      await decideHeldPanel(workspace, id, workspace.pack(framework));
    } catch (thrown) {
      effects.log(
        `What may be told of the panel ${id} could not be decided yet: ${asProblem(thrown).message}`,
      );
    }
  }
}

/** Decides what viewers may be told of one panel. @throws Problem those of opening it */
export async function decideHeldPanel(
  { folder, effects }: Pick<Deciding, 'folder' | 'effects'>,
  id: string,
  { framework }: Pick<Pack, 'framework'>,
): Promise<void> {
  const open = await openPanel(panelFolder(panelsFolder({ folder }), id), {
    register: registerFolder(folder),
    // Decisions rest on the levels of the standard too, and are kept for whoever opens the panel with the same.
    levels: framework.levels.map(({ level }) => level),
  });
  try {
    await decideOpenPanel(open, effects);
  } finally {
    open.close();
  }
}

/** Decides what viewers may be told of an open panel, and tells how far it is where that takes over a second. */
export async function decideOpenPanel(open: OpenPanel, { log }: Pick<Effects, 'log'>): Promise<void> {
  let last = performance.now();
  await decidePanel(open, (done, of) => {
    if (performance.now() - last < patience) return;
    last = performance.now();
    log(`Working out what may be told of the panel ${open.panel.id}: ${done} of ${of} objectives`);
  });
}
