import { type Static, Type } from 'typebox';
import type { Frozen } from '../../kernel/schema.ts';
import { Organisation } from '../../model/organisation.ts';
import type { Workspace } from './workspace.ts';

/** An organisation of the workspace, with its periods in order. */
export const HeldOrganisation = Type.Object(
  {
    ...Organisation.properties,
    /** Those of closed assessments. */
    periods: Type.Array(Type.String()),
    /** Those that are open, to be entered. */
    open: Type.Array(Type.String()),
  },
  { additionalProperties: false },
);
export type HeldOrganisation = Frozen<Static<typeof HeldOrganisation>>;

/** Every organisation of the workspace, in order of id; one without an assessment has no periods. */
export function listOrganisations(workspace: Workspace): readonly HeldOrganisation[] {
  const { records } = workspace;
  return records.reading(() => records.organisations().map(({ id }) => organisationOf(workspace, id)));
}

/** One organisation of the workspace. @throws Problem UNKNOWN_ORGANISATION that lists those that there are */
export function organisationOf({ records }: Workspace, id: string): HeldOrganisation {
  return records.reading(() => {
    const held = records.assessments(id);
    const periods = (closed: boolean) =>
      held.filter((each) => each.closed === closed).map(({ period }) => period);
    return { ...records.organisation(id), periods: periods(true), open: periods(false) };
  });
}
