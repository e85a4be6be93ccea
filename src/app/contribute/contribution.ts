import { type Static, Type } from 'typebox';
import { toCsv } from '../../kernel/csv.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Frozen } from '../../kernel/schema.ts';
import { isInvented } from '../../model/invented.ts';
import { noAssessment, openPeriods } from '../workspace/closed-assessments.ts';
import type { Workspace } from '../workspace/workspace-interface.ts';
import { type ContributedRow, contributedRows } from './contributed-rows.ts';

/** Whose rows leave the house, and how. */
export interface ContributionRequest {
  readonly organisation: string;
  /** The only period; all closed ones unless said. */
  readonly period?: string | undefined;
  /** Whether the organisation's name stands beside its id, for whoever puts files together; a panel does not keep it. */
  readonly names?: boolean;
}

/** What would leave the house, and all that is to be known before it does: the contract of `contribute --json`. */
export const Contribution = Type.Object(
  {
    schema: Type.Literal(1),
    organisation: Type.String(),
    framework: Type.String(),
    periods: Type.Array(Type.String()),
    rows: Type.Integer({ description: 'One an objective and period.' }),
    columns: Type.Array(Type.Object({ name: Type.String(), meaning: Type.String() })),
    scored: Type.Integer(),
    causes: Type.Object({
      confirmed: Type.Integer(),
      read: Type.Integer({ description: 'Read from comments by rules, and confirmed by nobody.' }),
      readOnly: Type.Array(
        Type.Object({
          period: Type.String(),
          objective: Type.Integer(),
          name: Type.String(),
          cause: Type.String(),
          level: Type.Integer(),
        }),
        { description: 'Those that are only read, to be looked at before they leave.' },
      ),
    }),
    content: Type.String({ description: 'The file, as it would be written: CSV in UTF-8.' }),
  },
  { additionalProperties: false },
);
export type Contribution = Frozen<Static<typeof Contribution>>;

/** How a file of this kind begins. */
export const contributionMark = 'organisation,framework,period,objective,state,score';

/**
 * The minimal rows of an organisation for a panel, with what each column says. No text of a comment is among them.
 * @throws Problem UNKNOWN_ORGANISATION, UNKNOWN_PERIOD, TOO_FEW_PERIODS; those of the pack
 */
export async function contribution(
  workspace: Workspace,
  { organisation: id, period, names = false }: ContributionRequest,
): Promise<Contribution> {
  const organisation = workspace.records.organisation(id);
  const { framework } = workspace.pack(organisation.framework);
  const all = await contributedRows(workspace, id);
  const held = [...new Set(all.map((row) => row.period))];
  if (held.length === 0) throw noAssessment(id, openPeriods(workspace, id));
  if (period !== undefined && !held.includes(period))
    throw new Problem('UNKNOWN_PERIOD', {
      place: id,
      seen: period,
      allowed: held.join(', '),
      repair: 'Only closed assessments are contributed: choose one of these periods.',
    });
  const rows = all.filter((row) => period === undefined || row.period === period);
  const invented = isInvented(organisation);
  const columns = columnsOf({ names, invented });
  const cells = (row: ContributedRow) =>
    columns.map(({ cell }) => cell(row, { id, name: organisation.name, framework: framework.id }));
  const causes = rows.flatMap(({ period: of, objective, causes: given }) =>
    given.map((cause) => ({ ...cause, period: of, objective })),
  );
  const readOnly = causes.filter(({ standing }) => standing === 'read');
  return {
    schema: 1,
    organisation: id,
    framework: framework.id,
    periods: held.filter((each) => period === undefined || each === period),
    rows: rows.length,
    columns: columns.map(({ name, meaning }) => ({ name, meaning })),
    scored: rows.filter(({ state }) => state === 'scored').length,
    causes: {
      confirmed: causes.length - readOnly.length,
      read: readOnly.length,
      readOnly: readOnly.map(({ period: of, objective, cause, level }) => ({
        period: of,
        objective,
        name: framework.objectives.find(({ number }) => number === objective)?.name ?? '',
        cause,
        level,
      })),
    },
    content: toCsv(
      columns.map(({ name }) => name),
      rows.map(cells),
    ),
  };
}

interface Column {
  readonly name: string;
  readonly meaning: string;
  readonly cell: (
    row: ContributedRow,
    of: { readonly id: string; readonly name: string; readonly framework: string },
  ) => string | number;
}

const columns: readonly Column[] = [
  {
    name: 'organisation',
    meaning: 'The id of your organisation in this workspace.',
    cell: (_, { id }) => id,
  },
  { name: 'framework', meaning: 'The standard that it scored itself with.', cell: (_, of) => of.framework },
  { name: 'period', meaning: 'The period of the assessment.', cell: ({ period }) => period },
  { name: 'objective', meaning: 'The number of the objective.', cell: ({ objective }) => objective },
  { name: 'state', meaning: 'Scored, not applicable or not scored.', cell: ({ state }) => state },
  {
    name: 'score',
    meaning: 'The score, such as 2, or 2/3 on the way to 3; empty without one.',
    cell: ({ score }) => score?.label ?? '',
  },
  {
    name: 'agreed_standard',
    meaning: 'Whether an agreed standard stands in place of a comment.',
    cell: ({ agreedStandard }) => yesOrNo(agreedStandard),
  },
  {
    name: 'carried',
    meaning: 'Whether the comment is that of the period before.',
    cell: ({ carried }) => yesOrNo(carried),
  },
  {
    name: 'factors',
    meaning: 'Circumstances that somebody set to yes or no, as they hold in the period.',
    cell: ({ factors }) => factors.map(({ factor, setting }) => `${factor}=${setting}`).join('; '),
  },
  {
    name: 'causes',
    meaning:
      'The kinds of reasons that comments state for a cap, each with its level, who could lift it, and whether somebody confirmed it; none of the words.',
    cell: ({ causes }) =>
      causes
        .map(({ cause, level, control, standing }) => [cause, level, control, standing].join(':'))
        .join('; '),
  },
];
const nameColumn: Column = {
  name: 'name',
  meaning: 'The name of your organisation; a panel does not keep it.',
  cell: (_, { name }) => name,
};
const inventedColumn: Column = {
  name: 'invented',
  meaning: 'That this is demonstration data, which no panel of real scores takes.',
  cell: () => 'yes',
};

function columnsOf({ names, invented }: { readonly names: boolean; readonly invented: boolean }) {
  return [...columns, ...(names ? [nameColumn] : []), ...(invented ? [inventedColumn] : [])];
}

function yesOrNo(value: boolean): 'yes' | 'no' {
  return value ? 'yes' : 'no';
}
