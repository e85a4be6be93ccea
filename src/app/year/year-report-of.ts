import { type AssessmentRow, rowOf } from '../../model/assessment.ts';
import { heldText } from '../../model/criterion.ts';
import { bottomLevel, type Objective } from '../../model/framework.ts';
import { emptyRow, type HeldRow } from '../../model/held-row.ts';
import type { PlanRow } from '../../model/plan-row.ts';
import type { Pack } from '../../pack/pack.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type LastYear, lastYear } from './last-year.ts';
import type { EntryState, PlannedInYear, YearCriterion, YearObjective, YearReport } from './year-report.ts';
import { yearSentences } from './year-sentences.ts';

/**
 * The assessment of one period as it stands, open or closed, each objective beside what is known of it from before.
 * @throws Problem UNKNOWN_ORGANISATION, UNKNOWN_PERIOD; those of the pack
 */
export async function yearReport(
  workspace: Workspace,
  organisation: string,
  period: string,
): Promise<YearReport> {
  const { records } = workspace;
  const { held, rows, standard, plans } = records.reading(() => ({
    rows: records.rows(organisation, period),
    held: records.assessments(organisation).find((each) => each.period === period),
    standard: records.agreedStandardAt(organisation, period),
    plans: records.plans.rows(organisation, period),
  }));
  if (held === undefined) throw new Error(`${organisation} has rows of ${period} and no assessment`);
  const pack = workspace.pack(held.framework);
  const last = await lastYear(workspace, organisation, period);
  const objectives = pack.framework.objectives.map((objective) =>
    yearObjective(workspace, pack, objective, last, {
      entry: entryOf(rows, objective.number),
      agreed: standard?.level ?? null,
      plan: plans.find((row) => row.objective === objective.number && row.state !== 'withdrawn'),
    }),
  );
  const count = (holds: (objective: YearObjective) => boolean) => objectives.filter(holds).length;
  const entered = count(({ state }) => state === 'done');
  const counts = {
    objectives: objectives.length,
    entered,
    scored: count(({ entry }) => entry.row.state === 'scored'),
    notApplicable: count(({ entry }) => entry.row.state === 'not-applicable'),
    missing: objectives.length - entered,
    meets: standard === null ? null : count(({ meets }) => meets === true),
  };
  const { framework, closed, opened } = held;
  return {
    ...{ schema: 1, framework, organisation, period, closed, opened, standard, counts, objectives },
    basedOn: last.assessment?.period ?? null,
    says: yearSentences({ standard, counts, closed }),
  };
}

/** The row of one objective; version 0 where nobody has entered anything. */
export function entryOf(rows: readonly HeldRow[], objective: number): HeldRow {
  return (
    rows.find(({ row }) => row.objective === objective) ?? {
      version: 0,
      row: emptyRow(objective),
      by: null,
      at: null,
    }
  );
}

/** How far the entry of a row is. */
export function entryState(row: AssessmentRow): EntryState {
  if (row.state !== 'not-scored') return 'done';
  return row.text === '' ? 'to-do' : 'started';
}

/** What is held of one objective for the year itself. */
interface HeldForYear {
  readonly entry: HeldRow;
  readonly agreed: number | null;
  readonly plan: PlanRow | undefined;
}

function yearObjective(
  workspace: Workspace,
  pack: Pack,
  { number, name, description, section, continues }: Objective,
  { assessment, targets, actions }: LastYear,
  { entry, agreed, plan }: HeldForYear,
): YearObjective {
  const before =
    assessment === null || assessment.framework === pack.framework.id
      ? number
      : continues?.framework === assessment.framework
        ? continues.objective
        : null;
  const row = assessment === null || before === null ? undefined : rowOf(assessment, before);
  const sameFramework = assessment?.framework === pack.framework.id;
  const target = sameFramework ? targets.get(number) : undefined;
  const { row: entered } = entry;
  return {
    ...{ objective: number, name, description, section, entry },
    last: assessment === null || row === undefined ? null : { period: assessment.period, row },
    target:
      target === undefined
        ? null
        : {
            level: target.level,
            stance: target.stance,
            openLevel: target.openLevel,
            because: target.because,
          },
    planned: sameFramework && plan !== undefined ? plannedInYear(plan, entered) : null,
    actions: before === null ? [] : (actions.get(before) ?? []),
    criteria: criteriaFor(workspace, pack, number, row),
    state: entryState(entered),
    meets: agreed === null || entered.state !== 'scored' ? null : entered.score.achieved >= agreed,
  };
}

function plannedInYear(
  { target, state, owner, action, due, agreed }: PlanRow,
  row: AssessmentRow,
): PlannedInYear {
  const reached = row.state === 'scored' ? row.score.achieved >= target : null;
  return { target, state, owner, action, due, agreed, reached };
}

/** The words at the level of the last score and at the next above; an officer's pasted words come before a quotation. */
function criteriaFor(
  { records }: Workspace,
  { framework, criteria }: Pack,
  objective: number,
  last: AssessmentRow | undefined,
): readonly YearCriterion[] {
  const present = last?.state === 'scored' ? last.score.achieved : bottomLevel(framework);
  const levels = framework.levels.toSorted((a, b) => a.level - b.level);
  const next = levels.find(({ level }) => level > present)?.level;
  const pasted = records.wording(framework.id, objective);
  return levels
    .filter(({ level }) => level === present || level === next)
    .map(({ level, name }) => {
      const held = heldText(framework, criteria, objective, level);
      const lines = pasted.find((each) => each.level === level)?.lines;
      const own = held.held !== 'full' && lines !== undefined;
      return {
        place: level === present ? 'present' : 'next',
        level,
        name,
        held: own ? 'pasted' : held.held,
        text: own ? lines.join('\n') : held.held === 'none' ? '' : held.text,
      };
    });
}
