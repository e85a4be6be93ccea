import { Problem } from '../../kernel/problem.ts';
import { plainLine } from '../plain-line.ts';
import type { Workspace } from '../workspace.ts';
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
  const date = checkedDay(given.date ?? workspace.effects.now().toISOString().slice(0, 10));
  const by = plainLine('by', given.by, 100, 'Say who records it.');
  if (kind === 'link' && webAddress(target) === null)
    throw new Problem('BAD_VALUE', {
      place: 'target',
      seen: target.slice(0, 80),
      allowed: 'an address that begins with https:// or http://',
      repair: 'Give the whole address, or give it as a document.',
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

function checkedDay(written: string): string {
  const day = written.trim();
  const read = /^\d{4}-\d{2}-\d{2}$/.test(day) ? new Date(`${day}T00:00:00Z`) : new Date(Number.NaN);
  if (!Number.isNaN(read.getTime()) && read.toISOString().startsWith(day)) return day;
  throw new Problem('BAD_VALUE', {
    place: 'date',
    seen: day.slice(0, 40) || 'nothing',
    allowed: 'a day such as 2026-05-01',
    repair: 'Give the day that it is of.',
  });
}
