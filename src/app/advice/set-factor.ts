import { Problem } from '../../kernel/problem.ts';
import { isPeriod } from '../../model/period.ts';
import { plainLine } from '../workspace/plain-line.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { checkedState } from './checked-state.ts';

/** What somebody says of a circumstance, from a period on. */
export interface FactorChange {
  readonly organisation: string;
  readonly factor: string;
  /** `yes`, `no` or `unknown`. */
  readonly state: string;
  readonly from: string;
  /** What it rests on. */
  readonly reason: string;
  readonly by: string;
  /** How often the circumstance had been set when the change was made; not checked unless said. */
  readonly version?: number | undefined;
}

/**
 * Keeps what holds of a circumstance; the same again changes nothing.
 * @throws Problem UNKNOWN_ORGANISATION, UNKNOWN_FACTOR, BAD_VALUE; ROW_CHANGED where it was set meanwhile
 */
export function setFactor({ records, pack }: Workspace, change: FactorChange): void {
  const { organisation, factor, from, version } = change;
  const { framework } = records.organisation(organisation);
  const state = checkedState(pack(framework), factor, change.state);
  if (!isPeriod(from))
    throw new Problem('BAD_VALUE', {
      place: 'from',
      seen: from.slice(0, 40) || 'nothing',
      allowed: 'a year such as 2024, or 2024-25',
      repair: 'Give the first period for which it holds.',
    });
  const reason = plainLine(
    'reason',
    change.reason,
    1000,
    'Say what it rests on, such as a minute or a letter.',
  );
  const by = plainLine('by', change.by, 100, 'Say who records it: the journal names them.');
  records.setFactor(organisation, { factor, state, from, reason }, by, version ?? null);
}
