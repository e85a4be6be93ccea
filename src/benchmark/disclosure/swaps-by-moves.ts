import type { AnswerSheet } from './answer-sheet.ts';
import type { Exchange } from './exchange.ts';
import type { Traces } from './traces.ts';

/** Swaps that change counts of moves and no count of places, kept by what they change. */
export interface SwapsByMoves {
  /** Those that change back what an exchange in the period changes in the counts of moves; an empty one if nothing. */
  readonly against: (exchange: Exchange, period: number) => readonly Exchange[];
  /** What was kept for a period is no longer true. */
  readonly forget: (period: number) => void;
}

/** How many pairs of organisations are looked at in a class of those alike, and how many swaps are kept of a kind. */
const [mostPairs, mostKept] = [60, 6];

/** Swaps on a sheet, found when they are first wanted. */
export function swapsByMoves(
  sheet: AnswerSheet,
  trace: Traces,
  holders: readonly (readonly (readonly number[])[])[],
): SwapsByMoves {
  const kept = new Map<number, ReadonlyMap<number, readonly Exchange[]>>();

  const classes = (period: number, x: number, y: number, held: number) => {
    const byTrace = new Map<number, number[]>();
    for (const organisation of holders[period]?.[held] ?? []) {
      const key =
        held === x ? trace.places(organisation, period, [y]) : -trace.places(organisation, period, [x]);
      const known = byTrace.get(key);
      if (known === undefined) byTrace.set(key, [organisation]);
      else known.push(organisation);
    }
    return byTrace;
  };
  const swapsIn = (period: number) => {
    const byChange = new Map<number, Exchange[]>();
    for (const x of sheet.places.keys())
      for (const y of sheet.places.keys()) {
        if (x >= y) continue;
        const across = classes(period, x, y, y);
        for (const [key, ones] of classes(period, x, y, x)) {
          let pairs = 0;
          for (const one of ones)
            for (const other of across.get(key) ?? []) {
              if (pairs++ >= mostPairs) break;
              const by = trace.moves(one, period, [y]) + trace.moves(other, period, [x]);
              if (by === 0) continue;
              const known = byChange.get(by) ?? [];
              byChange.set(by, known);
              if (known.length >= mostKept) continue;
              known.push([
                { organisation: one, period, place: y },
                { organisation: other, period, place: x },
              ]);
            }
        }
      }
    return byChange;
  };

  return {
    against: (exchange, period) => {
      let by = 0;
      for (const { organisation, place } of exchange) by += trace.moves(organisation, period, [place]);
      if (by === 0) return [[]];
      const known = kept.get(period) ?? swapsIn(period);
      kept.set(period, known);
      return known.get(-by) ?? [];
    },
    forget: (period) => kept.delete(period),
  };
}
