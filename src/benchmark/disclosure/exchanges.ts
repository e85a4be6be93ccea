import type { AnswerSheet } from './answer-sheet.ts';
import { type ChangedAnswer, type Exchange, leaves } from './exchange.ts';
import { type GivenSet, periodsOf } from './given-set.ts';
import { swapsByMoves } from './swaps-by-moves.ts';
import { mixed, traces, wrapped } from './traces.ts';

/** Finds exchanges that leave all given figures as they are. */
export interface Exchanges {
  readonly add: (given: GivenSet) => void;
  readonly remove: (given: GivenSet) => void;
  /** One that changes the level in a slot, without the organisation to avoid; null where none was found. */
  readonly find: (slot: number, avoid: number | null) => Exchange | null;
}

/** How many exchanges that would disturb only the counts of moves are tried with another that makes up for it. */
const mostTried = 40;

/**
 * Exchanges on a sheet, to begin with no figure given. Looked for are, in this order:
 *
 * 1. two organisations that swap what they answered in one period;
 * 2. two that swap all that they answered;
 * 3. four, two of a place each, where one pair is to the other as a group is to another: what leaves a group comes back;
 * 4. the first or the third, where only counts of moves change, with another swap that changes them back.
 */
export function exchanges(sheet: AnswerSheet): Exchanges {
  const { places, periods } = sheet;
  const wide = places.length;
  const trace = traces(sheet);
  const answered = answeredPeriods(sheet);
  const records = Float64Array.from(answered);
  const holders = holdersOf(sheet);
  const given: GivenSet[][] = Array.from({ length: periods }, () => []);
  const numbers = new Map<GivenSet, number>();
  const makingUp = swapsByMoves(sheet, trace, holders);
  let next = 1;

  const change = (one: GivenSet, number: number, by: 1 | -1) => {
    trace.put(one, number, by);
    for (const each of one.set.members)
      records[each] = wrapped((records[each] ?? 0) + by * mixed(number, -1));
    for (const period of periodsOf(one)) makingUp.forget(period);
  };
  const proves = (exchange: Exchange, period: number) =>
    (given[period] ?? []).every((each) => leaves(sheet, exchange, each));
  const levelOf = (place: number) => places[place]?.achieved;
  const changeOf = (slot: number, x: number, y: number) =>
    wrapped(trace.places(slot, x, y) + trace.moves(slot, x, y));

  const two = (slot: number, avoid: number | null): Exchange | null => {
    const [period, x] = [slot % periods, sheet.place[slot] ?? -1];
    const organisation = (slot - period) / periods;
    for (let y = 0; y < wide; y++) {
      if (levelOf(y) === levelOf(x)) continue;
      const own = changeOf(slot, x, y);
      for (const other of holders[period]?.[y] ?? []) {
        if (other === avoid || changeOf(other * periods + period, x, y) !== own) continue;
        const found = exchanged(period, x, y, [organisation], [other]);
        if (proves(found, period)) return found;
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
      const found = [organisation, other].flatMap((own) =>
        given.flatMap((_, at): ChangedAnswer[] => {
          const from = own === organisation ? other : organisation;
          const held = sheet.place[from * periods + at] ?? -1;
          return held < 0 ? [] : [{ organisation: own, period: at, place: held }];
        }),
      );
      if (given.every((_, at) => proves(found, at))) return found;
    }
    return null;
  };

  /** Fours for which a sum of changes is nothing: of all counts, or of those of places only. */
  function* fours(slot: number, avoid: number | null, sum: typeof changeOf): Generator<Exchange> {
    const [period, x] = [slot % periods, sheet.place[slot] ?? -1];
    const organisation = (slot - period) / periods;
    const alike = (place: number, y: number) => {
      const classes = new Map<number, number[]>();
      for (const each of holders[period]?.[place] ?? []) {
        if (each === avoid || each === organisation) continue;
        const key = sum(each * periods + period, x, y);
        const known = classes.get(key);
        if (known === undefined) classes.set(key, [each]);
        else known.push(each);
      }
      return classes;
    };
    for (let y = 0; y < wide; y++) {
      if (levelOf(y) === levelOf(x)) continue;
      const across = alike(y, y);
      if (across.size === 0) continue;
      const own = sum(slot, x, y);
      for (const [beside, fellows] of alike(x, y))
        for (const [one, lefts] of across) {
          const rights = across.get(wrapped(own + beside - one));
          const [fellow, left] = [fellows[0], lefts[0]];
          const right = rights?.find((each) => each !== left);
          if (fellow === undefined || left === undefined || right === undefined) continue;
          yield exchanged(period, x, y, [organisation, fellow], [left, right]);
        }
    }
  }

  /** Twos for which the counts of places do not change. */
  function* twos(slot: number, avoid: number | null): Generator<Exchange> {
    const [period, x] = [slot % periods, sheet.place[slot] ?? -1];
    const organisation = (slot - period) / periods;
    for (let y = 0; y < wide; y++) {
      if (levelOf(y) === levelOf(x)) continue;
      const own = trace.places(slot, x, y);
      for (const other of holders[period]?.[y] ?? [])
        if (other !== avoid && trace.places(other * periods + period, x, y) === own)
          yield exchanged(period, x, y, [organisation], [other]);
    }
  }

  const madeUp = (slot: number, avoid: number | null, tried: Iterable<Exchange>): Exchange | null => {
    const period = slot % periods;
    let many = 0;
    for (const first of tried) {
      if (many++ >= mostTried) return null;
      for (const second of makingUp.against(first, period)) {
        if (second.some((each) => each.organisation === avoid)) continue;
        if (second.some((each) => first.some((one) => one.organisation === each.organisation))) continue;
        const found = [...first, ...second];
        if (proves(found, period)) return found;
      }
    }
    return null;
  };

  const four = (slot: number, avoid: number | null): Exchange | null => {
    for (const found of fours(slot, avoid, changeOf)) if (proves(found, slot % periods)) return found;
    return null;
  };

  return {
    add: (one) => {
      numbers.set(one, next);
      for (const period of periodsOf(one)) given[period]?.push(one);
      change(one, next++, 1);
    },
    remove: (one) => {
      change(one, numbers.get(one) ?? 0, -1);
      numbers.delete(one);
      for (const period of periodsOf(one))
        given[period] = (given[period] ?? []).filter((each) => each !== one);
    },
    find: (slot, avoid) =>
      two(slot, avoid) ??
      whole(slot, avoid) ??
      four(slot, avoid) ??
      madeUp(slot, avoid, twos(slot, avoid)) ??
      madeUp(slot, avoid, fours(slot, avoid, trace.places)),
  };
}

function exchanged(
  period: number,
  x: number,
  y: number,
  from: readonly number[],
  to: readonly number[],
): Exchange {
  return [
    ...from.map((organisation) => ({ organisation, period, place: y })),
    ...to.map((organisation) => ({ organisation, period, place: x })),
  ];
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
