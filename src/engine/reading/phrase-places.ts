import type { PhraseSet, PhraseSteps, Step, Way } from './phrase-steps.ts';
import type { WordClass } from './word-classes.ts';

/** Follows phrases through the words that were loaded last. Places are before, between and after words, from 0 on. */
export interface PhrasePlaces {
  readonly load: (words: readonly WordClass[]) => void;
  /** Whether a phrase of a set is said anywhere. */
  readonly says: (set: PhraseSet) => boolean;
  /** Where the first match of a set that is said begins. */
  readonly firstStart: (set: PhraseSet) => number;
  /** Where the longest match of a set that begins at a place ends; -1 where none begins there. */
  readonly lastEnd: (set: PhraseSet, start: number) => number;
  /** Whether steps lead from one place to another. */
  readonly leads: (steps: readonly Step[], start: number, end: number) => boolean;
}

/** No place at all. */
const nowhere = -1;
const bitsEach = 32;

/**
 * Follows phrases from all places where they can begin at once: a bit for each place, so that a step costs an operation
 * for 32 words, whatever the text; a step that no word passes ends its phrase. What a set finds from all places is worked
 * out once for each text.
 */
export function phrasePlaces(steps: PhraseSteps): PhrasePlaces {
  const { sets, tests } = steps;
  /** Numbers a place: as many as the places of a text need. */
  let width = 0;
  let count = 0;
  /** For each test that a word passes, in order of their appearance, the places before such words. */
  let passing: Int32Array = new Int32Array(1024);
  /** The text in which each test was last passed, and from where on its places stand. */
  const passed = new Float64Array(tests);
  const placesOf = new Int32Array(tests);
  /** For each test, the ways that are tried only where it is passed; for each set, those that are tried now. */
  const waiting = waitingWays(steps);
  const always = [...sets.values()].map(({ ways }) => ways.filter(({ needs }) => needs.length === 0));
  const tried = always.map((ways) => [...ways]);
  const triedIn = new Float64Array(sets.size);
  /** For each set, whether and where it ends, begun anywhere. */
  let ends = new Int32Array(0);
  const followed = new Float64Array(sets.size);
  const found = new Uint8Array(sets.size);
  /** Places on the way; they are given back in the order in which they were taken, the last first. */
  let places: Int32Array = new Int32Array(1024);
  let top = 0;
  let now = 0;

  function load(words: readonly WordClass[]): void {
    now += 1;
    count = words.length;
    width = Math.floor(count / bitsEach) + 1;
    if (ends.length < sets.size * width) ends = new Int32Array(sets.size * width);
    let used = 0;
    for (let at = 0; at < count; at++)
      for (const test of words[at]?.tests ?? []) {
        if (passed[test] !== now) {
          passed[test] = now;
          placesOf[test] = used;
          used += width;
          if (used > passing.length) passing = larger(passing, used);
          if (width === 1) passing[used - 1] = 0;
          else passing.fill(0, used - width, used);
          for (const { set, way } of waiting[test] ?? []) toTry(set).push(way);
        }
        const index = (placesOf[test] ?? 0) + (at >>> 5);
        passing[index] = (passing[index] ?? 0) | (1 << (at & 31));
      }
    top = 0;
    upTo(count - 1);
  }

  /** The ways of a set that words of the text ask for: no others can be said. */
  function toTry(set: number): Way[] {
    const ways = tried[set] ?? [];
    if (triedIn[set] !== now) {
      triedIn[set] = now;
      ways.length = always[set]?.length ?? 0;
    }
    return ways;
  }

  /** Takes room for places, with none in it. */
  function room(): number {
    const at = top;
    top += width;
    if (top > places.length) places = larger(places, top);
    if (width === 1) places[at] = 0;
    else places.fill(0, at, top);
    return at;
  }

  function upTo(last: number): number {
    const at = room();
    for (let place = 0; place <= last; place++) mark(at, place);
    return at;
  }

  function only(place: number): number {
    const at = room();
    mark(at, place);
    return at;
  }

  function mark(at: number, place: number): void {
    const index = at + (place >>> 5);
    places[index] = (places[index] ?? 0) | (1 << (place & 31));
  }

  function add(into: number, from: number, of: Int32Array = places): void {
    for (let index = 0; index < width; index++)
      places[into + index] = (places[into + index] ?? 0) | (of[from + index] ?? 0);
  }

  /** The places one word on, past words that pass a test, or past any; none after the last word. */
  function oneOn(from: number, into: number, test: number | null): boolean {
    const word = test === null ? 0 : (placesOf[test] ?? 0);
    let carried = 0;
    let any = 0;
    for (let index = 0; index < width; index++) {
      let here = places[from + index] ?? 0;
      if (test !== null) here &= passing[word + index] ?? 0;
      const next = (here << 1) | carried;
      carried = here >>> 31;
      const kept = index === width - 1 ? next & ((2 << (count & 31)) - 1) : next;
      places[into + index] = kept;
      any |= kept;
    }
    return any !== 0;
  }

  function gap(from: number, most: number): number {
    const all = room();
    add(all, from);
    const step = room();
    let before = from;
    for (let more = 0; more < most && oneOn(before, step, null); more++) {
      add(all, step);
      before = step;
    }
    return all;
  }

  function anyWay(ways: readonly Way[], from: number, optional: boolean): number {
    if (ways.length === 0) return nowhere;
    const all = room();
    if (optional) add(all, from);
    let ended = optional;
    const kept = top;
    for (const { steps, needs } of ways) {
      if (!met(needs)) continue;
      const end = follow(steps, from);
      if (end !== nowhere) {
        add(all, end);
        ended = true;
      }
      top = kept;
    }
    return ended ? all : nowhere;
  }

  function met(needs: readonly number[]): boolean {
    for (let index = 0; index < needs.length; index++) if (passed[needs[index] ?? 0] !== now) return false;
    return true;
  }

  function says({ number }: PhraseSet): boolean {
    if (followed[number] !== now) {
      followed[number] = now;
      const kept = top;
      const end = anyWay(toTry(number), 0, false);
      found[number] = end === nowhere ? 0 : 1;
      if (end !== nowhere)
        for (let index = 0; index < width; index++) ends[number * width + index] = places[end + index] ?? 0;
      top = kept;
    }
    return found[number] === 1;
  }

  function ofSet(set: PhraseSet, from: number): number {
    if (!says(set)) return nowhere;
    if (from !== 0) return anyWay(toTry(set.number), from, false);
    const all = room();
    add(all, set.number * width, ends);
    return all;
  }

  function next(step: Step, from: number): number {
    switch (step.kind) {
      case 'word': {
        if (passed[step.test] !== now) return nowhere;
        const to = room();
        return oneOn(from, to, step.test) ? to : nowhere;
      }
      case 'gap':
        return gap(from, step.most);
      case 'start':
        return ((places[from] ?? 0) & 1) === 1 ? only(0) : nowhere;
      case 'ways':
        return anyWay(step.ways, from, step.optional);
      case 'set':
        return ofSet(step.set, from);
    }
  }

  function follow(steps: readonly Step[], from: number): number {
    let at = from;
    for (let index = 0; index < steps.length && at !== nowhere; index++) at = next(steps[index] as Step, at);
    return at;
  }

  /** What `work` says of places, which are given back. */
  function passingBy<Value>(work: () => Value): Value {
    const kept = top;
    const value = work();
    top = kept;
    return value;
  }

  return {
    load,
    says,
    firstStart: (set) => {
      let [low, high] = [0, count - 1];
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (passingBy(() => anyWay(toTry(set.number), upTo(middle), false)) === nowhere) low = middle + 1;
        else high = middle;
      }
      return low;
    },
    lastEnd: (set, start) =>
      passingBy(() => {
        const end = anyWay(toTry(set.number), only(start), false);
        if (end === nowhere) return nowhere;
        let index = width - 1;
        while (places[end + index] === 0) index -= 1;
        return index * bitsEach + 31 - Math.clz32(places[end + index] ?? 0);
      }),
    leads: (steps, start, end) =>
      passingBy(() => {
        if (start > count) return false;
        const at = follow(steps, only(start));
        return at !== nowhere && (((places[at + (end >>> 5)] ?? 0) >>> (end & 31)) & 1) === 1;
      }),
  };
}

/** By test, the ways of sets that need it, each by the test whose words stand least often in phrases: they are rarest. */
function waitingWays({ sets, tests, words, stems }: PhraseSteps) {
  const common = new Int32Array(tests);
  for (const of of [...words.values(), ...stems.values()])
    for (const test of of) common[test] = (common[test] ?? 0) + of.length;
  const waiting: { readonly set: number; readonly way: Way }[][] = [];
  for (const { number, ways } of sets.values())
    for (const way of ways) {
      const [rarest] = way.needs.toSorted((a, b) => (common[a] ?? 0) - (common[b] ?? 0));
      if (rarest !== undefined) (waiting[rarest] ??= []).push({ set: number, way });
    }
  return waiting;
}

function larger(places: Int32Array, least: number): Int32Array {
  const copy = new Int32Array(Math.max(least, places.length * 2));
  copy.set(places);
  return copy;
}
