import { releasesFor } from '../../../src/benchmark/disclosure/releases-for.ts';
import type { GroupKind } from '../../../src/benchmark/peer-group.ts';
import type { HeldFigure } from './attacker.ts';
import { knownCauses, openRows, type PanelRows } from './open-rows.ts';

/**
 * Every figure that a viewer could hold of objective 1: of each group of the family, as any of its members would be
 * shown it, and of the viewer's own nearest.
 */
export async function heldFigures(rows: PanelRows, viewer: string | null): Promise<readonly HeldFigure[]> {
  const open = await openRows(rows);
  try {
    const { periods } = open.panel;
    const figures: HeldFigure[] = [];
    const scored = (organisation: string, period: string | undefined) =>
      rows.scores.find(
        (row) => row.organisation === organisation && row.period === period && row.achieved !== null,
      );
    const moved = (organisation: string, before: string | undefined, period: string) =>
      [scored(organisation, before), scored(organisation, period)].every(
        (row) => row !== undefined && !row.carried && !row.agreedStandard,
      );
    const hold = async (
      kind: GroupKind,
      shownTo: string | null,
      members: (period: string) => readonly string[],
    ) => {
      const releases = await releasesFor(open, shownTo, null, knownCauses);
      for (const [index, period] of periods.entries()) {
        const answered = members(period).filter((each) => scored(each, period));
        const places = await releases.distribution(kind, period, 1);
        figures.push({ period, members: answered, places });
        if (kind === 'all' && places.give !== 'nothing' && open.panel.causes)
          figures.push({ period, members: answered, causes: await releases.causes(period, 1) });
        const before = periods[index - 1];
        if (before === undefined || kind === 'nearest') continue;
        const movers = members(period).filter((each) => moved(each, before, period));
        figures.push({
          period,
          before,
          members: movers,
          moves: await releases.uptake(kind, before, period, 1),
        });
      }
    };
    const kinds = ['all', 'type', 'region', 'type-and-region'] as const;
    for (const kind of kinds) {
      const keyOf = ({ type, region }: PanelRows['organisations'][number]) =>
        ({ all: 'all', type, region, 'type-and-region': `${type} ${region}` })[kind];
      for (const group of Map.groupBy(rows.organisations, keyOf).values()) {
        const members = group.map(({ organisation }) => organisation);
        await hold(kind, members[0] ?? null, () => members);
      }
    }
    if (viewer !== null)
      await hold('nearest', viewer, (period) => [
        ...(rows.neighbours?.[viewer] ?? [])
          .filter((each) =>
            rows.scores.some(
              (row) => row.organisation === each && row.period === period && row.achieved !== null,
            ),
          )
          .slice(0, 15),
        viewer,
      ]);
    return figures;
  } finally {
    open.close();
  }
}
