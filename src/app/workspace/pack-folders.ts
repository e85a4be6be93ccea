import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Problem } from '../../kernel/problem.ts';
import { frameworksIn } from '../../pack/frameworks-in.ts';
import { fileName } from './source-folders.ts';

/**
 * The folder of each pack by its id, in order of id: those that came with Headroom, and those of the user's own.
 * @param own a folder with one folder for each pack, or the folder of one pack; null for none
 * @throws Problem FILE_MISSING where there is no such folder or no pack in it, BAD_VALUE for a pack that is in both,
 *   PACK_BROKEN
 */
export function packFolders(rules: string, own: string | null): ReadonlyMap<string, string> {
  const given = own === null || resolve(own) === resolve(rules) ? new Map<string, string>() : ownFolders(own);
  const known = frameworksIn(rules);
  const [twice] = known.filter((id) => given.has(id));
  if (twice !== undefined)
    throw new Problem('BAD_VALUE', {
      file: given.get(twice) ?? '',
      seen: twice,
      allowed: `an id other than ${known.join(', ')}`,
      repair: 'Give your pack an id of its own: the name of its folder, and the id in framework.json.',
    });
  const all = [...known.map((id) => [id, join(rules, id)] as const), ...given];
  return new Map(all.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function ownFolders(own: string): ReadonlyMap<string, string> {
  if (statSync(join(own, 'framework.json'), { throwIfNoEntry: false })?.isFile() === true)
    return new Map([[fileName(resolve(own)).split(/[\\/]/).at(-1) ?? '', own]]);
  const isFolder = statSync(own, { throwIfNoEntry: false })?.isDirectory() === true;
  const known = isFolder ? frameworksIn(own) : [];
  if (known.length > 0) return new Map(known.map((id) => [id, join(own, id)]));
  throw new Problem('FILE_MISSING', {
    file: own,
    seen: isFolder ? 'no folder with a framework.json' : 'no such folder',
    repair: 'Give a folder with rules (--rules, HEADROOM_RULES); headroom rules new makes one.',
  });
}
