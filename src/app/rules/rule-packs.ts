import { statSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from '../../kernel/problem.ts';
import { frameworksIn } from '../../pack/frameworks-in.ts';
import { projectFolder } from '../workspace/project-folder.ts';
import { fileName } from '../workspace/source-folders.ts';

/** A pack as a person names it, and its folder. */
export interface RulePack {
  readonly pack: string;
  readonly folder: string;
}

/** The folder of the packs that come with Headroom, and of those that were added. */
export const rulesFolder = join(projectFolder, 'rules');

/**
 * The pack of an id in `rules/` or in a folder; all of `rules/` where none is named.
 * @throws Problem UNKNOWN_FRAMEWORK
 */
export function rulePacks(named?: string): readonly RulePack[] {
  const known = frameworksIn(rulesFolder);
  if (named === undefined) return known.map((pack) => ({ pack, folder: join(rulesFolder, pack) }));
  if (known.includes(named)) return [{ pack: named, folder: join(rulesFolder, named) }];
  if (statSync(named, { throwIfNoEntry: false })?.isDirectory())
    return [{ pack: fileName(named), folder: named }];
  throw new Problem('UNKNOWN_FRAMEWORK', {
    seen: named,
    allowed: [...known, 'a folder with rules'].join(', '),
    repair: 'Name one of these; headroom rules new begins another.',
  });
}
