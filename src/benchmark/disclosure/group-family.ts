import type { GroupKind } from '../peer-group.ts';

/** A kind of group that is the same for every viewer. */
export type SharedKind = Exclude<GroupKind, 'nearest'>;

/** A group that is the same for every viewer. */
export interface SharedGroup {
  readonly kind: SharedKind;
  /** Names it among all groups of a panel. */
  readonly key: string;
  /** Numbers of organisations, ascending. */
  readonly members: readonly number[];
}

/** An organisation of a panel; its number is its place among all. */
export interface Member {
  readonly organisation: string;
  readonly type: string | null;
  readonly region: string | null;
}

/** The key of the group of a kind that an organisation is in; null where it is in none. */
export function groupKey(kind: SharedKind, { type, region }: Omit<Member, 'organisation'>): string | null {
  if (kind === 'all') return 'all';
  if (kind === 'type') return type === null ? null : JSON.stringify([kind, type]);
  if (kind === 'region') return region === null ? null : JSON.stringify([kind, region]);
  return type === null || region === null ? null : JSON.stringify([kind, type, region]);
}

/** Every group of a kind, in order of key. */
export function groupsOfKind(kind: SharedKind, members: readonly Member[]): readonly SharedGroup[] {
  const byKey = new Map<string, number[]>();
  for (const [number, member] of members.entries()) {
    const key = groupKey(kind, member);
    if (key === null) continue;
    const known = byKey.get(key);
    if (known === undefined) byKey.set(key, [number]);
    else known.push(number);
  }
  return [...byKey]
    .map(([key, numbers]) => ({ kind, key, members: numbers }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}
