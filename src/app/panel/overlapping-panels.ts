import { panelFolder } from '../../benchmark/panel/panel-folder.ts';
import { registerFolder } from '../../benchmark/register/register-files.ts';
import { sharedAnswers } from '../../benchmark/register/shared-answers.ts';
import type { Panel } from '../../model/panel.ts';
import { registerSources } from '../register/register-sources.ts';
import { heldPanels } from './held-panels.ts';
import { type PanelWorkspace, panelsFolder } from './panel-house.ts';

const compared = new Map<string, string | null>();

/**
 * Sentences about confidential panels of one standard that have scores of the same organisations in the same period:
 * by the codes and names that the register has of them, else as their files name them. Each is guarded by itself, so who
 * sees figures of both can tell more than either may. Invented panels are passed over, and those that cannot be read,
 * which give no figures either.
 * @param id only those of one panel
 */
export async function overlappingPanels(
  workspace: Pick<PanelWorkspace, 'folder'>,
  id: string | null = null,
): Promise<readonly string[]> {
  const guarded = heldPanels(workspace).panels.filter(
    ({ access, invented }) => access === 'confidential' && !invented,
  );
  const { organisations } = registerSources(workspace);
  const found: string[] = [];
  for (const [at, one] of guarded.entries())
    for (const other of guarded.slice(at + 1)) {
      if (one.framework !== other.framework || (id !== null && one.id !== id && other.id !== id)) continue;
      if (!one.periods.some((period) => other.periods.includes(period))) continue;
      const key = `${panelsFolder(workspace)} ${one.id} ${one.version} ${other.id} ${other.version} ${organisations?.sha256 ?? ''}`;
      try {
        const known = compared.get(key);
        const sentence = known === undefined ? await sentenceOf(workspace, one, other) : known;
        compared.set(key, sentence);
        if (sentence !== null) found.push(sentence);
      } catch {
        // `panel check` says what is wrong with a panel.
      }
    }
  return found;
}

async function sentenceOf(
  workspace: Pick<PanelWorkspace, 'folder'>,
  one: Panel,
  other: Panel,
): Promise<string | null> {
  const shared = await sharedAnswers(
    [one.id, other.id].map((id) => panelFolder(panelsFolder(workspace), id)),
    registerFolder(workspace.folder),
  );
  if (shared.length === 0) return null;
  const where = shared.map(({ period, organisations }) => `${organisations} in ${period}`).join(', ');
  return `${one.id} and ${other.id} are both confidential and have scores of the same organisations: ${where}. Each is guarded by itself, so the difference between their figures can tell what a few organisations answered. Put the rows into one panel and take the other away (panel export, panel add, panel remove), or keep them in two workspaces whose figures nobody sees both of.`;
}
