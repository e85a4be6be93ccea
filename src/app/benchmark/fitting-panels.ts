import { usualPanels } from '../../benchmark/panel/usual-panels.ts';
import { isInvented } from '../../model/invented.ts';
import type { Organisation } from '../../model/organisation.ts';
import type { Panel } from '../../model/panel.ts';
import { heldPanels } from '../panel/held-panels.ts';
import { panelsFolder } from '../panel/panel-house.ts';
import type { Workspace } from '../workspace/workspace-interface.ts';

/** The panels that an organisation can be compared with. */
export interface FittingPanels {
  /** In order of id. */
  readonly fitting: readonly Panel[];
  /** The one that is taken where none is named: the only one, or the one that was said to be; null for neither. */
  readonly taken: Panel | null;
}

/** The panels of an organisation's standard, of real organisations for a real one and of invented ones for an invented one. */
export function fittingPanels(
  workspace: Pick<Workspace, 'folder'>,
  organisation: Pick<Organisation, 'framework' | 'example'>,
): FittingPanels {
  const fitting = heldPanels(workspace).panels.filter(
    ({ framework, invented }) =>
      framework === organisation.framework && invented === isInvented(organisation),
  );
  if (fitting.length < 2) return { fitting, taken: fitting[0] ?? null };
  const usual = usualPanels(panelsFolder(workspace));
  return { fitting, taken: fitting.find(({ id }) => usual.includes(id)) ?? null };
}
