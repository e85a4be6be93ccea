import { nearest } from '../counts/nearest.ts';
import type { OpenPanel } from '../panel/open-panel.ts';
import { everyCause, type KnownCause } from './every-cause.ts';
import { groupKey, type Member } from './group-family.ts';
import { once } from './once.ts';
import type { Releases } from './releases.ts';
import { sharedDecisions } from './shared-decisions.ts';

const nothing = { give: 'nothing', because: 'few-others' } as const;

/** The figures of a confidential panel: what is decided for all, and besides for the viewer's nearest. */
export function guardedReleases(
  open: OpenPanel,
  viewer: string | null,
  members: readonly Member[],
  member: Member | null,
  knownCauses: readonly KnownCause[],
): Pick<Releases, 'distribution' | 'uptake' | 'causes'> {
  const { periods } = open.panel;
  const numbers = new Map(members.map(({ organisation }, number) => [organisation, number]));
  const own = viewer === null ? null : (numbers.get(viewer) ?? null);
  const keyOf = (kind: Parameters<typeof groupKey>[0]) =>
    groupKey(kind, member ?? { type: null, region: null });

  const decided = once((objective: number) => sharedDecisions(open, members, objective));
  const near = once(async (organisation: string) => {
    const rows = await nearest(open, organisation);
    return periods.map((period) =>
      rows.flatMap((row) => (row.period === period ? [numbers.get(row.organisation) ?? -1] : [])),
    );
  });
  const ofNearest = once(async (objective: number) => {
    const besides = viewer === null ? [] : await near(viewer);
    const { decided: shared } = await decided(objective);
    return once(async (period: number) => shared.nearest(own, besides, period));
  });
  return {
    distribution: async (kind, period, objective) => {
      const index = periods.indexOf(period);
      if (index < 0) return nothing;
      if (kind === 'nearest') return (await ofNearest(objective))(index);
      const key = keyOf(kind);
      return key === null ? nothing : (await decided(objective)).decided.places(key, index);
    },
    uptake: async (kind, from, to, objective) => {
      const index = periods.indexOf(to);
      if (kind === 'nearest') return nothing;
      const key = keyOf(kind);
      if (index < 1 || periods[index - 1] !== from || key === null) return nothing;
      return (await decided(objective)).decided.moves(key, index);
    },
    causes: async (period, objective) => {
      const index = periods.indexOf(period);
      if (index < 0 || !open.panel.causes) return [];
      const { decided: shared, causesIn } = await decided(objective);
      return shared.places('all', index).give === 'nothing' ? [] : everyCause(causesIn(index), knownCauses);
    },
  };
}
