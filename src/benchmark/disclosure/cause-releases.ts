import type { GivenCause } from '../counts/given-causes.ts';
import type { AnswerSheet } from './answer-sheet.ts';
import type { CauseRelease, GuardedCount } from './cause-release.ts';
import { fewElsewhere } from './given-set.ts';

/** Ten others, and the one who looks. */
const fewest = 11;

/**
 * What may be told of the causes given on one objective in one period, by all who scored it. Two who stand the same way
 * to a cause's level, one of whom gave the cause, could have it the other way round; a count is told only where each
 * has such counterparts, two at least, so that a viewer who is one of them does not know of the other.
 */
export function causeReleases(
  sheet: AnswerSheet,
  organisations: ReadonlyMap<string, number>,
  given: readonly GivenCause[],
  period: number,
): readonly CauseRelease[] {
  const answered = new Map<number, number>();
  for (let organisation = 0; organisation < sheet.many; organisation++) {
    const held = sheet.places[sheet.place[organisation * sheet.periods + period] ?? -1];
    if (held !== undefined) answered.set(organisation, held.achieved);
  }
  const byCause = new Map<string, Map<number, number>>();
  for (const { organisation, cause, control, level } of given) {
    const number = organisations.get(organisation) ?? -1;
    if (!answered.has(number)) continue;
    const name = JSON.stringify([cause, control]);
    byCause.set(name, (byCause.get(name) ?? new Map<number, number>()).set(number, level));
  }
  return [...byCause]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, levels]) => {
      const [cause = '', control = ''] = JSON.parse(name) as readonly string[];
      const guarded = guard(levels.size, answered.size);
      const under = typeof guarded === 'number' && !tradable(levels, answered) ? 'withheld' : guarded;
      const beyond = [...levels].filter(([number, level]) => (answered.get(number) ?? 0) > level).length;
      return { cause, control, under, beyond: typeof under === 'number' ? guard(beyond, under) : null };
    });
}

function guard(many: number, of: number): GuardedCount {
  if (many < fewest) return 'fewer-than-ten';
  return of - many <= fewElsewhere ? 'nearly-all' : many;
}

/** Whether each who gave a cause could have been either of two who did not, and the reverse. */
function tradable(levels: ReadonlyMap<number, number>, answered: ReadonlyMap<number, number>): boolean {
  const counterparts = new Map<number, number>();
  for (const [one, level] of levels) {
    const beyond = (answered.get(one) ?? 0) > level;
    for (const [other, achieved] of answered) {
      if (levels.has(other) || achieved > level !== beyond) continue;
      counterparts.set(one, (counterparts.get(one) ?? 0) + 1);
      counterparts.set(other, (counterparts.get(other) ?? 0) + 1);
    }
  }
  return [...answered.keys()].every((each) => (counterparts.get(each) ?? 0) >= 2);
}
