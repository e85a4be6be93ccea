import { type Static, Type } from 'typebox';
import type { Frozen } from '../../kernel/schema.ts';
import { Advice } from '../../model/advice.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type AssessedRow, assessedRow, type RowName } from './assessed-row.ts';
import { criteriaOfRow } from './criteria-of.ts';
import { ObjectiveCriteria } from './objective-criteria.ts';

const { schema, framework, organisation, pack } = Advice.properties;

/** The criteria and the evidence of one row: the contract of `criteria --json` and `evidence --json`. */
export const CriteriaReport = Type.Object(
  {
    schema,
    framework,
    organisation,
    pack,
    objective: Type.Object({ number: Type.Integer(), name: Type.String() }, { additionalProperties: false }),
    /** The periods that there are returns of. */
    periods: Type.Array(Type.String()),
    ...ObjectiveCriteria.properties,
  },
  { additionalProperties: false },
);
export type CriteriaReport = Frozen<Static<typeof CriteriaReport>>;

/** The criteria and the evidence of one row, with what they are of. @throws Problem as `assessedRow` does */
export function criteriaReport(workspace: Workspace, name: RowName): CriteriaReport {
  return workspace.records.reading(() => {
    const row = assessedRow(workspace, name);
    return { ...heading(row), ...criteriaOfRow(workspace, row) };
  });
}

function heading({
  pack: { framework: of, version, sha256 },
  organisation: { id },
  objective,
  periods,
}: AssessedRow) {
  return {
    schema: 1 as const,
    framework: of.id,
    organisation: id,
    pack: { version, sha256 },
    objective: { number: objective.number, name: objective.name },
    periods,
  };
}
