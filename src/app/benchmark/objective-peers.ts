import { compare } from '../../benchmark/figures/compare.ts';
import { inventedLabel } from '../../model/invented.ts';
import type { Workspace } from '../workspace/workspace-interface.ts';
import { inPanelIfAny } from './in-panel-if-any.ts';
import { ownScores } from './own-scores.ts';
import { usualLook } from './usual-look.ts';

/** One objective beside all organisations of a panel, in a sentence. */
export interface ObjectivePeers {
  readonly panel: string;
  readonly period: string;
  /** Says that all of it is invented; null for real scores. */
  readonly label: string | null;
  readonly sentence: string;
}

/**
 * How others scored on an objective in the latest period that the panel and the organisation share; null without a panel
 * that fits, with several, and for an objective that the panel's standard does not have.
 * @throws Problem UNKNOWN_ORGANISATION; those of the pack
 */
export async function objectivePeers(
  workspace: Workspace,
  id: string,
  objective: number,
): Promise<ObjectivePeers | null> {
  return inPanelIfAny(workspace, id, async (view) => {
    const { panel } = view;
    const { period } = usualLook(workspace, id, panel.id);
    const { framework, benchmark: rules } = workspace.pack(panel.framework);
    const scores = ownScores(workspace, id, view, period);
    const answer = {
      objective,
      ...(await scores.of(objective)),
      release: await view.distribution('all', period, objective),
    };
    const group = { kind: 'all' as const, name: 'all organisations' };
    const { objectives } = compare({ framework, rules, group, period, answers: [answer] });
    const found = objectives.find((each) => each.objective === objective);
    if (found === undefined) return null;
    const label = panel.invented ? inventedLabel : null;
    return { panel: panel.name, period, label, sentence: found.sentence };
  });
}
