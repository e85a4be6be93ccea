import type { BenchmarkRules } from '../../model/benchmark-rules.ts';
import { farthestPosition } from '../../model/benchmark-rules.ts';

/** How the others' scores lie about the own one. */
export interface About {
  /** How many of the others are lower, and how many higher. */
  readonly lower: number;
  readonly higher: number;
  /** At least 1. */
  readonly n: number;
  /** The mid-rank position, from 0 to 1. */
  readonly position: number;
}

/**
 * The position in words, by the bands of the pack.
 *
 * Beyond the first band a word is used only where it is true of more than half of the others: a position is far from
 * the middle also where most hold the same score. Where more than half hold the own score, or nobody differs, or all are
 * lower, or all higher, or just a half, that is said in its place.
 */
export function positionWords({ lower, higher, n, position }: About, { positions }: BenchmarkRules): string {
  if (lower === 0 && higher === 0) return 'the same as all';
  if (lower === n) return 'higher than all';
  if (higher === n) return 'lower than all';
  if ((n - lower - higher) * 2 > n) return 'the same as most';
  if (lower * 2 === n) return 'higher than half';
  if (higher * 2 === n) return 'lower than half';
  const away = Math.abs(position - 0.5) * 100;
  const side = position < 0.5 ? 'below' : 'above';
  const most = (side === 'above' ? lower : higher) * 2 > n;
  const band = positions.find(({ upTo }) => away <= upTo + 1e-9 || upTo === farthestPosition);
  return (most ? band : positions[0])?.[side] ?? '';
}
