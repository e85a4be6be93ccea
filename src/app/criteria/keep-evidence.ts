import { Problem } from '../../kernel/problem.ts';
import { plainLine } from '../workspace/plain-line.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { assessedRow, type RowName } from './assessed-row.ts';

/** Evidence for one row, as somebody gives it. */
export interface GivenEvidence extends RowName {
  readonly title: string;
  /** An address for `link`; for `document` its name, and where it is kept. */
  readonly kind: 'link' | 'document';
  readonly target: string;
  readonly owner: string;
  /** A day such as 2026-05-01; today unless said. */
  readonly date?: string | undefined;
  readonly by: string;
}

/** Evidence of one row that is taken away. */
export interface RemovedEvidence extends RowName {
  readonly id: number;
  readonly by: string;
}

/** Keeps a piece of evidence for a row and gives its number; the same again is the same. @throws Problem BAD_VALUE; as `assessedRow` does */
export function keepEvidence(workspace: Workspace, given: GivenEvidence): number {
  const { records } = workspace;
  const { kind } = given;
  const title = plainLine('title', given.title, 200, 'Say what it is.');
  const target = plainLine(
    'target',
    given.target,
    1000,
    kind === 'link' ? 'Give its address.' : 'Give the name of the document, and where it is kept.',
  );
  const owner = plainLine('owner', given.owner, 100, 'Say who has it.');
  const date = checkedDay(given.date, workspace.effects.now());
  const by = plainLine('by', given.by, 100, 'Say who records it.');
  if (kind === 'link' && webAddress(target) === null)
    throw new Problem('BAD_VALUE', {
      place: 'target',
      seen: target.slice(0, 80),
      allowed: 'an address that begins with https:// or http://',
      repair: 'Give the whole address, or give it as a document.',
    });
  if (kind === 'link' && hasCredentials(target))
    throw new Problem('BAD_VALUE', {
      place: 'target',
      seen: 'a name or a password before the @',
      allowed: 'an address without them',
      repair: 'Leave them out of the address: everybody who sees the evidence would see them.',
    });
  return records.writing(() => {
    const { organisation, period, objective } = assessedRow(workspace, given);
    const evidence = { period, objective: objective.number, title, kind, target, owner, date };
    return records.addEvidence(organisation.id, evidence, by);
  });
}

/** Takes a piece of evidence away. @throws Problem BAD_VALUE where the row has none of that number; as `assessedRow` does */
export function dropEvidence(workspace: Workspace, given: RemovedEvidence): void {
  const { records } = workspace;
  const by = plainLine('by', given.by, 100, 'Say who removes it.');
  records.writing(() => {
    const { organisation, period, objective } = assessedRow(workspace, given);
    const row = { period, objective: objective.number, id: given.id };
    if (records.removeEvidence(organisation.id, row, by)) return;
    const held = records.evidence(organisation.id, period, objective.number).map(({ id }) => id);
    throw new Problem('BAD_VALUE', {
      place: 'evidence',
      seen: String(given.id),
      allowed: held.join(', ') || 'none recorded',
      repair: 'It may have been removed already: look at the list again.',
    });
  });
}

/** An address of the web as it can be linked to; null for anything else, which is only ever shown as text. */
export function webAddress(text: string): string | null {
  if (!/^https?:\/\//i.test(text)) return null;
  const url = URL.parse(text);
  return url !== null && ['http:', 'https:'].includes(url.protocol) && url.hostname !== '' ? url.href : null;
}

/** Whether an address carries a name or a password: what stands before an @ in front of the host. */
function hasCredentials(target: string): boolean {
  const url = URL.parse(target);
  return url !== null && (url.username !== '' || url.password !== '');
}

/** The most years back that evidence can be of: a day before is a slip of the pen. */
const furthestBack = 50;

function checkedDay(written: string | undefined, now: Date): string {
  const today = now.toISOString().slice(0, 10);
  const day = (written ?? today).trim();
  const read = /^\d{4}-\d{2}-\d{2}$/.test(day) ? new Date(`${day}T00:00:00Z`) : new Date(Number.NaN);
  if (!Number.isNaN(read.getTime()) && read.toISOString().startsWith(day)) {
    const earliest = `${now.getUTCFullYear() - furthestBack}${today.slice(4)}`;
    // Where clocks are ahead of UTC it is tomorrow already.
    const latest = new Date(now.getTime() + 86_400_000).toISOString().slice(0, 10);
    if (day >= earliest && day <= latest) return day;
    throw new Problem('BAD_VALUE', {
      place: 'date',
      seen: day,
      allowed: `a day from ${earliest} to ${today}`,
      repair: day > latest ? 'That day is still to come: give the day that it is of.' : 'Check the year.',
    });
  }
  throw new Problem('BAD_VALUE', {
    place: 'date',
    seen: day.slice(0, 40) || 'nothing',
    allowed: 'a day such as 2026-05-01',
    repair: 'Give the day that it is of.',
  });
}
