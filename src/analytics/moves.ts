import type { Move } from '../model/trends.ts';
import type { FramePair, Frames } from './frame.ts';
import type { Label } from './labels.ts';

/** How many objectives took each step from label to label, in order of the labels; steps that none took are absent. */
export function moves(
  frames: Frames,
  labels: readonly Label[],
  pairs: readonly FramePair[],
): readonly Move[] {
  const key = (from: string, to: string) => `${from} → ${to}`;
  const count = (some: readonly FramePair[]) =>
    frames.valueCounts(some.map(({ from, to }) => key(from.label, to.label)));
  const all = count(pairs);
  const agreed = count(pairs.filter(({ from }) => from.agreedStandard));
  return labels.flatMap((from) =>
    labels.flatMap((to): readonly Move[] => {
      const move = key(from.label, to.label);
      const taken = all.get(move);
      if (taken === undefined) return [];
      const kind = to.midpoint > from.midpoint ? 'higher' : to.midpoint < from.midpoint ? 'lower' : 'same';
      const fromAgreedStandard = agreed.get(move) ?? 0;
      return [{ from: from.label, to: to.label, kind, count: taken, fromAgreedStandard }];
    }),
  );
}
