import { followsOn } from '../../model/period.ts';
import { causeCounts } from '../counts/cause-counts.ts';
import type { CountedGroup } from '../counts/counted-group.ts';
import { moveCounts } from '../counts/move-counts.ts';
import { placeCounts } from '../counts/place-counts.ts';
import type { OpenPanel } from '../panel/open-panel.ts';
import type { GroupKind } from '../peer-group.ts';
import type { CauseRelease } from './cause-release.ts';
import type { Member } from './group-family.ts';
import { once } from './once.ts';
import type { Release } from './release.ts';
import type { Releases } from './releases.ts';
import type { UptakeRelease } from './uptake-release.ts';

const nothing = { give: 'nothing', because: 'nobody-else' } as const;

/** The figures of a public panel, nothing withheld: each kind of group is counted when it is first asked for. */
export function publicReleases(
  open: OpenPanel,
  viewer: string | null,
  member: Member | null,
): Pick<Releases, 'distribution' | 'uptake' | 'causes'> {
  const places = once(async (kind: GroupKind) => {
    const group = countedGroup(kind, viewer, member);
    const counted = group === null ? [] : await placeCounts(open, group);
    const sorted = [...counted].sort(
      (a, b) => a.achieved - b.achieved || (a.workingTowards ?? 0) - (b.workingTowards ?? 0),
    );
    const byCell = Map.groupBy(sorted, ({ period, objective }) => `${period} ${objective}`);
    return (cell: string): Release => {
      const cells = byCell.get(cell);
      if (cells === undefined) return nothing;
      const listed = cells.map(({ achieved, workingTowards, n }) => ({ achieved, workingTowards, n }));
      return { give: 'counts', places: listed, n: listed.reduce((sum, { n }) => sum + n, 0) };
    };
  });
  const moves = once(async (kind: GroupKind) => {
    const group = countedGroup(kind, viewer, member);
    const counted = group === null ? [] : await moveCounts(open, group);
    const sorted = [...counted].sort((a, b) => a.from - b.from);
    const byCell = Map.groupBy(sorted, ({ period, objective }) => `${period} ${objective}`);
    return (cell: string): UptakeRelease => {
      const cells = byCell.get(cell);
      if (cells === undefined) return nothing;
      const steps = cells.map(({ from, n, reached }) => ({ from, n, reached }));
      return { give: 'counts', steps, n: steps.reduce((sum, { n }) => sum + n, 0) };
    };
  });
  const causes = once(async (_: 'all') => {
    const counted = [...(await causeCounts(open))].sort((a, b) => {
      const [one, other] = [JSON.stringify([a.cause, a.control]), JSON.stringify([b.cause, b.control])];
      return one < other ? -1 : 1;
    });
    return Map.groupBy(counted, ({ period, objective }) => `${period} ${objective}`);
  });
  const { periods } = open.panel;
  return {
    distribution: async (kind, period, objective) => (await places(kind))(`${period} ${objective}`),
    uptake: async (kind, from, to, objective) =>
      periods.includes(from) && periods.includes(to) && followsOn(to, from)
        ? (await moves(kind))(`${to} ${objective}`)
        : nothing,
    causes: async (period, objective): Promise<readonly CauseRelease[]> =>
      ((await causes('all')).get(`${period} ${objective}`) ?? []).map(
        ({ cause, control, under, beyond }) => ({
          cause,
          control,
          under,
          beyond,
        }),
      ),
  };
}

function countedGroup(kind: GroupKind, viewer: string | null, member: Member | null): CountedGroup | null {
  if (kind === 'all') return { kind };
  if (kind === 'nearest') return viewer === null ? null : { kind, organisation: viewer };
  const { type = null, region = null } = member ?? {};
  if (kind === 'type') return type === null ? null : { kind, type };
  if (kind === 'region') return region === null ? null : { kind, region };
  return type === null || region === null ? null : { kind, type, region };
}
