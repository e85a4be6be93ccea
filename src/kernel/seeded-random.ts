/**
 * Numbers that look drawn and are the same for the same seed: mulberry32, 32 bits of state.
 * @returns a function that gives the next whole number from `low` to `high`, both included; `high` is at least `low`
 */
export function seededRandom(seed: number): (low: number, high: number) => number {
  let state = seed >>> 0;
  return (low, high) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    const drawn = ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    return low + Math.floor(drawn * (high - low + 1));
  };
}
