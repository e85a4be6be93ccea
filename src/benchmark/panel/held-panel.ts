import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from '../../kernel/problem.ts';
import { matches, mismatches } from '../../kernel/schema.ts';
import { Panel } from '../../model/panel.ts';
import { panelFiles, panelFolder, refuseLink } from './panel-folder.ts';
import { panelSeal } from './panel-seal.ts';

/**
 * What is known of a panel, from its folder; null where there is none.
 * @throws Problem BAD_VALUE for an id that is none; PANEL_BROKEN where its files are not as they were written
 */
export function heldPanel(panels: string, id: string): Panel | null {
  const folder = panelFolder(panels, id);
  if (!existsSync(folder)) return null;
  for (const file of Object.values(panelFiles)) refuseLink(join(folder, file), 'isFile');
  const about = join(folder, panelFiles.about);
  let read: unknown;
  try {
    read = JSON.parse(readFileSync(about, 'utf8'));
  } catch (cause) {
    throw broken(id, panelFiles.about, 'what is no JSON, or cannot be read', cause);
  }
  if (!matches(Panel, read)) {
    const [first] = mismatches(Panel, read);
    throw broken(id, panelFiles.about, `${first?.path ?? ''}: ${first?.seen ?? ''} ${first?.message ?? ''}`);
  }
  if (read.id !== id) throw broken(id, panelFiles.about, `the id ${read.id}`);
  if (read.seal !== undefined && read.seal !== panelSeal(read))
    throw broken(id, panelFiles.about, 'access, invented, framework or version that is not what was written');
  for (const file of [panelFiles.scores, panelFiles.causes, panelFiles.factors])
    if (!existsSync(join(folder, file))) throw broken(id, file, 'nothing');
  return read;
}

/** That a file of a panel is not as it was written. */
export function broken(id: string, file: string, seen: string, cause?: unknown): Problem {
  return new Problem(
    'PANEL_BROKEN',
    {
      file: `${id}/${file}`,
      seen,
      repair: `Take the panel away with \`panel remove ${id}\`, and add its files again.`,
    },
    { cause },
  );
}
