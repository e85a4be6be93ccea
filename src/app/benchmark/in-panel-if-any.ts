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
  'PANEL_UNDECIDED',
  'WORKSPACE_BUSY',
  'DUCKDB_MISSING',
];

/**
 * Work on the one panel that an organisation can be compared with, for a figure beside another answer; null where there
 * is none, where there are several and none is the usual, or where it cannot be used: the answer then stands without it.
 * @param wanted the id of a panel; then it must fit
 * @throws Problem UNKNOWN_ORGANISATION; those of the pack and of the work; as `choosePanel` does where one is wanted
 */
export async function inPanelIfAny<T>(
  workspace: Workspace,
  id: string,
  wanted: string | null,
  work: (view: PanelView) => Promise<T | null>,
): Promise<T | null> {
  const organisation = workspace.records.organisation(id);
  if (wanted !== null)
    return withPanelView(workspace, choosePanel(workspace, organisation, wanted), organisation, work);
  try {
    const panel = choosePanel(workspace, organisation, null);
    return await withPanelView(workspace, panel, organisation, work);
  } catch (thrown) {
    if (thrown instanceof Problem && noPanel.includes(thrown.code)) return null;
    throw thrown;
  }
}
