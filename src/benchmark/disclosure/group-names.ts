import { nearestMany, type PeerGroup } from '../peer-group.ts';
import { groupKey, type Member, type SharedKind } from './group-family.ts';

const sharedKinds: readonly SharedKind[] = ['all', 'type', 'region', 'type-and-region'];

/** The groups that a viewer has, coarse to fine; of one whom the panel does not know, all and perhaps the nearest. */
export function groupNames(viewer: Member | null, hasNeighbours: boolean): readonly PeerGroup[] {
  const known = viewer ?? { type: null, region: null };
  const names: Readonly<Record<SharedKind, string>> = {
    all: 'all organisations',
    type: known.type ?? '',
    region: known.region ?? '',
    'type-and-region': `${known.type ?? ''}, ${known.region ?? ''}`,
  };
  return [
    ...sharedKinds
      .filter((kind) => groupKey(kind, known) !== null)
      .map((kind) => ({ kind, name: names[kind] })),
    ...(hasNeighbours
      ? [{ kind: 'nearest' as const, name: `the ${nearestMany} nearest that answered` }]
      : []),
  ];
}
