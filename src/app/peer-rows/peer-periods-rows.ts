import type { PeerPeriodsRow } from '../../charts/benchmark-rows.ts';
import type { ComparedPool, Comparison } from '../../model/comparison.ts';
import type { Framework } from '../../model/framework.ts';
import { midpoint } from '../../model/score.ts';
import { share } from '../../statistics/share.ts';

/** Others and oneself at a satisfactory level or above, of the whole and each section, in each of some periods. */
export function peerPeriodsRows(
  comparisons: readonly Comparison[],
  framework: Framework,
): readonly PeerPeriodsRow[] {
  const parts = [null, ...framework.sections.map(({ id }) => id)];
  return parts.flatMap((part) =>
    comparisons.flatMap(({ period, group, whole, sections }) => {
      const pool = part === null ? whole : sections.find(({ section }) => section === part);
      if (pool === undefined) return [];
      const shared = { period, group: group.name, satisfactory: framework.satisfactory };
      return [{ ...shared, ...figuresOf(pool) }];
    }),
  );
}

function figuresOf({
  section,
  name,
  others,
  own,
  leftOut,
}: ComparedPool): Omit<PeerPeriodsRow, 'period' | 'group' | 'satisfactory'> {
  return {
    section: section ?? '',
    sectionName: section === null ? 'All objectives' : name,
    n: others?.n ?? null,
    count: others?.satisfactory.count ?? null,
    share: others?.satisfactory.share ?? null,
    low: others?.satisfactory.low ?? null,
    high: others?.satisfactory.high ?? null,
    lower: others === null ? null : midpoint(others.quartiles.lower),
    median: others === null ? null : midpoint(others.quartiles.median),
    upper: others === null ? null : midpoint(others.quartiles.upper),
    ownN: own?.n ?? null,
    ownCount: own?.satisfactory ?? null,
    ownShare: own === null ? null : share(own.satisfactory, own.n).share,
    ownMean: own?.mean ?? null,
    leftOut: leftOut.length,
    why: others === null ? 'none of its objectives can be compared' : '',
  };
}
