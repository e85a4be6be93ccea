import type { Uptake } from './uptake.ts';

/** Whose moves uptakes count, and from when to when: "all organisations, 2024 to 2025"; empty without any. */
export function uptakeGroupWords(uptakes: readonly Pick<Uptake, 'group' | 'periods'>[]): string {
  const said = uptakes.map(({ group, periods }) => `${group}, ${periods.from} to ${periods.to}`);
  return [...new Set(said)].join('; ');
}
