import type { ChangedAnswer, Exchange } from './exchange.ts';

/** That some have another record from a period on, and others theirs. */
export function exchanged(
  first: number,
  own: readonly number[],
  other: readonly number[],
  from: readonly number[],
  to: readonly number[],
): Exchange {
  const changed: ChangedAnswer[] = [];
  for (const organisation of from)
    for (let index = 0; index < other.length; index++)
      changed.push({ organisation, period: first + index, place: other[index] ?? -1 });
  for (const organisation of to)
    for (let index = 0; index < own.length; index++)
      changed.push({ organisation, period: first + index, place: own[index] ?? -1 });
  return changed;
}
