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
  readonly records: ReadonlyMap<string, SameRecord>;
}

/** Gives the stretches in which an answer could be exchanged: its own period, then with those around it. */
export function stretches(sheet: AnswerSheet): (slot: number) => readonly Stretch[] {
  const { periods } = sheet;
  const known = new Map<number, Stretch>();
  const stretch = (first: number, last: number): Stretch => {
    const held = known.get(first * periods + last);
    if (held !== undefined) return held;
    const records = new Map<string, { record: readonly number[]; organisations: number[] }>();
    for (let organisation = 0; organisation < sheet.many; organisation++) {
      const start = organisation * periods;
      const record = [...sheet.place.subarray(start + first, start + last + 1)];
      if (record.some((place) => place < 0)) continue;
      const same = records.get(record.join()) ?? { record, organisations: [] };
      records.set(record.join(), same);
      same.organisations.push(organisation);
    }
    const made = { first, last, records };
    known.set(first * periods + last, made);
    return made;
  };
  return (slot) => {
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
}
