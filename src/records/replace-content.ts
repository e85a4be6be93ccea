import { DatabaseSync } from 'node:sqlite';
import { Type } from 'typebox';
import { backupTo } from './backup.ts';
import { Connection } from './connection.ts';
import { discard } from './discard.ts';
import { query } from './query.ts';

const tables = query(
  'tables',
  { name: Type.String() },
  "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
);

/**
 * Puts the content of another file with the same tables, whose references hold, in the place of all that is held, in one transaction that `then`
 * ends; what was held is written to the file `before` first, while nobody else can write.
 * @throws Problem FILE_EXISTS, FILE_UNWRITABLE; nothing has changed then
 */
export function replaceContent(
  connection: Connection,
  other: string,
  before: string,
  then: () => void,
): void {
  connection.exec('PRAGMA foreign_keys = OFF');
  connection.run('ATTACH DATABASE ? AS other', other);
  connection.writing(() => {
    keep(connection.file, before);
    try {
      for (const { name } of connection.rows(tables)) {
        connection.exec(`DELETE FROM main."${name}"`);
        connection.exec(`INSERT INTO main."${name}" SELECT * FROM other."${name}"`);
      }
      then();
    } catch (thrown) {
      discard(before);
      throw thrown;
    }
  });
  connection.exec('DETACH DATABASE other; PRAGMA foreign_keys = ON');
}

/** On a second connection, since SQLite copies a file only outside a transaction. */
function keep(file: string, before: string): void {
  const reader = new Connection(new DatabaseSync(file, { readOnly: true }), file);
  try {
    backupTo(reader, before);
  } finally {
    reader.close();
  }
}
