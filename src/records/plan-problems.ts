import { Problem } from '../kernel/problem.ts';
import { shorten } from '../kernel/shorten.ts';
import type { PlanChange, PlanRow } from '../model/plan-row.ts';

type Sent = Omit<PlanRow, 'version' | 'by' | 'at'>;

/** The problem of a change that was made from a version of a row that is no longer the present one; its data hold both. */
export function rowChanged(
  organisation: string,
  given: { readonly version: number; readonly row: Sent | null },
  history: readonly PlanChange[],
): Problem {
  const last = history.at(-1);
  const row = last?.row ?? null;
  const version = row?.version ?? 0;
  const who = last === undefined ? '' : ` by ${last.by}`;
  const place = given.row ?? row;
  return new Problem('ROW_CHANGED', {
    place: place === null ? organisation : `${organisation}, ${place.period}, objective ${place.objective}`,
    seen: `version ${given.version}; it is now at version ${version}${who}: ${row === null ? 'no row' : inWords(row)}`,
    allowed: `version ${version}`,
    repair: 'Look at what is there now, and send yours again with its version, or leave it.',
    data: { given, held: { version, row } },
  });
}

function inWords({ target, state, action }: PlanRow): string {
  return `target ${target}, ${state}${action === '' ? '' : `, “${shorten(action)}”`}`;
}
