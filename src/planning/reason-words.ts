import type { LeftOutReason } from '../model/plan-choice.ts';

/** A reason that more days, or another plan, would do away with. */
export type MovableReason = Extract<LeftOutReason, { readonly furtherDays: number | null }>;

/**
 * The beginning of a sentence that gives a reason, without a full stop and without the further days that it takes.
 * @param who `It` for one objective, `Each` for several
 * @param days officer-days that there are
 */
export function reasonWords(reason: MovableReason, who: 'It' | 'Each', days: number): string {
  switch (reason.kind) {
    case 'waits-on':
      return `${who} waits on ${listed(reason.on)}, not in the plan`;
    case 'no-days': {
      const none = `No days are left of ${days}`;
      return reason.equalTo.length === 0
        ? none
        : `${none}; ${who.toLowerCase()} would gain no more than ${listed(reason.equalTo)}`;
    }
    case 'worth-less':
      return `${who} is worth less for its days than ${listed(reason.than)}`;
  }
}

/** Numbers of objectives as words: "#4", "#4 and #5", "#4, #5 and #6". */
function listed(numbers: readonly number[]): string {
  const words = numbers.map((each) => `#${each}`);
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
