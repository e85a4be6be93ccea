import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Changes } from './allotment.ts';

/** A pack that is wrong in one way: the small pack, changed. */
export interface BrokenPack {
  readonly name: string;
  /** What is wrong with it. */
  readonly says: string;
  /** The one code that the check gives. */
  readonly code: string;
  readonly changes: Changes;
}

const folder = fileURLToPath(new URL('../packs/broken/', import.meta.url));

/** Every pack of `test/packs/broken/`, in order of name. */
export const brokenPacks: readonly BrokenPack[] = readdirSync(folder)
  .sort()
  .map((file) => ({ name: file.replace('.json', ''), ...JSON.parse(readFileSync(folder + file, 'utf8')) }));
