import { Problem } from '../../kernel/problem.ts';
import type { Panel } from '../../model/panel.ts';
import { heldPanel } from './held-panel.ts';
import { panelIds } from './panel-ids.ts';
import { visibleText } from './visible-text.ts';

/** What is known of a panel that is there. @throws Problem UNKNOWN_PANEL that lists those that there are; PANEL_BROKEN */
export function takePanel(panels: string, id: string): Panel {
  const known = panelIds(panels);
  const held = known.includes(id) ? heldPanel(panels, id) : null;
  if (held !== null) return held;
  throw new Problem('UNKNOWN_PANEL', {
    seen: visibleText(id) || 'nothing',
    allowed: known.length === 0 ? 'none yet' : known.join(', '),
    repair: 'Give the id of one of these, or add files with `panel add`.',
  });
}
