import { drawFor } from './draw.ts';
import type { InventedNames } from './invented-names.ts';

/** An invented organisation. */
export interface InventedOrganisation {
  /** Its code, or the id of the example. */
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly region: string;
  /** How much higher its scores lie for its type, in hundredths of the scale. */
  readonly lift: number;
  /** Where it lies, each from 0 up to `plain`. */
  readonly x: number;
  readonly y: number;
}

/** How wide and high the invented country is. */
export const plain = 10_000;

/**
 * Invented organisations, the first of them the example. None can be real: a code is X99 and six digits (no nation's
 * codes begin with X), and behind every name stands in brackets that it is invented. Names differ from each other.
 */
export function drawOrganisations(
  names: InventedNames,
  { count, seed, example }: { readonly count: number; readonly seed: number; readonly example: string },
): readonly InventedOrganisation[] {
  const draw = drawFor(seed, 0);
  const nameOf = nameWheel(names, draw.number);
  const shares = names.types.reduce((sum, { share }) => sum + share, 0);
  const centres = names.regions.map((region) => ({
    region,
    x: draw.number(0, plain - 1),
    y: draw.number(0, plain - 1),
  }));
  return Array.from({ length: count }, (_, index) => {
    let ticket = draw.number(1, shares);
    const type = names.types.find(({ share }) => {
      ticket -= share;
      return ticket <= 0;
    });
    const [x, y] = [draw.number(0, plain - 1), draw.number(0, plain - 1)];
    const far = (centre: { readonly x: number; readonly y: number }) =>
      (centre.x - x) ** 2 + (centre.y - y) ** 2;
    const { region } = centres.reduce((a, b) => (far(b) < far(a) ? b : a));
    return {
      id: index === 0 ? example : `X99${String(index).padStart(6, '0')}`,
      name: `${nameOf(index)} (${names.label})`,
      type: type?.name ?? '',
      region,
      lift: type?.lift ?? 0,
      x,
      y,
    };
  });
}

/** Names made of syllables, each once, in an order that is drawn; when all are used, they come again with a number. */
function nameWheel(names: InventedNames, number: (low: number, high: number) => number) {
  const parts = [names.endings, names.middles, names.beginnings, names.before];
  const all = parts.reduce((product, part) => product * part.length, 1);
  const start = number(0, all - 1);
  let step = number(1, all);
  while (greatestDivisor(step, all) > 1) step += 1;
  return (index: number): string => {
    let place = (start + index * step) % all;
    const words = parts.map((part) => {
      const word = part[place % part.length] ?? '';
      place = Math.floor(place / part.length);
      return word;
    });
    const name = words.toReversed().join('');
    const round = Math.floor(index / all);
    return round === 0 ? name : `${name} ${round + 1}`;
  };
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}
