import type { AnswerSheet } from './answer-sheet.ts';
import { type Exchange, type GivenSet, leaves, outcomeOf } from './exchange.ts';

/** Finds exchanges that leave all given figures as they are. */
export interface Exchanges {
  readonly add: (given: GivenSet) => void;
  readonly remove: (given: GivenSet) => void;
  /** One that changes the level in a slot, without the organisation to avoid; null where none was found. */
  readonly find: (slot: number, avoid: number | null) => Exchange | null;
}

interface Alike {
  readonly high: number;
  readonly low: number;
  readonly organisations: number[];
}

/**
 * Exchanges on a sheet, to begin with no figure given.
 *
 * Each slot has for each place a *trace*: what it would add to the given figures there, as a sum of one random number
 * for each figure. Two organisations can swap places where what changes is the same for both; four, two of a place
 * each, where the changes of one pair are those of the other. Traces only say where to look: what is found is counted.
 */
export function exchanges(sheet: AnswerSheet): Exchanges {
  const { places, periods } = sheet;
  const wide = places.length;
  const high = new Int32Array(sheet.place.length * wide);
  const low = new Int32Array(high.length);
  const answered = answeredPeriods(sheet);
  const records = Float64Array.from(answered);
  const holders = holdersOf(sheet);
  const given: GivenSet[][] = Array.from({ length: periods }, () => []);
  const numbers = new Map<GivenSet, number>();
  let next = 1;

  const levelOf = (place: number) => places[place]?.achieved;
  const trace = (slot: number, place: number, figure: number, by: number) => {
    const at = slot * wide + place;
    high[at] = (high[at] ?? 0) + by * mix(figure, 3);
    low[at] = (low[at] ?? 0) + by * mix(figure, 4);
  };
  const put = (one: GivenSet, by: number) => {
    const { set, nearlyAll } = one;
    const number = numbers.get(one) ?? 0;
    const inRecord = by * (mix(number, 5) >>> 2);
    for (const organisation of set.members) {
      records[organisation] = (records[organisation] ?? 0) + inRecord;
      if (nearlyAll !== null) continue;
      for (const period of touched(one))
        for (let place = 0; place < wide; place++) {
          const outcome = outcomeOf(sheet, one, organisation, period, place);
          if (outcome !== null) trace(organisation * periods + period, place, mix(number, outcome + 16), by);
        }
    }
  };
  const changeHigh = (slot: number, x: number, y: number) =>
    ((high[slot * wide + y] ?? 0) - (high[slot * wide + x] ?? 0)) | 0;
  const changeLow = (slot: number, x: number, y: number) =>
    ((low[slot * wide + y] ?? 0) - (low[slot * wide + x] ?? 0)) | 0;
  const leavesAll = (exchange: Exchange, among: readonly GivenSet[] | undefined) =>
    among?.every((each) => leaves(sheet, exchange, each)) ?? true;

  const swap = (slot: number, avoid: number | null): Exchange | null => {
    const [period, x] = [slot % periods, sheet.place[slot] ?? -1];
    const from = [(slot - period) / periods];
    for (let y = 0; y < wide; y++) {
      if (levelOf(y) === levelOf(x)) continue;
      const [a, b] = [changeHigh(slot, x, y), changeLow(slot, x, y)];
      for (const other of holders[period]?.[y] ?? []) {
        const beside = other * periods + period;
        if (changeHigh(beside, x, y) !== a || changeLow(beside, x, y) !== b || other === avoid) continue;
        const found: Exchange = { kind: 'answers', period, x, y, from, to: [other] };
        if (leavesAll(found, given[period])) return found;
      }
    }
    return null;
  };

  const whole = (slot: number, avoid: number | null): Exchange | null => {
    const [period, place] = [slot % periods, sheet.place[slot] ?? -1];
    const organisation = (slot - period) / periods;
    for (let other = 0; other < sheet.many; other++) {
      if (records[other] !== records[organisation] || answered[other] !== answered[organisation]) continue;
      if (other === avoid || levelOf(sheet.place[other * periods + period] ?? -1) === levelOf(place))
        continue;
      const found: Exchange = { kind: 'records', from: [organisation], to: [other] };
      if (given.every((each) => leavesAll(found, each))) return found;
    }
    return null;
  };

  const alike = (period: number, place: number, x: number, y: number, avoid: number | null) => {
    const classes = new Map<number, Alike>();
    for (const organisation of holders[period]?.[place] ?? []) {
      if (organisation === avoid) continue;
      const slot = organisation * periods + period;
      const [a, b] = [changeHigh(slot, x, y), changeLow(slot, x, y)];
      const known = classes.get(keyOf(a, b));
      if (known === undefined) classes.set(keyOf(a, b), { high: a, low: b, organisations: [organisation] });
      else if (known.organisations.length < 3) known.organisations.push(organisation);
    }
    return classes;
  };

  const four = (slot: number, avoid: number | null): Exchange | null => {
    const [period, x] = [slot % periods, sheet.place[slot] ?? -1];
    const organisation = (slot - period) / periods;
    for (let y = 0; y < wide; y++) {
      if (levelOf(y) === levelOf(x)) continue;
      const [a, b] = [changeHigh(slot, x, y), changeLow(slot, x, y)];
      const across = alike(period, y, x, y, avoid);
      if (across.size === 0) continue;
      for (const same of alike(period, x, x, y, avoid).values())
        for (const one of across.values()) {
          const two = across.get(keyOf((a + same.high - one.high) | 0, (b + same.low - one.low) | 0));
          const fellow = same.organisations.find((each) => each !== organisation);
          const left = one.organisations[0];
          const right = two?.organisations.find((each) => each !== left);
          if (fellow === undefined || left === undefined || right === undefined) continue;
          const [from, to] = [
            [organisation, fellow],
            [left, right],
          ];
          const found: Exchange = { kind: 'answers', period, x, y, from, to };
          if (leavesAll(found, given[period])) return found;
        }
    }
    return null;
  };

  return {
    add: (one) => {
      numbers.set(one, next++);
      for (const period of touched(one)) given[period]?.push(one);
      put(one, 1);
    },
    remove: (one) => {
      put(one, -1);
      numbers.delete(one);
      for (const period of touched(one)) given[period] = (given[period] ?? []).filter((each) => each !== one);
    },
    find: (slot, avoid) => swap(slot, avoid) ?? whole(slot, avoid) ?? four(slot, avoid),
  };
}

/** The periods whose answers a figure is about. */
export function touched({ set }: GivenSet): readonly number[] {
  return set.about === 'moves' ? [set.period - 1, set.period] : [set.period];
}

/** Organisations by period and by the place that they hold. */
function holdersOf(sheet: AnswerSheet): readonly (readonly (readonly number[])[])[] {
  const holders: number[][][] = Array.from({ length: sheet.periods }, () => sheet.places.map(() => []));
  for (const [slot, place] of sheet.place.entries()) {
    const period = slot % sheet.periods;
    if (place >= 0) holders[period]?.[place]?.push((slot - period) / sheet.periods);
  }
  return holders;
}

/** For each organisation a number, the same for those who answered in the same periods. */
function answeredPeriods(sheet: AnswerSheet): readonly number[] {
  const numbers = new Map<string, number>();
  return Array.from({ length: sheet.many }, (_, organisation) => {
    const own = sheet.place.subarray(organisation * sheet.periods, (organisation + 1) * sheet.periods);
    const shape = Array.from(own, (place) => (place < 0 ? '-' : 'a')).join('');
    const number = numbers.get(shape) ?? numbers.size;
    numbers.set(shape, number);
    return number;
  });
}

function keyOf(high: number, low: number): number {
  return (high >>> 0) * 2097152 + (low & 0x1fffff);
}

/** A random-looking 32-bit number for two numbers. */
function mix(one: number, other: number): number {
  let mixed = Math.imul(one ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(other + 0x165667b1, 0xc2b2ae35);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
  return mixed ^ (mixed >>> 15);
}
