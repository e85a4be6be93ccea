import { join } from 'node:path';
import { keptFolder } from '../../benchmark/disclosure/kept-file.ts';
import { registerFolder } from '../../benchmark/register/register-files.ts';
import { filesStamp } from '../../kernel/files-stamp.ts';
import { panelsFolder } from '../panel/panel-house.ts';
import type { Workspace } from './workspace-interface.ts';

/**
 * A text that is the same only while everything is that an answer can depend on: the records, whoever writes in them, the
 * panels, the register, what was published, and the day. Packs and dashboards are loaded once, and do not change. Null
 * while a file changes.
 */
export function presentState(workspace: Workspace): string | null {
  const { records, folder, effects } = workspace;
  const parts = [
    effects.now().toISOString().slice(0, 10),
    records.state(),
    filesStamp(panelsFolder(workspace), [keptFolder]),
    filesStamp(registerFolder(folder)),
    filesStamp(join(folder, 'published')),
  ];
  return parts.includes(null) ? null : parts.join('\n\n');
}
