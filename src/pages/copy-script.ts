import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../kernel/canonical.ts';

/** A script of the pages: only adds to what works without it. */
export interface PageScript {
  readonly text: string;
  /** Changes with the text, so that a browser may keep it. */
  readonly path: string;
}

let loaded: PageScript | null = null;

/** The script that adds a button to an address that can be copied. */
export function copyScript(): PageScript {
  if (loaded !== null) return loaded;
  const text = readFileSync(join(import.meta.dirname, 'views/copy-address.js'), 'utf8');
  loaded = { text, path: `/assets/copy-address-${sha256(text).slice(0, 12)}.js` };
  return loaded;
}
