import { lstatSync, readdirSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A text that changes with the files in a folder and in those below it: with their names, sizes and times; none of them
 * is read. A folder that is not there has a stamp too; one that is a link counts as what it leads to, and links in it as
 * links. Null where something changes while it is looked at.
 * @param isPassed which files and folders do not count, by name; none unless said
 */
export function filesStamp(folder: string, isPassed: (name: string) => boolean = () => false): string | null {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  if (found === undefined) return 'nothing';
  try {
    const link = found.isSymbolicLink() ? `${found.ino} ` : '';
    return link + stampOf(folder, statSync(folder), isPassed);
  } catch {
    return null;
  }
}

function stampOf(path: string, stats: Stats, isPassed: (name: string) => boolean): string {
  if (!stats.isDirectory()) return `${stats.ino} ${stats.size} ${stats.mtimeMs} ${stats.ctimeMs}`;
  const lines = readdirSync(path)
    .filter((name) => !isPassed(name))
    .map((name) => `${name}: ${stampOf(join(path, name), lstatSync(join(path, name)), isPassed)}`);
  return [stats.ino, ...lines].join('\n');
}
