import { join } from 'node:path';
import { keptFolder } from '../../benchmark/disclosure/kept-file.ts';
import { registerFolder } from '../../benchmark/register/register-files.ts';
import { filesStamp } from '../../kernel/files-stamp.ts';
import { decidingChanges } from '../panel/decided-first.ts';
import { panelsFolder } from '../panel/panel-house.ts';
import type { Workspace } from './workspace-interface.ts';

/**
 * A text that is the same only while everything is that an answer can depend on: the records, whoever writes in them, the
 * panels and what is being decided of them, the register, what was published, and the day. Packs and dashboards are
 * loaded once, and do not change. Null while a file changes.
 */
export function presentState(workspace: Workspace): string | null {
  const { records, folder, effects } = workspace;
  const parts = [
    effects.now().toISOString().slice(0, 10),
    records.state(),
    String(decidingChanges(workspace)),
    filesStamp(panelsFolder(workspace), isBeside),
    filesStamp(registerFolder(folder)),
    filesStamp(join(folder, 'published')),
  ];
  return parts.includes(null) ? null : parts.join('\n\n');
}

/** What lies beside the files of panels and changes no answer: what was told, and what does not fit into memory. */
function isBeside(name: string): boolean {
  return name === keptFolder || name.startsWith('.');
}
