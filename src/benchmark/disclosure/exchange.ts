import type { AnswerSheet } from './answer-sheet.ts';
import { isIn } from './answered-set.ts';
import { fewElsewhere, fewestFrom, type GivenSet } from './given-set.ts';
import { moveOf } from './move-of.ts';

/** That an organisation would hold another place in a period. */
export interface ChangedAnswer {
  readonly organisation: number;
  readonly period: number;
  /** The place that it would hold. */
  readonly place: number;
}

/**
 * Organisations that could have each other's answers without any given figure being another one. It proves of each of
 * them that the figures do not tell what it answered. In each period the changed answers are the old ones in another
 * order, so that whatever goes with an answer (its causes) can go with it; or one changes alone, no count being told.
 */
export type Exchange = readonly ChangedAnswer[];

/** Whether a given figure stays as it is under an exchange, counted. */
export function leaves(sheet: AnswerSheet, exchange: Exchange, given: GivenSet): boolean {
  return given.set.about === 'places'
    ? leavesPlaces(sheet, exchange, given)
    : leavesMoves(sheet, exchange, given);
}

function leavesPlaces(sheet: AnswerSheet, exchange: Exchange, { set, nearlyAll }: GivenSet): boolean {
  const net = new Map<number, number>();
  const tell = (place: number, by: number) => {
    const counted = nearlyAll === null ? place : (sheet.places[place]?.achieved ?? 0);
    net.set(counted, (net.get(counted) ?? 0) + by);
  };
  for (const { organisation, period, place } of exchange) {
    if (period !== set.period || !isIn(set, organisation)) continue;
    tell(sheet.place[organisation * sheet.periods + period] ?? -1, -1);
    tell(place, 1);
  }
  if (nearlyAll === null) return [...net.values()].every((by) => by === 0);
  return nearlyAll.n + (net.get(nearlyAll.achieved) ?? 0) >= set.members.length - fewElsewhere;
}

function leavesMoves(sheet: AnswerSheet, exchange: Exchange, { set, fromLevel }: GivenSet): boolean {
  const net = new Map<number, number>();
  const tell = (before: number, after: number, by: number) => {
    const { from, reached } = moveOf(sheet, before, after);
    const outcome = 2 * from + (reached ? 1 : 0);
    net.set(outcome, (net.get(outcome) ?? 0) + by);
  };
  const told = new Set<number>();
  for (const { organisation, period } of exchange) {
    if ((period !== set.period && period !== set.period - 1) || told.has(organisation)) continue;
    if (!isIn(set, organisation)) continue;
    told.add(organisation);
    const slot = organisation * sheet.periods + set.period;
    const [before, after] = [sheet.place[slot - 1] ?? -1, sheet.place[slot] ?? -1];
    const would = (at: number, held: number) =>
      exchange.find((each) => each.organisation === organisation && each.period === at)?.place ?? held;
    tell(before, after, -1);
    tell(would(set.period - 1, before), would(set.period, after), 1);
  }
  return [...net.keys()].every((outcome) => {
    const level = Math.floor(outcome / 2);
    const [stayed, reached] = [net.get(2 * level) ?? 0, net.get(2 * level + 1) ?? 0];
    const n = fromLevel?.get(level) ?? 0;
    return n >= fewestFrom ? stayed === 0 && reached === 0 : n + stayed + reached < fewestFrom;
  });
}
