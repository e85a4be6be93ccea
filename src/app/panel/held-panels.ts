import { type Static, Type } from 'typebox';
import { listPanels } from '../../benchmark/panel/list-panels.ts';
import type { Frozen } from '../../kernel/schema.ts';
import { Panel } from '../../model/panel.ts';
import { type PanelWorkspace, panelsFolder } from './panel-house.ts';

/** The panels of a workspace. */
export const HeldPanels = Type.Object(
  {
    schema: Type.Literal(1),
    panels: Type.Array(Panel, { description: 'In order of id.' }),
    broken: Type.Array(Type.Object({ id: Type.String(), why: Type.String() }), {
      description: 'Those that cannot be used, and why.',
    }),
  },
  { additionalProperties: false },
);
export type HeldPanels = Frozen<Static<typeof HeldPanels>>;

/** Every panel of a workspace; none of its rows is read. */
export function heldPanels(workspace: Pick<PanelWorkspace, 'folder'>): HeldPanels {
  return { schema: 1, ...listPanels(panelsFolder(workspace)) };
}
