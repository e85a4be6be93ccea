import { openWorkspace, type Workspace, type WorkspaceOptions } from '../app/workspace/workspace.ts';
import type { CommonOptions } from './options/new-command.ts';

/** The folder of the workspace: as the command says, else the environment, else `.headroom` here. */
export function workspaceFolder({ workspace }: CommonOptions): string {
  return workspace ?? (process.env['HEADROOM_WORKSPACE'] || '.headroom');
}

/** The folder with the user's own rules: as the command says, else the environment, else null. */
export function ownRules({ rules }: CommonOptions): string | null {
  return rules ?? (process.env['HEADROOM_RULES'] || null);
}

/** Work on the workspace that a command names, which is closed afterwards. */
export async function withWorkspace<T>(
  options: CommonOptions,
  work: (workspace: Workspace) => Promise<T> | T,
  more: Pick<WorkspaceOptions, 'sources'> = {},
): Promise<T> {
  const workspace = await openWorkspace({
    folder: workspaceFolder(options),
    ownRules: ownRules(options),
    ...more,
  });
  try {
    return await work(workspace);
  } finally {
    workspace.close();
  }
}
