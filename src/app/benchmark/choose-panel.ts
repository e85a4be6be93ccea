import { refuseInvented } from '../../benchmark/invent/refuse-invented.ts';
import { takePanel } from '../../benchmark/panel/take-panel.ts';
import { Problem } from '../../kernel/problem.ts';
import { isInvented } from '../../model/invented.ts';
import type { Organisation } from '../../model/organisation.ts';
import type { Panel } from '../../model/panel.ts';
import { heldPanels } from '../panel/held-panels.ts';
import { panelsFolder } from '../panel/panel-house.ts';
import type { Workspace } from '../workspace/workspace-interface.ts';

/**
 * The panel that an organisation is compared with: the one asked for, else the only one of its framework. A real
 * organisation is compared with real ones and an invented one with invented ones, so others do not count.
 * @throws Problem UNKNOWN_PANEL where there is none; BAD_VALUE where there are several, or it is of another framework;
 *   INVENTED_AND_REAL; PANEL_BROKEN
 */
export function choosePanel(
  workspace: Pick<Workspace, 'folder'>,
  organisation: Organisation,
  wanted: string | null,
): Panel {
  if (wanted !== null) {
    const panel = takePanel(panelsFolder(workspace), wanted);
    if (panel.framework !== organisation.framework)
      throw new Problem('BAD_VALUE', {
        place: `the panel ${panel.id}`,
        seen: `scores in ${panel.framework}`,
        allowed: `scores in ${organisation.framework}, the standard that ${organisation.id} uses`,
        repair: 'Choose a panel of the same standard; headroom panel list shows what there is.',
      });
    refuseInvented(panel, organisation);
    return panel;
  }
  const { panels, broken } = heldPanels(workspace);
  const same = panels.filter(({ framework }) => framework === organisation.framework);
  const fitting = same.filter(({ invented }) => invented === isInvented(organisation));
  const [only, ...others] = fitting;
  if (only !== undefined && others.length === 0) return only;
  if (only !== undefined)
    throw new Problem('BAD_VALUE', {
      place: 'panel',
      seen: 'none named, and there are several',
      allowed: fitting.map(({ id }) => id).join(', '),
      repair: 'Say which one: --panel ID, or ?panel=ID in the address.',
    });
  const [unlike] = same;
  if (unlike !== undefined) refuseInvented(unlike, organisation);
  throw new Problem('UNKNOWN_PANEL', {
    place: organisation.id,
    seen:
      broken.length === 0
        ? `no panel of scores in ${organisation.framework}`
        : `no panel of scores in ${organisation.framework} that can be used (${broken.map(({ id }) => id).join(', ')} cannot)`,
    repair:
      'Ask the body that gathers scores for its file, and add it: headroom panel add FILE --panel ID. To look around, invent one: headroom panel generate.',
  });
}
