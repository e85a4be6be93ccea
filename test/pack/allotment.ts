import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Problem } from '../../src/kernel/problem.ts';
import { loadPack } from '../../src/pack/load.ts';
import type { Pack } from '../../src/pack/pack.ts';

/** A small invented pack, with four levels from 0. */
export const allotment = fileURLToPath(new URL('../packs/allotment', import.meta.url));

/** Changes to a pack: for each file, the text that becomes another one, the whole new content, or null to take it out. */
export type Changes = Readonly<
  Record<string, readonly (readonly [find: string, replace: string])[] | string | null>
>;

/** A copy of the small pack in a folder of its own, changed; what is to be replaced must be there. */
export function withPack<Result>(changes: Changes, use: (folder: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), 'headroom-pack-'));
  try {
    cpSync(allotment, folder, { recursive: true });
    for (const [name, change] of Object.entries(changes)) {
      const file = join(folder, name);
      mkdirSync(dirname(file), { recursive: true });
      if (change === null) rmSync(file);
      else
        writeFileSync(
          file,
          typeof change === 'string' ? change : changed(readFileSync(file, 'utf8'), change),
        );
    }
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The small pack, changed. */
export function changedPack(changes: Changes): Pack {
  return withPack(changes, loadPack);
}

/** What the loader says of a changed pack, one line for each diagnostic; empty for a pack that loads. */
export function refusal(changes: Changes): readonly string[] {
  try {
    changedPack(changes);
    return [];
  } catch (thrown) {
    if (!(thrown instanceof Problem) || thrown.code !== 'PACK_BROKEN') throw thrown;
    return thrown.detail.repair.split('\n').slice(1);
  }
}

function changed(text: string, changes: readonly (readonly [string, string])[]): string {
  return changes.reduce((before, [find, replace]) => {
    if (!before.includes(find)) throw new Error(`"${find}" is not there`);
    return before.replace(find, () => replace);
  }, text);
}
