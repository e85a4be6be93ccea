import { Problem } from '../../kernel/problem.ts';
import { newOrganisation } from './new-organisation.ts';
import { type HeldOrganisation, listOrganisations } from './organisations.ts';
import type { Workspace } from './workspace.ts';

/** An organisation with which a workspace without the example begins. */
export interface FirstOrganisation {
  readonly organisation?: string | undefined;
  readonly name?: string | undefined;
  readonly framework?: string | undefined;
  readonly by: string;
}

/**
 * A workspace's organisations, once one of the user's own is in it; the same again changes nothing.
 * @throws Problem FILE_EXISTS where the workspace has other organisations; BAD_VALUE, UNKNOWN_FRAMEWORK
 */
export function initWorkspace(workspace: Workspace, first: FirstOrganisation): readonly HeldOrganisation[] {
  const { records, folder } = workspace;
  const { organisation: id, by } = first;
  if (id !== undefined)
    records.writing(() => {
      const others = records.organisations().filter((each) => each.id !== id);
      if (others.length > 0)
        throw new Problem('FILE_EXISTS', {
          file: folder,
          seen: `a workspace with ${others.map((each) => each.id).join(', ')}`,
          repair: 'Choose another folder with --workspace, or import into this one.',
        });
      if (records.organisations().length === 0)
        records.putOrganisation(newOrganisation(workspace, { ...first, id }), by);
    });
  return listOrganisations(workspace);
}
