import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { browserFiles } from '../../charts/browser-files.ts';
import { sha256 } from '../../kernel/canonical.ts';

/** The scripts that a page may load, and where the server answers them. */
export interface Scripts {
  /** The address of their folder; changes with their text, so that a browser may keep them. */
  readonly folder: string;
  /** The address of the one that a page names; it loads the others as they are needed. */
  readonly entry: string;
  /** Text by file name. */
  readonly files: ReadonlyMap<string, string>;
}

let loaded: Scripts | null = null;

/** The scripts of `scripts/`, with Vega's beside them. They are JavaScript as it stands: nothing is built. */
export function scripts(): Scripts {
  if (loaded !== null) return loaded;
  const own = join(import.meta.dirname, '../scripts');
  const files = new Map(
    readdirSync(own)
      .filter((name) => name.endsWith('.js'))
      .sort()
      .map((name) => [name, readFileSync(join(own, name), 'utf8')] as const),
  );
  files.set('vega.js', readFileSync(browserFiles.vega, 'utf8').replace(/\n\/\/# sourceMappingURL=.*/, ''));
  files.set('vega-interpreter.js', besideVega(readFileSync(browserFiles.interpreter, 'utf8')));
  const folder = `/assets/scripts-${sha256([...files].flat().join('\n')).slice(0, 12)}`;
  loaded = { folder, entry: `${folder}/pages.js`, files };
  return loaded;
}

/** A browser knows no packages: what this one imports is had from a file of ours beside it. */
export function besideVega(script: string): string {
  return script
    .replace(/ from (['"])vega-util\1/g, " from './vega-util.js'")
    .replace(/\n\/\/# sourceMappingURL=.*/, '');
}
