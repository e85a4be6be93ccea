import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A text that changes with the files in a folder and in those below it: with their names, sizes and times; none of them
 * is read. A folder that is not there has a stamp too. Null where something changes while it is looked at.
 * @param except names of files and folders that do not count
 */
export function filesStamp(folder: string, except: readonly string[] = []): string | null {
  if (lstatSync(folder, { throwIfNoEntry: false }) === undefined) return 'nothing';
  try {
    return stampOf(folder, except);
  } catch {
    return null;
  }
}

function stampOf(path: string, except: readonly string[]): string {
  const stats = lstatSync(path);
  if (!stats.isDirectory()) return `${stats.ino} ${stats.size} ${stats.mtimeMs} ${stats.ctimeMs}`;
  const names = readdirSync(path).filter((name) => !except.includes(name));
  return [stats.ino, ...names.map((name) => `${name}: ${stampOf(join(path, name), except)}`)].join('\n');
}
