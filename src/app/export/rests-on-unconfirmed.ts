import type { ScoredAdvice } from '../../model/advice.ts';

/** Whether the target stops at a ceiling that only an unconfirmed reading sets, or helps to set. */
export function restsOnUnconfirmed({ ceiling, target }: Pick<ScoredAdvice, 'ceiling' | 'target'>): boolean {
  const binding = ceiling.causes.filter((cause) => cause.binding);
  const unread = binding.some(({ basis, standing }) => basis === 'comment' && standing === 'read');
  return unread && target.level === ceiling.level;
}
