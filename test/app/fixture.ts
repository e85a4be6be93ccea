import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '../../src/app/workspace/project-folder.ts';
import { openWorkspace, type Workspace, type WorkspaceOptions } from '../../src/app/workspace/workspace.ts';

/** Invented rules of four levels, and an invented return in them. */
export const rules = join(projectFolder, 'test/packs');
export const sources = join(projectFolder, 'test/app/sources');

/** A new folder that is gone after the work. */
export async function inTemporaryFolder<T>(work: (folder: string) => Promise<T> | T): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'headroom-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A workspace with the invented return, or as the options say; `log` holds what it told the user. */
export async function withWorkspace<T>(
  work: (workspace: Workspace, log: readonly string[]) => Promise<T> | T,
  options: Partial<WorkspaceOptions> = {},
): Promise<T> {
  return inTemporaryFolder(async (folder) => {
    const log: string[] = [];
    const effects = { now: () => new Date('2026-01-02T03:04:05Z'), log: (line: string) => log.push(line) };
    const workspace = await openWorkspace({
      folder: join(folder, 'workspace'),
      effects,
      rules,
      sources,
      ...options,
    });
    try {
      return await work(workspace, log);
    } finally {
      workspace.close();
    }
  });
}
