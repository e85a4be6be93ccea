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
  const { set } = given;
  let concerned = false;
  for (const { organisation, period } of exchange) {
    const within = period === set.period || (set.about === 'moves' && period === set.period - 1);
    concerned ||= within && isIn(set, organisation);
  }
  if (!concerned) return true;
  return set.about === 'places' ? leavesPlaces(sheet, exchange, given) : leavesMoves(sheet, exchange, given);
}

function leavesPlaces(sheet: AnswerSheet, exchange: Exchange, { set, nearlyAll }: GivenSet): boolean {
  const within = exchange.filter(
    ({ organisation, period }) => period === set.period && isIn(set, organisation),
  );
  const held = within.map(({ organisation }) => sheet.place[organisation * sheet.periods + set.period] ?? -1);
  if (nearlyAll === null) {
    const net = (counted: number) => {
      let by = 0;
      for (let index = 0; index < within.length; index++)
        by += (within[index]?.place === counted ? 1 : 0) - (held[index] === counted ? 1 : 0);
      return by;
    };
    for (let index = 0; index < within.length; index++)
      if (net(held[index] ?? -1) !== 0 || net(within[index]?.place ?? -1) !== 0) return false;
    return true;
  }
  const level = (place: number) => sheet.places[place]?.achieved ?? 0;
  let by = 0;
  for (const { place } of within) if (level(place) === nearlyAll.achieved) by++;
  for (const place of held) if (level(place) === nearlyAll.achieved) by--;
  return nearlyAll.n + by >= set.members.length - fewElsewhere;
}

function leavesMoves(sheet: AnswerSheet, exchange: Exchange, { set, fromLevel }: GivenSet): boolean {
  // Outcomes that are had no more, and those that are had instead.
  const was: number[] = [];
  const is: number[] = [];
  const outcome = (before: number, after: number) => {
    const { from, reached } = moveOf(sheet, before, after);
    return 2 * from + (reached ? 1 : 0);
  };
  for (let index = 0; index < exchange.length; index++) {
    const changed = exchange[index];
    if (changed === undefined || !isIn(set, changed.organisation)) continue;
    const { organisation, period } = changed;
    if (period !== set.period && period !== set.period - 1) continue;
    const slot = organisation * sheet.periods + set.period;
    let [before, after] = [sheet.place[slot - 1] ?? -1, sheet.place[slot] ?? -1];
    const old = outcome(before, after);
    let told = false;
    for (let at = 0; at < exchange.length; at++) {
      const each = exchange[at];
      if (each === undefined || each.organisation !== organisation) continue;
      if (each.period === set.period - 1) before = each.place;
      else if (each.period === set.period) after = each.place;
      else continue;
      told ||= at < index;
    }
    if (told) continue;
    was.push(old);
    is.push(outcome(before, after));
  }
  const net = (counted: number) => {
    let by = 0;
    for (let index = 0; index < was.length; index++)
      by += (is[index] === counted ? 1 : 0) - (was[index] === counted ? 1 : 0);
    return by;
  };
  const stands = (counted: number) => {
    const level = counted >> 1;
    const [stayed, reached] = [net(2 * level), net(2 * level + 1)];
    const n = fromLevel?.get(level) ?? 0;
    return n >= fewestFrom ? stayed === 0 && reached === 0 : n + stayed + reached < fewestFrom;
  };
  for (let index = 0; index < was.length; index++)
    if (was[index] !== is[index] && !(stands(was[index] ?? 0) && stands(is[index] ?? 0))) return false;
  return true;
}
