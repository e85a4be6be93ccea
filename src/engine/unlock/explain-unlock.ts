import type { Factor, FactorState } from '../../model/factor.ts';
import type { UnlockObjective } from '../../model/unlock.ts';
import type { Pack } from '../../pack/pack.ts';

type Unexplained = Omit<UnlockObjective, 'because'>;

/** What would raise an objective's ceiling, or why nothing that can be switched would, in plain sentences. */
export function explainUnlock(
  one: Unexplained,
  states: Readonly<Record<string, FactorState>>,
  { factors }: Pack,
): string {
  const named = (ids: readonly string[]) =>
    listed(ids.map((id) => `“${factors.find((factor: Factor) => factor.id === id)?.name ?? id}”`));
  const claimed = one.factors.filter((id) => states[id] === 'claimed');
  return [
    ...waySentences(one, named),
    ...(one.searched.complete ? [] : [`Sets of more than ${one.searched.largest} were not tried.`]),
    ...restSentence(one, named),
    ...(claimed.length === 0 ? [] : [`Another score claims ${named(claimed)}, which nobody has confirmed.`]),
  ].join(' ');
}

function waySentences({ ways, ceiling, target }: Unexplained, named: (ids: readonly string[]) => string) {
  return ways.map(({ factors, ceiling: then, target: next, targetChanges }) => {
    const raised = `With ${named(factors)} the ceiling rises from ${ceiling} to ${then}`;
    if (!targetChanges) return `${raised}; the target stays as it is.`;
    if (next.level > target.level) return `${raised}, and the target from ${target.level} to ${next.level}.`;
    const change = next.openLevel === null ? next.stance : `${next.stance}, next ${next.openLevel}`;
    return `${raised}; the target stays at ${target.level}, and changes from ${target.stance} to ${change}.`;
  });
}

function restSentence(
  { ways, ceiling, factors, askAgain }: Unexplained,
  named: (ids: readonly string[]) => string,
) {
  const [lowest] = askAgain;
  if (lowest === undefined) return [];
  const first = askAgain.filter(({ level }) => level === lowest.level);
  const reasons = listed([...new Set(first.map(({ causeName }) => causeName))]);
  if (ways.length > 0)
    return [`No circumstance lifts what caps it at ${lowest.level} (${reasons}): ask again.`];
  if (factors.length === 0)
    return [`No circumstance lifts what caps it at ${ceiling} (${reasons}): ask again.`];
  return [
    `${named(factors)} would lift a part of its limits, but no circumstance lifts the rest, which caps it at ${lowest.level} (${reasons}): ask again.`,
  ];
}

function listed(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}
