import type { DatabaseSync } from 'node:sqlite';
import { latestVersion } from './migrations.ts';
import { resultCode } from './sqlite-problem.ts';

/** Marks a file as Headroom's in SQLite's header: "HEAD" in ASCII. */
export const applicationId = 0x48454144;

/** What an opened file is: ours and whole, of a newer Headroom, another program's, or damaged. */
export type Fitness =
  | { readonly verdict: 'sound'; readonly version: number }
  | { readonly verdict: 'newer' | 'foreign' | 'damaged'; readonly seen: string };

/** How thoroughly a file is looked at: its marks, the structure of every page, or the indexes against the tables too. */
export type Depth = 'marks' | 'structure' | 'whole';

/** What an opened file is; writes nothing. Errors that are not the file's own, such as a lock, are thrown. */
export function fitness(database: DatabaseSync, depth: Depth): Fitness {
  try {
    return examine(database, depth);
  } catch (thrown) {
    const code = resultCode(thrown);
    if (thrown instanceof Error && (code === 11 || code === 26))
      return { verdict: code === 11 ? 'damaged' : 'foreign', seen: thrown.message };
    throw thrown;
  }
}

function examine(database: DatabaseSync, depth: Depth): Fitness {
  const mark = pragma(database, 'application_id');
  if (mark !== applicationId)
    return { verdict: 'foreign', seen: `a database with the application id ${String(mark)}` };
  const version = Number(pragma(database, 'user_version'));
  if (version > latestVersion) return { verdict: 'newer', seen: `version ${version}` };
  if (version < 1) return { verdict: 'damaged', seen: `version ${version}` };
  if (depth === 'marks') return { verdict: 'sound', version };
  const said = pragma(database, depth === 'whole' ? 'integrity_check(1)' : 'quick_check(1)');
  if (said !== 'ok') return { verdict: 'damaged', seen: String(said) };
  return { verdict: 'sound', version };
}

function pragma(database: DatabaseSync, name: string): unknown {
  return Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0];
}
