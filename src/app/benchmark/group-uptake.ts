import { type UptakeOf, uptakeOf } from '../../benchmark/figures/uptake.ts';
import type { PeerGroup } from '../../benchmark/peer-group.ts';
import { followsOn } from '../../model/period.ts';
import type { Uptake } from '../../model/uptake.ts';
import type { Pack } from '../../pack/pack.ts';
import { gatheredMoves } from './gathered-moves.ts';
import type { PanelView } from './panel-view.ts';

const everybody: PeerGroup = { kind: 'all', name: 'all organisations' };

/**
 * How often others of a group went from one level to the next between two periods of a panel; where they are too few,
 * how often all organisations of the panel did.
 */
export async function groupUptake(
  view: PanelView,
  pack: Pack,
  group: PeerGroup,
  periods: Uptake['periods'],
): Promise<UptakeOf> {
  const ofGroup = await uptakeIn(view, pack, group, periods);
  if (group.kind === 'all') return ofGroup;
  const ofAll = await uptakeIn(view, pack, everybody, periods);
  return (objective, from) => {
    const found = ofGroup(objective, from);
    return found !== null && found.basis === null ? ofAll(objective, from) : found;
  };
}

/** The latest two periods of a panel with none between, of which the later is not after a period; null for none. */
export function latestMove(
  periods: readonly string[],
  isPast: (period: string) => boolean = () => true,
): Uptake['periods'] | null {
  const at = periods.findLastIndex(
    (period, index) => isPast(period) && followsOn(period, periods[index - 1]),
  );
  const [from, to] = [periods[at - 1], periods[at]];
  return from === undefined || to === undefined ? null : { from, to };
}

async function uptakeIn(
  view: PanelView,
  { framework, benchmark }: Pack,
  group: PeerGroup,
  periods: Uptake['periods'],
): Promise<UptakeOf> {
  const moves = await gatheredMoves(view, framework, group.kind, periods);
  return uptakeOf({ framework, rules: benchmark, group, periods, moves });
}
