import type { AnswerSheet } from './answer-sheet.ts';
import { type Exchange, leaves } from './exchange.ts';
import { exchanges } from './exchanges.ts';
import { type GivenSet, periodsOf } from './given-set.ts';

/** Keeps for every answer the exchanges which prove that the given figures do not tell its level. */
export interface Assurance {
  /** What it holds: the exchanges of a slot, and the slots of which one is about other periods too. */
  readonly held: HeldProofs;
  /** Takes up a figure that was given before, with the number that it had: what is held proves that it may be. */
  readonly takeUp: (one: GivenSet, number: number) => void;
  /** Gives a figure if after it still nobody learns what another organisation answered; else leaves all as it was. */
  readonly give: (one: GivenSet) => boolean;
  /** The same for one viewer only, on top of what all are given. */
  readonly forViewer: (viewer: number | null) => ViewerAssurance;
}

/** Exchanges that were found, by slot. */
export interface HeldProofs {
  readonly of: (slot: number) => readonly Exchange[];
  readonly withRecords: Iterable<number>;
}

/** What one viewer is given besides; to be taken back before another viewer is looked at. */
export interface ViewerAssurance {
  readonly give: (one: GivenSet) => boolean;
  readonly takeBack: () => void;
}

/**
 * The assurance of a sheet, to begin with no figure given.
 * @param begin exchanges that are known
 *
 * A viewer knows its own answers, so it can be in no exchange that shall convince it. For figures that all see, an
 * answer has exchanges enough that whoever looks, one of them is without the looker.
 */
export function assurance(sheet: AnswerSheet, begin: HeldProofs): Assurance {
  const search = exchanges(sheet);
  const proofs: (readonly Exchange[] | undefined)[] = Array.from(sheet.place, () => undefined);
  const proofsOf = (slot: number): readonly Exchange[] => {
    const known = proofs[slot] ?? begin.of(slot);
    proofs[slot] = known;
    return known;
  };
  const byPeriod = answeredSlots(sheet);
  const withRecords = new Set(begin.withRecords);

  const prove = (slot: number, avoid: number | null) => {
    const found = search.find(slot, avoid);
    if (found?.some(({ period }) => period !== slot % sheet.periods)) withRecords.add(slot);
    return found;
  };
  const othersIn = (slot: number, exchange: Exchange) => {
    const own = Math.floor(slot / sheet.periods);
    return exchange.map(({ organisation }) => organisation).filter((each) => each !== own);
  };
  /** Proofs such that no organisation is in all of them; null where there are none. */
  const complete = (slot: number, held: readonly Exchange[]): readonly Exchange[] | null => {
    const known = [...held];
    const first = known[0] ?? prove(slot, null);
    if (first === null) return null;
    if (known.length === 0) known.push(first);
    for (const other of othersIn(slot, first))
      if (known.every((each) => othersIn(slot, each).includes(other))) {
        const found = prove(slot, other);
        if (found === null) return null;
        known.push(found);
      }
    return known;
  };
  const concerned = (one: GivenSet) => [
    ...periodsOf(one).flatMap((period) => byPeriod[period] ?? []),
    ...withRecords,
  ];

  return {
    held: { of: proofsOf, withRecords },
    takeUp: (one, number) => search.add(one, number),
    give: (one) => {
      search.add(one);
      for (const slot of concerned(one)) {
        const held = proofsOf(slot);
        if (held.length > 0 && held.every((each) => leaves(sheet, each, one))) continue;
        const standing = held.filter((each) => leaves(sheet, each, one));
        const completed = complete(slot, standing);
        if (completed === null) {
          search.remove(one);
          return false;
        }
        proofs[slot] = completed;
      }
      return true;
    },
    forViewer: (viewer) => {
      const given: GivenSet[] = [];
      const own = new Map<number, Exchange>();
      // Slots with exchanges of this viewer's that are about other periods too.
      const ownRecords = new Set<number>();
      const convinces = (exchange: Exchange) =>
        (viewer === null || exchange.every(({ organisation }) => organisation !== viewer)) &&
        given.every((each) => leaves(sheet, exchange, each));
      return {
        give: (one) => {
          search.add(one);
          given.push(one);
          for (const slot of [...concerned(one), ...ownRecords]) {
            if (Math.floor(slot / sheet.periods) === viewer) continue;
            const known = own.get(slot);
            if (known !== undefined && convinces(known)) continue;
            const found = proofsOf(slot).find(convinces) ?? search.find(slot, viewer);
            if (found === null) {
              search.remove(one);
              given.pop();
              return false;
            }
            own.set(slot, found);
            if (found.some(({ period }) => period !== slot % sheet.periods)) ownRecords.add(slot);
          }
          return true;
        },
        takeBack: () => {
          for (const one of given) search.remove(one);
        },
      };
    },
  };
}

/** The slots in which somebody answered, by period. */
function answeredSlots(sheet: AnswerSheet): readonly (readonly number[])[] {
  const byPeriod: number[][] = Array.from({ length: sheet.periods }, () => []);
  for (const [slot, place] of sheet.place.entries())
    if (place >= 0) byPeriod[slot % sheet.periods]?.push(slot);
  return byPeriod;
}
