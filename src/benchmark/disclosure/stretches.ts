import type { AnswerSheet } from './answer-sheet.ts';

/** Organisations that answered the same in each of some periods. */
export interface SameRecord {
  /** Places, in order of time. */
  readonly record: readonly number[];
  readonly organisations: readonly number[];
}

/** Periods in a row, and who answered in all of them, by what they answered. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
  /** In the order in which organisations have them. */
  readonly records: readonly SameRecord[];
  /** For each organisation the index of its record; -1 where it did not answer in all. */
  readonly recordOf: Int32Array;
}

/** Gives the stretches in which an answer could be exchanged: its own period, then with those around it. */
export function stretches(sheet: AnswerSheet): (slot: number) => readonly Stretch[] {
  const { periods } = sheet;
  const known = new Map<number, Stretch>();
  const around: (readonly Stretch[])[] = [];
  const stretch = (first: number, last: number): Stretch => {
    const held = known.get(first * periods + last) ?? stretchOf(sheet, first, last);
    known.set(first * periods + last, held);
    return held;
  };
  const stretchesAround = (slot: number) => {
    const period = slot % periods;
    const start = slot - period;
    const answered = (at: number) => at >= 0 && at < periods && (sheet.place[start + at] ?? -1) >= 0;
    let [first, last] = [period, period];
    while (sheet.mover[start + first] === 1) first--;
    while (last + 1 < periods && sheet.mover[start + last + 1] === 1) last++;
    const wanted = [
      [period, period],
      [period - 1, period],
      [period, period + 1],
      [period - 1, period + 1],
      [first, last],
    ] as const;
    const distinct = new Map(wanted.map(([from, to]) => [from * periods + to, [from, to] as const]));
    return [...distinct.values()]
      .filter(([from, to]) => answered(from) && answered(to) && answered(period))
      .map(([from, to]) => stretch(from, to));
  };
  return (slot) => {
    const held = around[slot] ?? stretchesAround(slot);
    around[slot] = held;
    return held;
  };
}

function stretchOf({ place, places, many, periods }: AnswerSheet, first: number, last: number): Stretch {
  const records: { record: readonly number[]; organisations: number[] }[] = [];
  const recordOf = new Int32Array(many).fill(-1);
  // A record's number, found period by period from that of its beginning.
  const numbers = new Map<number, number>();
  const indexes = new Map<number, number>();
  for (let organisation = 0; organisation < many; organisation++) {
    const start = organisation * periods;
    let number = 0;
    for (let period = first; period <= last && number >= 0; period++) {
      const held = place[start + period] ?? -1;
      const next = number * places.length + held;
      if (held >= 0 && !numbers.has(next)) numbers.set(next, numbers.size + 1);
      number = held < 0 ? -1 : (numbers.get(next) ?? -1);
    }
    if (number < 0) continue;
    const index = indexes.get(number) ?? records.length;
    if (index === records.length) {
      indexes.set(number, index);
      records.push({ record: [...place.subarray(start + first, start + last + 1)], organisations: [] });
    }
    records[index]?.organisations.push(organisation);
    recordOf[organisation] = index;
  }
  return { first, last, records, recordOf };
}
