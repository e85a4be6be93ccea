import { seededRandom } from '../../kernel/seeded-random.ts';

/** What is drawn, the same for the same seed on every machine: whole numbers only, and no function of the platform. */
export interface Draw {
  /** A whole number from `low` to `high`, both included. */
  readonly number: (low: number, high: number) => number;
  /** Whether something of this chance, in a thousand, happens. */
  readonly happens: (chance: number) => boolean;
  /** A whole number about 0 with this standard deviation, at most three times as far: the sum of three even ones. */
  readonly about: (deviation: number) => number;
  /** One of a list that is not empty. */
  readonly one: <Item>(items: readonly Item[]) => Item;
}

/** Draws for one purpose; other purposes of the same seed have others, so that one more of them changes no other. */
export function drawFor(seed: number, purpose: number): Draw {
  const number = seededRandom(Math.imul(seed, 0x9e3779b1) ^ Math.imul(purpose + 1, 0x85ebca6b));
  return {
    number,
    happens: (chance) => number(1, 1000) <= chance,
    about: (deviation) => {
      const sum = number(-1000, 1000) + number(-1000, 1000) + number(-1000, 1000);
      return Math.trunc((sum * deviation) / 1000);
    },
    one: (items) => {
      const item = items[number(0, items.length - 1)];
      if (item === undefined) throw new Error('there is nothing to draw from');
      return item;
    },
  };
}
