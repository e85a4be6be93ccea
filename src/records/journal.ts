import { Type } from 'typebox';
import { canonicalJson } from '../kernel/canonical.ts';
import { type JournalAction, JournalEntry } from '../model/journal-entry.ts';
import type { Connection } from './connection.ts';
import { query } from './query.ts';

/** Who does something and when: the same for all that is written in one go. */
export interface Stamp {
  readonly by: string;
  /** An ISO 8601 moment in UTC. */
  readonly at: string;
}

/** What an entry says beside who and when. */
export interface Change {
  readonly action: JournalAction;
  readonly subject: string;
  /** Anything JSON can say; null where there was nothing. */
  readonly before: unknown;
  readonly after: unknown;
}

const { sequence, at, by, action, subject } = JournalEntry.properties;
const latest = query(
  'journal',
  { sequence, at, by, action, subject, before: Type.String(), after: Type.String() },
  'SELECT sequence, at, "by", action, subject, before, after FROM journal ORDER BY sequence DESC LIMIT ?',
);

/** Adds an entry; call it inside the transaction of the change itself. */
export function enterInJournal(connection: Connection, stamp: Stamp, change: Change): void {
  connection.run(
    'INSERT INTO journal (at, "by", action, subject, before, after) VALUES (?, ?, ?, ?, ?, ?)',
    stamp.at,
    stamp.by,
    change.action,
    change.subject,
    canonicalJson(change.before),
    canonicalJson(change.after),
  );
}

/** The latest changes first, at most `limit` of them. */
export function readJournal(connection: Connection, limit: number): readonly JournalEntry[] {
  return connection.rows(latest, limit).map((entry) => ({
    ...entry,
    before: connection.json(Type.Unknown(), entry.before, `journal entry ${entry.sequence}`),
    after: connection.json(Type.Unknown(), entry.after, `journal entry ${entry.sequence}`),
  }));
}
