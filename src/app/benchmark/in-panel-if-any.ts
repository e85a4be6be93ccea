import { Problem, type ProblemCode } from '../../kernel/problem.ts';
import type { Workspace } from '../workspace/workspace-interface.ts';
import { choosePanel } from './choose-panel.ts';
import { type PanelView, withPanelView } from './panel-view.ts';

/** What stands in the way of a figure about others, but not of what it would stand beside. */
const noPanel: readonly ProblemCode[] = [
  'UNKNOWN_PANEL',
  'UNKNOWN_PERIOD',
  'BAD_VALUE',
  'INVENTED_AND_REAL',
  'PANEL_BROKEN',
  'WORKSPACE_BUSY',
  'DUCKDB_MISSING',
];

/**
 * Work on the one panel that an organisation can be compared with, for a figure beside another answer; null where there
 * is none, where there are several, or where it cannot be used: the answer then stands without it.
 * @throws Problem UNKNOWN_ORGANISATION; those of the pack and of the work
 */
export async function inPanelIfAny<T>(
  workspace: Workspace,
  id: string,
  work: (view: PanelView) => Promise<T | null>,
): Promise<T | null> {
  const organisation = workspace.records.organisation(id);
  try {
    const panel = choosePanel(workspace, organisation, null);
    return await withPanelView(workspace, panel, organisation, work);
  } catch (thrown) {
    if (thrown instanceof Problem && noPanel.includes(thrown.code)) return null;
    throw thrown;
  }
}
