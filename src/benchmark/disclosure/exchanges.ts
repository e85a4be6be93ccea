import type { AnswerSheet } from './answer-sheet.ts';
import { answeredPeriods } from './answered-periods.ts';
import { type ChangedAnswer, type Exchange, leaves } from './exchange.ts';
import { exchanged } from './exchanged.ts';
import { type GivenSet, periodsOf } from './given-set.ts';
import { hasPair } from './has-pair.ts';
import { holdersOf } from './holders-of.ts';
import { type Stretch, stretches } from './stretches.ts';
import { swapsByMoves } from './swaps-by-moves.ts';
import { mixed, traces } from './traces.ts';

/** Finds exchanges that leave all given figures as they are. */
export interface Exchanges {
  /** Adds a figure, with a number of its own unless it had one. */
  readonly add: (given: GivenSet, number?: number) => void;
  readonly remove: (given: GivenSet) => void;
  /** One that changes the level in a slot, without the organisation to avoid; null where none was found. */
  readonly find: (slot: number, avoid: number | null) => Exchange | null;
}

/** A sum of what changes if an organisation has another record from a period on. */
type Sum = (organisation: number, first: number, record: readonly number[]) => number;

/** What changes if organisations of one record have another, in their order, and the reverse. */
interface Faced {
  /** Which change of the figures it follows. */
  readonly at: number;
  readonly across: Float64Array;
  readonly beside: Float64Array;
  /** The first in order. */
  readonly sorted: Float64Array;
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
  const changed = new Int32Array(periods);
  const faced = {
    whole: new Map<Stretch, Map<number, Faced>>(),
    places: new Map<Stretch, Map<number, Faced>>(),
  };
  let [next, changes] = [1, 0];

  const change = (one: GivenSet, number: number, by: 1 | -1) => {
    trace.put(one, number, by);
    for (const each of one.set.members) records[each] = (records[each] ?? 0) + by * mixed(number, -1);
    changes++;
    for (const period of periodsOf(one)) {
      makingUp.forget(period);
      changed[period] = changes;
    }
  };
  const proves = (exchange: Exchange, first: number, last = first) => {
    for (let period = first; period <= last; period++)
      if (given[period]?.some((each) => !leaves(sheet, exchange, each))) return false;
    return true;
  };
  const { byPlace, byMove } = trace;
  const wide = places.length;
  const levels = Int32Array.from(places, ({ achieved }) => achieved);
  const levelOf = (place: number) => levels[place];

  /** What changes in the counts of places if an organisation has another record. */
  const placed = (organisation: number, start: number, record: readonly number[]) => {
    let at = (organisation * periods + start) * wide;
    let sum = 0;
    for (let index = 0; index < record.length; index++) {
      sum += byPlace[at + (record[index] ?? -1)] ?? 0;
      at += wide;
    }
    return sum;
  };
  const moved = (organisation: number, start: number, record: readonly number[]) =>
    record.length === 1
      ? (byMove[(organisation * periods + start) * wide + (record[0] ?? -1)] ?? 0)
      : trace.moves(organisation, start, record);
  const everything: Sum = (...asked) => placed(...asked) + moved(...asked);

  /** Twos for which no count of places changes, nor, if wanted, one of moves. */
  function* twos(slot: number, avoid: number | null, stretch: Stretch, withMoves: boolean) {
    const period = slot % periods;
    const organisation = (slot - period) / periods;
    const start = stretch.first;
    const own = stretch.records[stretch.recordOf[organisation] ?? -1]?.record ?? [];
    const level = levelOf(own[period - start] ?? -1);
    for (const { record, organisations } of stretch.records) {
      if (levelOf(record[period - start] ?? -1) === level) continue;
      const against = -placed(organisation, start, record);
      for (let index = 0; index < organisations.length; index++) {
        const other = organisations[index] ?? -1;
        if (placed(other, start, own) !== against || other === avoid) continue;
        if (withMoves && moved(organisation, start, record) + moved(other, start, own) !== 0) continue;
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

  /** What changes if those of one record have another, and the reverse; kept while the figures of its periods stand. */
  const facedBy = (stretch: Stretch, [own, other]: readonly [number, number], sum: Sum): Faced => {
    const { first: start, last, records: all } = stretch;
    let now = 0;
    for (let period = start; period <= last; period++) now = Math.max(now, changed[period] ?? 0);
    const kept = sum === everything ? faced.whole : faced.places;
    const known = kept.get(stretch) ?? new Map<number, Faced>();
    kept.set(stretch, known);
    const held = known.get(own * all.length + other);
    if (held?.at === now) return held;
    const [mine, theirs] = [all[own], all[other]];
    const across = Float64Array.from(
      theirs?.organisations ?? [],
      (each) => -sum(each, start, mine?.record ?? []),
    );
    const beside = Float64Array.from(mine?.organisations ?? [], (each) =>
      sum(each, start, theirs?.record ?? []),
    );
    const made = { at: now, across, beside, sorted: across.slice().sort() };
    known.set(own * all.length + other, made);
    return made;
  };

  /** Fours for which a sum of changes is nothing. */
  function* fours(slot: number, avoid: number | null, stretch: Stretch, sum: Sum) {
    const period = slot % periods;
    const organisation = (slot - period) / periods;
    const { first: start, records: all, recordOf } = stretch;
    const mine = recordOf[organisation] ?? -1;
    const { record: own, organisations: alike } = all[mine] ?? { record: [], organisations: [] };
    if (alike.length < 2) return;
    const level = levelOf(own[period - start] ?? -1);
    const leftOut = (each: number | undefined) => each === organisation || each === avoid;
    for (let other = 0; other < all.length; other++) {
      const { record, organisations } = all[other] ?? { record: [], organisations: [] };
      if (organisations.length < 2 || levelOf(record[period - start] ?? -1) === level) continue;
      const { across, beside, sorted } = facedBy(stretch, [mine, other], sum);
      const change = sum(organisation, start, record);
      /** The first of some with a key that is neither left out nor another. */
      const firstOf = (
        members: readonly number[],
        keys: Float64Array,
        key: number,
        not: number | null = null,
      ) => {
        let at = keys.indexOf(key);
        while (at >= 0 && (leftOut(members[at]) || members[at] === not)) at = keys.indexOf(key, at + 1);
        return members[at];
      };
      for (let at = 0; at < beside.length; at++) {
        const wanted = change + (beside[at] ?? 0);
        const fellow = alike[at];
        // Of those whose change is the same, the first stands for all.
        if (!hasPair(sorted, wanted) || firstOf(alike, beside, beside[at] ?? 0) !== fellow) continue;
        for (let left = 0; left < across.length; left++) {
          const key = across[left] ?? 0;
          const one = organisations[left];
          if (firstOf(organisations, across, key) !== one) continue;
          const back = firstOf(organisations, across, wanted - key, one);
          if (fellow === undefined || one === undefined || back === undefined) continue;
          yield exchanged(start, own, record, [organisation, fellow], [one, back]);
        }
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
    add: (one, number = next) => {
      numbers.set(one, number);
      for (const period of periodsOf(one)) given[period]?.push(one);
      change(one, number, 1);
      next = Math.max(next, number + 1);
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
      return madeUp(slot, avoid, fours(slot, avoid, own, placed)) ?? alone(slot);
    },
  };
}
