import { type PooledUptake, pooledUptake } from '../../benchmark/figures/pooled-uptake.ts';
import type { UptakeInput } from '../../benchmark/figures/uptake.ts';
import type { PeerUptakeRow } from '../../charts/benchmark-rows.ts';

/** How many of the others reached the next level, by step, then by section; too few are a row that says so. */
export function peerUptakeRows(input: UptakeInput): readonly PeerUptakeRow[] {
  const { framework, rules, group, periods } = input;
  const nameOf = ({ from, section }: PooledUptake) =>
    from === null
      ? (framework.sections.find(({ id }) => id === section)?.name ?? `${section}`)
      : `${from} to ${from + 1}`;
  return pooledUptake(input).map((pooled): PeerUptakeRow => {
    const { by, from, section, reached, band, leftOut } = pooled;
    return {
      fromPeriod: periods.from,
      toPeriod: periods.to,
      group: group.name,
      by,
      part: section ?? `${from}`,
      partName: nameOf(pooled),
      count: reached?.count ?? null,
      n: reached?.n ?? null,
      share: reached?.share ?? null,
      low: reached?.low ?? null,
      high: reached?.high ?? null,
      band: band === null ? '' : rules.uptake.words[band],
      leftOut,
      why: reached === null ? `fewer than ${rules.uptake.fewest} moves are known` : '',
    };
  });
}
