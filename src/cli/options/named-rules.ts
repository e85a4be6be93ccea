import { statSync } from 'node:fs';
import { join } from 'node:path';

/** A pack as a command names it: a folder of that name among the user's own rules (HEADROOM_RULES) is that folder. */
export function namedRules(pack: string | undefined): string | undefined {
  const own = process.env['HEADROOM_RULES'];
  if (pack === undefined || !own) return pack;
  const folder = join(own, pack);
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory() ? folder : pack;
}
