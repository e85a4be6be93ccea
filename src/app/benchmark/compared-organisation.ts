import { asProblem, Problem } from '../../kernel/problem.ts';
import { inventedLabel } from '../../model/invented.ts';
import type { Organisation } from '../../model/organisation.ts';
import type { Panel } from '../../model/panel.ts';
import { heldPanels } from '../panel/held-panels.ts';
import type { Workspace } from '../workspace/workspace-interface.ts';
import { choosePanel } from './choose-panel.ts';
import { fittingPanels } from './fitting-panels.ts';
import { publicMember } from './panel-view.ts';

/** Who is compared, and with which panel. */
export interface ComparedOrganisation {
  /** Of one that only a panel has: as the panel calls it. */
  readonly organisation: Organisation;
  readonly panel: Panel;
  /** Others that it could be compared with. */
  readonly otherPanels: readonly Panel[];
}

/**
 * An organisation of the workspace with the panel that it is compared with; else one that a public panel has, by any of
 * its codes and names, with that panel. Its scores are public, so it may be looked at like any other. Of a confidential
 * panel nobody is found so.
 * @param wanted the id of a panel; the one that fits unless said
 * @throws Problem UNKNOWN_ORGANISATION; BAD_VALUE where several public panels have it; as `choosePanel` does
 */
export async function comparedOrganisation(
  workspace: Workspace,
  id: string,
  wanted: string | null,
): Promise<ComparedOrganisation> {
  const held = workspace.records.organisations().find((each) => each.id === id);
  if (held !== undefined) {
    const panel = choosePanel(workspace, held, wanted);
    const { fitting } = fittingPanels(workspace, held);
    return { organisation: held, panel, otherPanels: fitting.filter((each) => each.id !== panel.id) };
  }
  const found = await members(workspace, id, wanted);
  const [only, ...others] = found;
  if (only === undefined) throw unknown(workspace, id);
  if (others.length === 0) return only;
  throw new Problem('BAD_VALUE', {
    place: 'panel',
    seen: `none named, and several have ${id}`,
    allowed: found.map(({ panel }) => panel.id).join(', '),
    repair: 'Say which one: --panel ID, or ?panel=ID in the address.',
  });
}

async function members(
  workspace: Workspace,
  id: string,
  wanted: string | null,
): Promise<readonly ComparedOrganisation[]> {
  const found: ComparedOrganisation[] = [];
  for (const panel of heldPanels(workspace).panels) {
    if (panel.access !== 'public' || (wanted !== null && panel.id !== wanted)) continue;
    if (!workspace.frameworks().includes(panel.framework)) continue;
    const name = await publicMember(workspace, panel, id);
    if (name === null) continue;
    const { framework, invented } = panel;
    const organisation = { id: name, name, framework, example: invented ? inventedLabel : null };
    found.push({ organisation, panel, otherPanels: [] });
  }
  return found;
}

/** As the records say it, and where else it was looked for. */
function unknown(workspace: Workspace, id: string): unknown {
  try {
    return workspace.records.organisation(id);
  } catch (thrown) {
    const { detail } = asProblem(thrown);
    return new Problem('UNKNOWN_ORGANISATION', {
      ...detail,
      repair:
        'Check the id, or import a document for it first. An organisation of a public panel can be named as the panel has it; none has this one.',
    });
  }
}
