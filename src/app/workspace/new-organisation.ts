import { Problem } from '../../kernel/problem.ts';
import type { Organisation } from '../../model/organisation.ts';
import { theOnlyFramework } from './the-only-framework.ts';
import type { Workspace } from './workspace.ts';

/** What is said of an organisation that is added. */
export interface OrganisationRequest {
  readonly id: string;
  /** Its id unless said. */
  readonly name?: string | undefined;
  /** The only one that there is unless said. */
  readonly framework?: string | undefined;
}

/** An organisation of the user's own, from what was said of it. @throws Problem BAD_VALUE, UNKNOWN_FRAMEWORK, PACK_BROKEN */
export function newOrganisation(workspace: Workspace, request: OrganisationRequest): Organisation {
  const { id, name = id, framework = theOnlyFramework(workspace.frameworks()) } = request;
  if (!/^[a-z0-9-]+$/.test(id))
    throw new Problem('BAD_VALUE', {
      place: 'organisation',
      seen: id,
      allowed: 'small letters, digits and hyphens',
      repair: 'Choose an id such as my-organisation; --name gives the full name.',
    });
  workspace.pack(framework);
  return { id, name, framework, example: null };
}
