import { Type } from 'typebox';
import type { Connection } from './connection.ts';
import { enterInJournal, type Stamp } from './journal.ts';
import { query } from './query.ts';

/** What the workspace knows of a source that it was filled from. */
export interface SourceState {
  readonly id: string;
  /** Of the source as it was imported. */
  readonly sha256: string;
  readonly importedAt: string;
  /** Somebody changed here what came from it, so that it is not imported over that. */
  readonly edited: boolean;
}

const one = query(
  'sources',
  { id: Type.String(), sha256: Type.String(), importedAt: Type.String(), edited: Type.Integer() },
  'SELECT id, sha256, imported_at AS "importedAt", edited FROM source WHERE id = ?',
);

/** What is known of a source; undefined if it was never imported. */
export function readSource(connection: Connection, id: string): SourceState | undefined {
  const found = connection.row(one, id);
  return found === undefined ? undefined : { ...found, edited: found.edited === 1 };
}

/** Says that a source was imported with this hash, and that nobody has edited it since; the same again writes nothing. */
export function markSourceSeeded(connection: Connection, id: string, sha256: string, stamp: Stamp): void {
  connection.writing(() => {
    const before = readSource(connection, id) ?? null;
    if (before?.sha256 === sha256 && !before.edited) return;
    connection.run(
      `INSERT INTO source (id, sha256, imported_at, edited) VALUES (?, ?, ?, 0)
       ON CONFLICT (id) DO UPDATE SET sha256 = excluded.sha256, imported_at = excluded.imported_at, edited = 0`,
      id,
      sha256,
      stamp.at,
    );
    const after = { id, sha256, importedAt: stamp.at, edited: false };
    enterInJournal(connection, stamp, { action: 'seed-source', subject: id, before, after });
  });
}

/** Says that somebody changed what came from a source; one that was never imported, or is marked already, stays as it is. */
export function markSourceEdited(connection: Connection, id: string, stamp: Stamp): void {
  connection.writing(() => {
    const before = readSource(connection, id);
    if (before === undefined || before.edited) return;
    connection.run('UPDATE source SET edited = 1 WHERE id = ?', id);
    const after = { ...before, edited: true };
    enterInJournal(connection, stamp, { action: 'edit-source', subject: id, before, after });
  });
}
