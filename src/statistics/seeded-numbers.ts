/**
 * Numbers from 0 up to `below`, one with each call, the same for a seed (a linear congruence of 32 bits, its upper
 * half): good enough to draw cases with, not to keep a secret.
 */
export function seededNumbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
