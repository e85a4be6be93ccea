import type { Evaluation } from '../../engine/evaluate.ts';
import { evaluated } from '../workspace/evaluations.ts';
import { resolveView, type ViewOf } from '../workspace/view-of.ts';
import type { Workspace } from '../workspace/workspace.ts';

/**
 * Targets and ceilings of an organisation for a period, with what they were made from.
 * @throws Problem UNKNOWN_ORGANISATION, UNKNOWN_PERIOD, UNKNOWN_FACTOR, BAD_VALUE, TOO_FEW_PERIODS; those of the pack
 */
export async function advise(workspace: Workspace, view: ViewOf): Promise<Evaluation> {
  return evaluated(workspace, resolveView(workspace, view).input);
}
