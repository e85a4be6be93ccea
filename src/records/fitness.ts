import { statSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { latestVersion } from './migrations.ts';
import { resultCode } from './sqlite-problem.ts';

/** Marks a file as Headroom's in SQLite's header: "HEAD" in ASCII. */
export const applicationId = 0x48454144;

/** The size of the pages of every file of ours, in bytes. */
export const pageSize = 4096;

/** What an opened file is: ours and whole, of a newer Headroom, another program's, or damaged. */
export type Fitness =
  | { readonly verdict: 'sound'; readonly version: number }
  | { readonly verdict: 'newer' | 'foreign' | 'damaged'; readonly seen: string };

/** How thoroughly a file is looked at: its marks, the structure of every page, or the indexes against the tables too. */
export type Depth = 'marks' | 'structure' | 'whole';

/** What an opened file is; writes nothing. Errors that are not the file's own, such as a lock, are thrown. */
export function fitness(database: DatabaseSync, file: string, depth: Depth): Fitness {
  try {
    return examine(database, file, depth);
  } catch (thrown) {
    const code = resultCode(thrown);
    if (thrown instanceof Error && (code === 11 || code === 26))
      return { verdict: code === 11 ? 'damaged' : 'foreign', seen: thrown.message };
    throw thrown;
  }
}

function examine(database: DatabaseSync, file: string, depth: Depth): Fitness {
  const mark = pragma(database, 'application_id');
  if (mark !== applicationId)
    return { verdict: 'foreign', seen: `a database with the application id ${String(mark)}` };
  const version = Number(pragma(database, 'user_version'));
  if (version > latestVersion) return { verdict: 'newer', seen: `version ${version}` };
  if (version < 1) return { verdict: 'damaged', seen: `version ${version}` };
  const size = finishedSize(file);
  if (size % pageSize !== 0) return { verdict: 'damaged', seen: `${size} bytes, cut off inside a page` };
  if (depth === 'marks') return { verdict: 'sound', version };
  const said = pragma(database, depth === 'whole' ? 'integrity_check(1)' : 'quick_check(1)');
  if (said !== 'ok') return { verdict: 'damaged', seen: String(said) };
  return { verdict: 'sound', version };
}

/** The size of a file that no log is still to be merged into, else 0: only then must it end with a page. */
function finishedSize(file: string): number {
  const size = (end: string) => statSync(`${file}${end}`, { throwIfNoEntry: false })?.size ?? 0;
  return size('-wal') + size('-journal') === 0 ? size('') : 0;
}

function pragma(database: DatabaseSync, name: string): unknown {
  return Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0];
}
