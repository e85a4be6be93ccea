import { type Static, Type } from 'typebox';
import type { Evaluation } from '../../engine/evaluate.ts';
import type { Frozen } from '../../kernel/schema.ts';
import { type CeilingCause, scoredAdvice } from '../../model/advice.ts';
import { rowOf } from '../../model/assessment.ts';
import { comparePeriods } from '../../model/period.ts';
import { closedAssessments } from '../workspace/closed-assessments.ts';
import { evaluated } from '../workspace/evaluations.ts';
import { evaluationInput } from '../workspace/view-of.ts';
import type { Workspace } from '../workspace/workspace-interface.ts';

const closed = { additionalProperties: false };

/** A reason for a cap as a panel holds it: no words of the comment that gives it. */
export const ContributedCause = Type.Object(
  {
    cause: Type.String(),
    level: Type.Integer(),
    control: Type.Union([Type.Literal('external'), Type.Literal('internal')]),
    standing: Type.Union([Type.Literal('confirmed'), Type.Literal('read')]),
  },
  closed,
);
export type ContributedCause = Frozen<Static<typeof ContributedCause>>;

/** What a panel learns of one objective of an organisation in one period. */
export const ContributedRow = Type.Object(
  {
    period: Type.String(),
    objective: Type.Integer(),
    state: Type.Union([Type.Literal('scored'), Type.Literal('not-applicable'), Type.Literal('not-scored')]),
    score: Type.Union([
      Type.Object({
        label: Type.String(),
        achieved: Type.Integer(),
        workingTowards: Type.Union([Type.Integer(), Type.Null()]),
      }),
      Type.Null(),
    ]),
    agreedStandard: Type.Boolean(),
    /** The comment stands on that of the period before. */
    carried: Type.Boolean(),
    /** Circumstances that somebody set, as they hold in the period. */
    factors: Type.Array(
      Type.Object(
        { factor: Type.String(), setting: Type.Union([Type.Literal('yes'), Type.Literal('no')]) },
        closed,
      ),
    ),
    causes: Type.Array(ContributedCause),
  },
  closed,
);
export type ContributedRow = Frozen<Static<typeof ContributedRow>>;

/**
 * The rows of an organisation's closed assessments in its framework, in order of period and objective. Of causes there
 * are those that a comment states and that are not overtaken by the score: what the rubric itself rules out anybody can
 * work out, and a limit that is only hinted at is none.
 * @throws Problem UNKNOWN_ORGANISATION; those of the pack
 */
export async function contributedRows(
  workspace: Workspace,
  organisation: string,
): Promise<readonly ContributedRow[]> {
  const { framework } = workspace.records.organisation(organisation);
  const assessments = closedAssessments(workspace, organisation);
  const rows: ContributedRow[] = [];
  for (const [basis, assessment] of assessments.entries()) {
    if (assessment.framework !== framework) continue;
    const { period } = assessment;
    const evaluation = await evaluated(workspace, evaluationInput(workspace, assessments, basis, period, {}));
    const carried = new Set(
      evaluation.readings.filter(({ views }) => views.asPrevious !== null).map(({ objective }) => objective),
    );
    const factors = workspace.records
      .factorsAt(organisation, period)
      .flatMap(({ factor, state }) => (state === 'unknown' ? [] : [{ factor, setting: state }]))
      .toSorted((a, b) => (a.factor < b.factor ? -1 : 1));
    for (const { number } of workspace.pack(framework).framework.objectives) {
      const row = rowOf(assessment, number);
      rows.push({
        period,
        objective: number,
        state: row?.state ?? 'not-scored',
        score: row?.state === 'scored' ? row.score : null,
        carried: carried.has(number),
        factors,
        ...scoredParts(evaluation, number),
      });
    }
  }
  return rows.toSorted((a, b) => comparePeriods(a.period, b.period) || a.objective - b.objective);
}

function scoredParts(
  { advice }: Evaluation,
  objective: number,
): Pick<ContributedRow, 'agreedStandard' | 'causes'> {
  const found = scoredAdvice(advice).find((each) => each.objective === objective);
  if (found === undefined) return { agreedStandard: false, causes: [] };
  return { agreedStandard: found.score.agreedStandard, causes: causesOf(found.ceiling.causes) };
}

/** Each reason once, as confirmed where somebody has confirmed it for one of the quotes that give it. */
function causesOf(causes: readonly CeilingCause[]): readonly ContributedCause[] {
  const told = causes.filter(
    ({ basis, strength, overtaken }) => basis === 'comment' && strength === 'stated' && !overtaken,
  );
  const byKind = Map.groupBy(told, ({ cause, level, control }) => `${cause}:${level}:${control}`);
  return [...byKind.entries()]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, same]) => {
      const [first] = same;
      if (first === undefined) return [];
      const { cause, level, control } = first;
      const read = same.every(({ standing }) => standing === 'read');
      return [{ cause, level, control, standing: read ? ('read' as const) : ('confirmed' as const) }];
    });
}
