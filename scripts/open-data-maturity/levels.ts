/**
 * The levels, by the share of a question's points: 0 for none, 1 below a half, 2 from a half on, 3 for all of them. A
 * question whose answers give all or nothing has the levels 0 and 3 alone. A half and more counts as satisfactory.
 */
export const levels =
  '0 No points, 1 Less than half of the points, 2 Half of the points or more, 3 All points';

/** The level of a share of the points, from 0 to 1. */
export function levelOf(share: number): number {
  if (share >= 1) return 3;
  if (share <= 0) return 0;
  return share < 0.5 ? 1 : 2;
}
