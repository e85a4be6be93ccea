import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../src/app/workspace/project-folder.ts';

/** The variables of the environment that `serve` takes, as docs/access.md lists them. */
export function serveVariables(): readonly string[] {
  const text = readFileSync(join(projectFolder, 'docs/access.md'), 'utf8');
  return [...text.matchAll(/^\| `--[^`]+` \| `(HEADROOM_\w+)` \|$/gm)].flatMap(([, name]) =>
    name === undefined ? [] : [name],
  );
}
