import type { ObjectiveMoves } from '../../benchmark/figures/uptake.ts';
import type { GroupKind } from '../../benchmark/peer-group.ts';
import type { Framework } from '../../model/framework.ts';
import type { Uptake } from '../../model/uptake.ts';
import type { PanelView } from './panel-view.ts';

/** How others of a group moved between two periods on every objective of a standard, and the own move. */
export function gatheredMoves(
  view: PanelView,
  { objectives }: Pick<Framework, 'objectives'>,
  kind: GroupKind,
  { from, to }: Uptake['periods'],
): Promise<readonly ObjectiveMoves[]> {
  return Promise.all(
    objectives.map(async ({ number: objective }) => ({
      objective,
      release: await view.uptake(kind, from, to, objective),
      own: await view.ownMove(from, to, objective),
    })),
  );
}
