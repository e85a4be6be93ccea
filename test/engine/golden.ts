import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

const folder = new URL('../golden/advice-medway/', import.meta.url);

/**
 * Compares text with a file of the golden folder. Where it differs, what came out is written beside it with `-changed`
 * in its name: look at both, and put the new one in the place of the old if it is right.
 */
export function golden(name: string, text: string): void {
  const kept = fileURLToPath(new URL(name, folder));
  const changed = kept.replace(/(\.\w+)$/, '-changed$1');
  const same = existsSync(kept) && readFileSync(kept, 'utf8') === text;
  if (same) rmSync(changed, { force: true });
  else writeFileSync(changed, text);
  expect(text, `compare ${kept} with ${changed}`).toBe(existsSync(kept) ? readFileSync(kept, 'utf8') : '');
}
