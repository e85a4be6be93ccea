import type { AnswerSheet } from './answer-sheet.ts';
import { type AnsweredSet, isIn } from './answered-set.ts';

/**
 * Organisations that could have each other's answers without any given figure being another one. It proves of each of
 * them that the figures do not tell what it answered.
 */
export type Exchange =
  /** Answers in one period: the organisations of `from` hold place `x` and would hold `y`, those of `to` the reverse. */
  | {
      readonly kind: 'answers';
      readonly period: number;
      readonly x: number;
      readonly y: number;
      readonly from: readonly number[];
      readonly to: readonly number[];
    }
  /** All that two organisations answered, in every period. */
  | { readonly kind: 'records'; readonly from: readonly [number]; readonly to: readonly [number] };

/** A set whose figure is given: by count, or as a level at which all or all but one or two are. */
export interface GivenSet {
  readonly set: AnsweredSet;
  /** Of movers: how many there are from each level; null for places. */
  readonly fromLevel: ReadonlyMap<number, number> | null;
  /** Null where counts are given. */
  readonly nearlyAll: { readonly achieved: number; readonly n: number } | null;
}

/** How many of a set may be elsewhere where nearly all are at one level. */
export const fewElsewhere = 2;

/** The fewest movers from a level that are told apart: ten, and the viewer, who may be one of them. */
export const fewestFrom = 11;

/** Whether a given figure stays as it is under an exchange: by count, not by hash. */
export function leaves(sheet: AnswerSheet, exchange: Exchange, given: GivenSet): boolean {
  const { set, nearlyAll } = given;
  const among = (organisations: readonly number[]) => organisations.filter((each) => isIn(set, each)).length;
  const net = among(exchange.from) - among(exchange.to);
  if (exchange.kind === 'records') return net === 0;
  if (set.about === 'moves') return leavesMoves(sheet, exchange, given);
  if (net === 0 || set.period !== exchange.period) return true;
  if (nearlyAll === null) return false;
  const at = (place: number) => (sheet.places[place]?.achieved === nearlyAll.achieved ? net : 0);
  return nearlyAll.n + at(exchange.y) - at(exchange.x) >= set.members.length - fewElsewhere;
}

function leavesMoves(
  sheet: AnswerSheet,
  { period, x, y, from, to }: Exchange & { readonly kind: 'answers' },
  given: GivenSet,
): boolean {
  const net = new Map<number, number>();
  const tell = (organisation: number, place: number, by: number) => {
    const move = moveOf(sheet, given.set, organisation, period, place);
    if (move === null) return;
    const outcome = 2 * move.from + (move.reached ? 1 : 0);
    net.set(outcome, (net.get(outcome) ?? 0) + by);
  };
  for (const [organisations, was, would] of [[from, x, y] as const, [to, y, x] as const])
    for (const organisation of organisations) {
      tell(organisation, was, -1);
      tell(organisation, would, 1);
    }
  const levels = new Set([...net.keys()].map((outcome) => Math.floor(outcome / 2)));
  return [...levels].every((level) => {
    const [stayed, reached] = [net.get(2 * level) ?? 0, net.get(2 * level + 1) ?? 0];
    const n = given.fromLevel?.get(level) ?? 0;
    return n >= fewestFrom ? stayed === 0 && reached === 0 : n + stayed + reached < fewestFrom;
  });
}

/** A move as it is counted. */
export interface CountedMove {
  readonly from: number;
  readonly reached: boolean;
}

/**
 * The move of an organisation if it holds a place in a period: into the period or out of it, as the set of movers is
 * about. Null where the set is not about the organisation or not about the period.
 */
export function moveOf(
  sheet: AnswerSheet,
  set: AnsweredSet,
  organisation: number,
  period: number,
  place: number,
): CountedMove | null {
  if ((set.period !== period && set.period !== period + 1) || !isIn(set, organisation)) return null;
  const slot = organisation * sheet.periods + set.period;
  const held = sheet.places[place]?.achieved ?? 0;
  const beside = sheet.places[sheet.place[set.period === period ? slot - 1 : slot] ?? -1]?.achieved ?? 0;
  return set.period === period
    ? { from: beside, reached: held > beside }
    : { from: held, reached: beside > held };
}

/** A number for what an organisation adds to a figure at a place: the same for the same; null where it adds nothing. */
export function outcomeOf(
  sheet: AnswerSheet,
  { set, fromLevel }: GivenSet,
  organisation: number,
  period: number,
  place: number,
): number | null {
  if (fromLevel === null) return place;
  const move = moveOf(sheet, set, organisation, period, place);
  if (move === null || (fromLevel.get(move.from) ?? 0) < fewestFrom) return null;
  return 2 * move.from + (move.reached ? 1 : 0);
}
