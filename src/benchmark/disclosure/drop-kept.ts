import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { keptFolder } from './kept-file.ts';

/** Takes away all that is kept beside a panel: it is worked out anew. Where a link stands, only the link goes. */
export function dropKept(folder: string): void {
  rmSync(join(folder, keptFolder), { recursive: true, force: true });
}
