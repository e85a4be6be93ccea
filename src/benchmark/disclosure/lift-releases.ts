import type { Pack } from '../../pack/pack.ts';
import { type LiftedCount, liftedCounts } from '../counts/lifted-counts.ts';
import type { OpenPanel } from '../panel/open-panel.ts';
import type { GuardedCount } from './cause-release.ts';
import { couldLift } from './could-lift.ts';
import type { LiftRelease } from './lift-release.ts';

/** Ten others, and the one who looks. */
const fewest = 11;

/**
 * What may be told of what each circumstance would raise in a period if it were there for everybody: one for each
 * factor and objective that it could raise by the rules, all factors together last. It is the same for every viewer,
 * and only over all of the panel, so that no two groups can be compared.
 *
 * Of a confidential panel an objective that fewer than eleven scored is not there; all together is withheld where it
 * raises one to ten more than a single circumstance whose number is told.
 * @throws Problem PACK_BROKEN for a pack that cannot be written as SQL
 */
export async function liftReleases(
  open: OpenPanel,
  pack: Pack,
  period: string,
): Promise<readonly LiftRelease[]> {
  const { access, causes } = open.panel;
  const counted = (await liftedCounts(open, pack, period)).filter(({ factor, objective: number }) => {
    const objective = pack.framework.objectives.find((each) => each.number === number);
    const factors = factor === null ? pack.factors.map(({ id }) => id) : [factor];
    return objective !== undefined && factors.some((each) => couldLift(pack, each, objective, causes));
  });
  if (access === 'public') return counted;
  return counted
    .filter(({ n }) => n >= fewest)
    .map((one) => {
      const close = counted.some(
        (other) =>
          one.factor === null &&
          other.factor !== null &&
          other.objective === one.objective &&
          typeof guarded(other) === 'number' &&
          one.rises !== other.rises &&
          one.rises - other.rises < fewest,
      );
      return { ...one, rises: close ? 'withheld' : guarded(one) };
    });
}

function guarded({ rises, n }: LiftedCount): GuardedCount {
  if (rises < fewest) return 'fewer-than-ten';
  return n - rises < fewest ? 'nearly-all' : rises;
}
