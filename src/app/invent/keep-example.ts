import { canonicalJson, sha256 } from '../../kernel/canonical.ts';
import type { Assessment } from '../../model/assessment.ts';
import type { Organisation } from '../../model/organisation.ts';
import type { Workspace } from '../workspace/workspace-interface.ts';

/** An invented organisation with all that a workspace keeps of it. */
export interface InventedExample {
  readonly organisation: Organisation;
  /** In order of time. */
  readonly assessments: readonly Assessment[];
  /** What holds of each circumstance from a period on, in order of time. */
  readonly factors: readonly { readonly factor: string; readonly there: boolean; readonly from: string }[];
}

/** Keeps an invented organisation in the workspace, in the place of what an earlier panel put there. */
export function keepExample({ records }: Workspace, example: InventedExample, by: string): void {
  const { organisation, assessments, factors } = example;
  const { id } = organisation;
  records.writing(() => {
    records.putOrganisation(organisation, by);
    records.saveImport(
      {
        organisation: id,
        assessments,
        source: { file: 'headroom panel generate', sha256: sha256(canonicalJson(assessments)) },
        diagnostics: [],
      },
      by,
    );
    const reason = 'Invented';
    for (const { factor, there, from } of factors)
      records.setFactor(id, { factor, state: there ? 'yes' : 'no', from, reason }, by);
  });
}
