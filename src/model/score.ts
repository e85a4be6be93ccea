import { type Static, Type } from 'typebox';
import type { Frozen } from '../kernel/schema.ts';
import type { Level } from './framework.ts';

/** A score: the level achieved and, where the organisation writes k/(k+1), the level being worked towards. */
export const Score = Type.Object({
  label: Type.String({ minLength: 1 }),
  achieved: Type.Integer(),
  workingTowards: Type.Union([Type.Integer(), Type.Null()]),
});
export type Score = Frozen<Static<typeof Score>>;

/**
 * A score from what was written: "3", "2/3", "2-3" or "2 to 3"; the label is "2" or "2/3".
 * @returns null for anything else, such as "2/4", "2.5", "6" of five levels, or "3-ish"
 */
export function parseScore(written: string, levels: readonly Level[]): Score | null {
  const match = /^(\d{1,2})(?:\s*(?:\/|-|–|to)\s*(\d{1,2}))?$/i.exec(written.trim());
  if (match === null) return null;
  const ladder = levels.map(({ level }) => level);
  const achieved = Number(match[1]);
  if (!ladder.includes(achieved)) return null;
  if (match[2] === undefined) return { label: String(achieved), achieved, workingTowards: null };
  const workingTowards = Number(match[2]);
  if (workingTowards !== achieved + 1 || !ladder.includes(workingTowards)) return null;
  return { label: `${achieved}/${workingTowards}`, achieved, workingTowards };
}

/** The figure that a score counts as in an average: 2/3 counts 2.5. */
export function midpoint(score: Score): number {
  return score.workingTowards === null ? score.achieved : (score.achieved + score.workingTowards) / 2;
}

/** Order of scores: 2 before 2/3 before 3. Negative, zero or positive, as a sort wants it. */
export function compareScores(a: Score, b: Score): number {
  return midpoint(a) - midpoint(b);
}
