import { hasNeighbours } from '../counts/has-neighbours.ts';
import { objectives } from '../counts/objectives.ts';
import { organisations } from '../counts/organisations.ts';
import { ownAnswers } from '../counts/own-answers.ts';
import type { OpenPanel } from '../panel/open-panel.ts';
import type { KnownCause } from './every-cause.ts';
import type { Member } from './group-family.ts';
import { groupNames } from './group-names.ts';
import { guardedReleases } from './guarded-releases.ts';
import { once } from './once.ts';
import { publicReleases } from './public-releases.ts';
import type { Releases } from './releases.ts';

/**
 * What may be told of a panel to one of its organisations, or to nobody in particular (null). Of a public panel
 * everything is; of a confidential one what docs/disclosure.md promises.
 *
 * What does not depend on the viewer is decided once for a version of a panel and remembered while the process runs.
 * A viewer that is not in the panel is compared with all, and with the nearest where the panel's tables know its
 * neighbours; with its type and region where `organisations` has a row for it, or `outside` says them.
 * @param viewer of a confidential panel only one that has shown who it is; see `provenViewer`
 * @param outside type and region of a viewer that is not in the panel
 * @param knownCauses those that the rules have: of a confidential panel one that few gave is told only where it is known
 */
export async function releasesFor(
  open: OpenPanel,
  viewer: string | null,
  outside: Omit<Member, 'organisation'> | null = null,
  knownCauses: readonly KnownCause[] = [],
): Promise<Releases> {
  const { periods, access } = open.panel;
  const members = await organisations(open);
  const inside = members.find(({ organisation }) => organisation === viewer) ?? null;
  const member = inside ?? (outside === null ? null : { organisation: viewer ?? '', ...outside });
  const own = once(async (organisation: string) => {
    const rows = await ownAnswers(open, organisation);
    return new Map(rows.map((row) => [`${row.period} ${row.objective}`, row]));
  });
  const ownRow = async (period: string | undefined, objective: number) =>
    viewer === null ? null : ((await own(viewer)).get(`${period} ${objective}`) ?? null);
  const figures =
    access === 'public'
      ? publicReleases(open, viewer, member)
      : guardedReleases(open, viewer, members, member, knownCauses);
  return {
    ...figures,
    groups: groupNames(member, viewer !== null && (await hasNeighbours(open, viewer))),
    periods,
    objectives: await objectives(open),
    own: async (period, objective) => {
      const row = await ownRow(period, objective);
      return row === null ? null : { achieved: row.achieved, workingTowards: row.workingTowards };
    },
    ownMove: async (from, to, objective) => {
      const [before, after] = [await ownRow(from, objective), await ownRow(to, objective)];
      if (before === null || after === null || periods[periods.indexOf(from) + 1] !== to) return null;
      if ([before, after].some((row) => row.carried || row.agreedStandard)) return null;
      return { from: before.achieved, reached: after.achieved > before.achieved };
    },
  };
}
