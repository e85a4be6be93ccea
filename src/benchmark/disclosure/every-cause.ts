import type { Cause } from '../../model/cause.ts';
import type { CauseRelease } from './cause-release.ts';

/** A cause that can be given, and who could lift it. */
export type KnownCause = Pick<Cause, 'id' | 'control'>;

/**
 * The releases of every cause that can be given, in order of cause and control: one that nobody gave is told as one that
 * few gave, and few who gave one that is not known are not told, so that neither says that it was given or was not.
 */
export function everyCause(
  told: readonly CauseRelease[],
  known: readonly KnownCause[],
): readonly CauseRelease[] {
  const all = new Map<string, CauseRelease>();
  for (const { id: cause, control } of known)
    all.set(JSON.stringify([cause, control]), { cause, control, under: 'fewer-than-ten', beyond: null });
  for (const each of told) {
    const name = JSON.stringify([each.cause, each.control]);
    if (each.under !== 'fewer-than-ten') all.set(name, each);
  }
  return [...all].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
}
