import { Problem } from '../../kernel/problem.ts';
import { isPeriod } from '../../model/period.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { checkedState } from './checked-state.ts';

/** What somebody says of a circumstance, from a period on. */
export interface FactorChange {
  readonly organisation: string;
  readonly factor: string;
  /** `yes`, `no` or `unknown`. */
  readonly state: string;
  readonly from: string;
  readonly reason: string;
  readonly by: string;
}

/** Keeps what holds of a circumstance; the same again changes nothing. @throws Problem UNKNOWN_ORGANISATION, UNKNOWN_FACTOR, BAD_VALUE */
export function setFactor({ records, pack }: Workspace, change: FactorChange): void {
  const { organisation, factor, from, reason, by } = change;
  const { framework } = records.organisation(organisation);
  const state = checkedState(pack(framework), factor, change.state);
  if (!isPeriod(from))
    throw new Problem('BAD_VALUE', {
      place: 'from',
      seen: from,
      allowed: 'a year such as 2024, or 2024-25',
      repair: 'Give the first period for which it holds.',
    });
  records.setFactor(organisation, { factor, state, from, reason }, by);
}
