import type { AnswerSheet } from './answer-sheet.ts';
import { type ChangedAnswer, type Exchange, leaves } from './exchange.ts';
import { type GivenSet, periodsOf } from './given-set.ts';
import { type Stretch, stretches } from './stretches.ts';
import { swapsByMoves } from './swaps-by-moves.ts';
import { mixed, type Traces, traces } from './traces.ts';

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
 * 1. two organisations that swap what they answered in one period, or in some in a row;
 * 2. two that swap all that they answered;
 * 3. four, two of a place each, where one pair is to the other as a group is to another: what leaves a group comes back;
 * 4. the first or the third, where only counts of moves change, with another swap that changes them back;
 * 5. one that answers otherwise by itself, where no more is told of its groups than where nearly all are.
 */
export function exchanges(sheet: AnswerSheet): Exchanges {
  const { places, periods } = sheet;
  const trace = traces(sheet);
  const around = stretches(sheet);
  const answered = answeredPeriods(sheet);
  const records = Float64Array.from(answered);
  const given: GivenSet[][] = Array.from({ length: periods }, () => []);
  const numbers = new Map<GivenSet, number>();
  const makingUp = swapsByMoves(sheet, trace, holdersOf(sheet));
  let next = 1;

  const change = (one: GivenSet, number: number, by: 1 | -1) => {
    trace.put(one, number, by);
    for (const each of one.set.members) records[each] = (records[each] ?? 0) + by * mixed(number, -1);
    for (const period of periodsOf(one)) makingUp.forget(period);
  };
  const proves = (exchange: Exchange, first: number, last = first) => {
    for (let period = first; period <= last; period++)
      if (given[period]?.some((each) => !leaves(sheet, exchange, each))) return false;
    return true;
  };
  const levelOf = (place: number) => places[place]?.achieved;
  const everything: Traces['places'] = (...asked) => trace.places(...asked) + trace.moves(...asked);

  /** The record that an organisation has in a stretch, and those with another level in a period. */
  const facing = (slot: number, { first, last, records: all }: Stretch) => {
    const start = slot - (slot % periods);
    const own = [...sheet.place.subarray(start + first, start + last + 1)];
    const at = (slot % periods) - first;
    const others = [...all.values()].filter(
      ({ record }) => levelOf(record[at] ?? -1) !== levelOf(own[at] ?? -1),
    );
    return { organisation: start / periods, own, others, alike: all.get(own.join())?.organisations ?? [] };
  };

  /** Twos for which no count of places changes, nor, if wanted, one of moves. */
  function* twos(slot: number, avoid: number | null, stretch: Stretch, withMoves: boolean) {
    const { organisation, own, others } = facing(slot, stretch);
    const start = stretch.first;
    for (const { record, organisations } of others) {
      const placed = trace.places(organisation, start, record);
      const moved = withMoves ? trace.moves(organisation, start, record) : 0;
      for (const other of organisations) {
        if (other === avoid || placed + trace.places(other, start, own) !== 0) continue;
        if (withMoves && moved + trace.moves(other, start, own) !== 0) continue;
        yield exchanged(start, own, record, [organisation], [other]);
      }
    }
  }

  const first = (found: Iterable<Exchange>, { first, last }: Stretch): Exchange | null => {
    for (const each of found) if (proves(each, first, last)) return each;
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
      if (proves(found, 0, periods - 1)) return found;
    }
    return null;
  };

  /** Fours for which a sum of changes is nothing. */
  function* fours(slot: number, avoid: number | null, stretch: Stretch, sum: Traces['places']) {
    const { organisation, own, others, alike } = facing(slot, stretch);
    const classes = (members: readonly number[], record: readonly number[], sign: 1 | -1) => {
      const known = new Map<number, number[]>();
      for (const each of members) {
        if (each === avoid || each === organisation) continue;
        const key = sign * sum(each, stretch.first, record);
        const same = known.get(key);
        if (same === undefined) known.set(key, [each]);
        else if (same.length < 2) same.push(each);
      }
      return known;
    };
    for (const { record, organisations } of others) {
      const across = classes(organisations, own, -1);
      const change = sum(organisation, stretch.first, record);
      for (const [beside, [fellow]] of classes(alike, record, 1))
        for (const [one, [left]] of across) {
          const right = across.get(change + beside - one)?.find((each) => each !== left);
          if (fellow === undefined || left === undefined || right === undefined) continue;
          yield exchanged(stretch.first, own, record, [organisation, fellow], [left, right]);
        }
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

  const alone = (slot: number): Exchange | null => {
    const [period, x] = [slot % periods, sheet.place[slot] ?? -1];
    const beyond = (place: number, level: number) => (levelOf(place) ?? 0) > level;
    for (const y of places.keys()) {
      if (levelOf(y) === levelOf(x) || everything((slot - period) / periods, period, [y]) !== 0) continue;
      if (sheet.causeLevels.get(slot)?.some((level) => beyond(x, level) !== beyond(y, level))) continue;
      const found = [{ organisation: (slot - period) / periods, period, place: y }];
      if (proves(found, period)) return found;
    }
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
    find: (slot, avoid) => {
      const [own, ...wider] = around(slot);
      if (own === undefined) return null;
      for (const each of [own, ...wider]) {
        const found = first(twos(slot, avoid, each, true), each);
        if (found !== null) return found;
      }
      const single =
        whole(slot, avoid) ??
        first(fours(slot, avoid, own, everything), own) ??
        madeUp(slot, avoid, twos(slot, avoid, own, false));
      if (single !== null) return single;
      for (const each of wider) {
        const found = first(fours(slot, avoid, each, everything), each);
        if (found !== null) return found;
      }
      return madeUp(slot, avoid, fours(slot, avoid, own, trace.places)) ?? alone(slot);
    },
  };
}

function exchanged(
  first: number,
  own: readonly number[],
  other: readonly number[],
  from: readonly number[],
  to: readonly number[],
): Exchange {
  const having = (organisations: readonly number[], record: readonly number[]) =>
    organisations.flatMap((organisation) =>
      record.map((place, index) => ({ organisation, period: first + index, place })),
    );
  return [...having(from, other), ...having(to, own)];
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
