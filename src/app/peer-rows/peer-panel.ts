import { Problem } from '../../kernel/problem.ts';
import type { Organisation } from '../../model/organisation.ts';
import type { Panel } from '../../model/panel.ts';
import { choosePanel } from '../benchmark/choose-panel.ts';
import type { Workspace } from '../workspace/workspace-interface.ts';

const reasons = {
  UNKNOWN_PANEL: 'There is nobody to compare with: no panel that can be used is held.',
  INVENTED_AND_REAL:
    'There is nobody to compare with: what is real and what is invented are not compared, and no other panel is held.',
} as const;

/**
 * The panel that a chart compares with, or a sentence that says why there is none where none was asked for: a page
 * with charts stands without a panel.
 * @throws Problem as `choosePanel` does where a panel was asked for; BAD_VALUE where there are several
 */
export function peerPanel(
  workspace: Workspace,
  organisation: Organisation,
  wanted: string | null,
): { readonly panel: Panel; readonly why: '' } | { readonly panel: null; readonly why: string } {
  try {
    return { panel: choosePanel(workspace, organisation, wanted), why: '' };
  } catch (thrown) {
    if (wanted !== null || !(thrown instanceof Problem)) throw thrown;
    if (thrown.code !== 'UNKNOWN_PANEL' && thrown.code !== 'INVENTED_AND_REAL') throw thrown;
    return { panel: null, why: reasons[thrown.code] };
  }
}
