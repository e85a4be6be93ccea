import type { CeilingCause } from '../../model/advice.ts';

/** Whether an officer has looked at a reason: "read" by a rule, "confirmed", "added"; "the standard" where it is not from a comment. */
export function standingOf({ basis, standing }: Pick<CeilingCause, 'basis' | 'standing'>): string {
  return basis === 'comment' ? standing : 'the standard';
}
