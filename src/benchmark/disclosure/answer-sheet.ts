import { followsOn } from '../../model/period.ts';
import type { Answer } from '../counts/answers.ts';
import type { GivenCause } from '../counts/given-causes.ts';

/** A place on the scale. */
export interface Place {
  readonly achieved: number;
  readonly workingTowards: number | null;
}

/**
 * Who answered what on one objective, by numbers: organisation `o` of `many`, period `p` of `periods`, place `k` of
 * `places`. A slot is `o * periods + p`.
 */
export interface AnswerSheet {
  readonly many: number;
  readonly periods: number;
  /** Lowest first: those that somebody holds, and where all hold one level one more, which they might hold. */
  readonly places: readonly Place[];
  /** The place held, by slot; -1 for none. */
  readonly place: Int16Array;
  /** 1 where the slot is a mover's: it moved, or could have, from the period right before. */
  readonly mover: Uint8Array;
  /** The levels of causes given, by slot; no entry for none. */
  readonly causeLevels: ReadonlyMap<number, readonly number[]>;
}

/** What else a sheet is made of. */
export interface AnswerSheetOptions {
  readonly causes?: readonly GivenCause[];
  /** The levels of the standard, in any order; 1, 2, 3 and so on unless said. */
  readonly levels?: readonly number[] | undefined;
}

/** The sheet of answers; those of organisations or periods that have no number are left out. */
export function answerSheet(
  given: readonly Answer[],
  organisations: ReadonlyMap<string, number>,
  periods: readonly string[],
  { causes = [], levels }: AnswerSheetOptions = {},
): AnswerSheet {
  const count = periods.length;
  const periodOf = new Map(periods.map((period, index) => [period, index]));
  const places = placesOf(given, levels);
  const placeOf = new Map(places.map((place, index) => [labelOf(place), index]));
  const place = new Int16Array(organisations.size * count).fill(-1);
  const notOwn = new Uint8Array(place.length);
  for (const answer of given) {
    const [organisation, period] = [organisations.get(answer.organisation), periodOf.get(answer.period)];
    if (organisation === undefined || period === undefined) continue;
    const slot = organisation * count + period;
    place[slot] = placeOf.get(labelOf(answer)) ?? -1;
    if (answer.carried || answer.agreedStandard) notOwn[slot] = 1;
  }
  const follows = periods.map((period, index) => followsOn(period, periods[index - 1]));
  const mover = new Uint8Array(place.length);
  for (let slot = 0; slot < place.length; slot++) {
    if (follows[slot % count] !== true || (place[slot] ?? -1) < 0 || (place[slot - 1] ?? -1) < 0) continue;
    if (notOwn[slot] === 0 && notOwn[slot - 1] === 0) mover[slot] = 1;
  }
  const causeLevels = new Map<number, number[]>();
  for (const { organisation, period, level } of causes) {
    const slot = (organisations.get(organisation) ?? -1) * count + (periodOf.get(period) ?? 0);
    causeLevels.set(slot, [...(causeLevels.get(slot) ?? []), level]);
  }
  return { many: organisations.size, periods: count, places, place, mover, causeLevels };
}

function placesOf(given: readonly Answer[], levels: AnswerSheetOptions['levels']): readonly Place[] {
  const byLabel = new Map<string, Place>();
  for (const { achieved, workingTowards } of given)
    byLabel.set(labelOf({ achieved, workingTowards }), { achieved, workingTowards });
  const [level, ...others] = new Set(given.map(({ achieved }) => achieved));
  if (level !== undefined && others.length === 0) {
    const achieved = levelBeside(level, levels);
    if (achieved !== null)
      byLabel.set(labelOf({ achieved, workingTowards: null }), { achieved, workingTowards: null });
  }
  return [...byLabel.values()].sort(
    (a, b) => a.achieved - b.achieved || (a.workingTowards ?? 0) - (b.workingTowards ?? 0),
  );
}

/** The level right below one, of the lowest the one above; null where there is no other. */
function levelBeside(level: number, levels: AnswerSheetOptions['levels']): number | null {
  if (levels === undefined) return level > 1 ? level - 1 : level + 1;
  const sorted = levels.toSorted((a, b) => a - b);
  return sorted.findLast((each) => each < level) ?? sorted.find((each) => each > level) ?? null;
}

function labelOf({ achieved, workingTowards }: Place): string {
  return `${achieved}/${workingTowards ?? ''}`;
}
