import type { Assessment } from '../../model/assessment.ts';
import { continuedObjectives, sameLadder } from '../../model/continued-objectives.ts';
import type { Framework } from '../../model/framework.ts';
import { comparePeriods, nextPeriod } from '../../model/period.ts';
import type { EarlierFramework } from '../../model/trends.ts';
import { closedAssessments } from '../workspace/closed-assessments.ts';
import { evaluated } from '../workspace/evaluations.ts';
import { evaluationInput } from '../workspace/view-of.ts';
import type { Workspace } from '../workspace/workspace-interface.ts';
import { type AssessedPeriod, type AssessedPeriods, assessedPeriods } from './assessed-periods.ts';
import { earlierFrameworkSentence } from './earlier-framework-sentence.ts';

/** The assessments of an organisation as the framework of its latest counts objectives, oldest first. */
export interface ComparedPeriods extends AssessedPeriods {
  /** Other frameworks that it was assessed in, by the first period of each. */
  readonly earlierFrameworks: readonly EarlierFramework[];
}

/**
 * Every closed assessment of an organisation, those in other frameworks as far as `continues` marks objectives of the
 * latest one as the same: their rows and readings come under its numbers, and what it does not continue is left out.
 * @throws Problem UNKNOWN_ORGANISATION; TOO_FEW_PERIODS without any; those of the packs
 */
export async function comparedPeriods(workspace: Workspace, organisation: string): Promise<ComparedPeriods> {
  const { pack, periods } = await assessedPeriods(workspace, organisation);
  const { framework } = pack;
  const others = Map.groupBy(
    closedAssessments(workspace, organisation).filter((each) => each.framework !== framework.id),
    (each) => each.framework,
  );
  const crossed: AssessedPeriod[] = [];
  const earlierFrameworks: EarlierFramework[] = [];
  for (const [id, assessments] of others) {
    const earlier = known(workspace, id);
    const continued =
      earlier === null
        ? new Map<number, number>()
        : continuedObjectives(framework, earlier, (other) => known(workspace, other));
    earlierFrameworks.push(describe(framework, { id, earlier }, assessments, continued));
    if (continued.size > 0) crossed.push(...(await translated(workspace, assessments, continued)));
  }
  return {
    pack,
    periods: [...crossed, ...periods].toSorted((a, b) => comparePeriods(a.period, b.period)),
    earlierFrameworks,
  };
}

function known(workspace: Workspace, id: string): Framework | null {
  return workspace.frameworks().includes(id) ? workspace.pack(id).framework : null;
}

async function translated(
  workspace: Workspace,
  assessments: readonly Assessment[],
  continued: ReadonlyMap<number, number>,
): Promise<readonly AssessedPeriod[]> {
  const periods: AssessedPeriod[] = [];
  for (const [basis, assessment] of assessments.entries()) {
    const { period } = assessment;
    const input = evaluationInput(workspace, assessments, basis, nextPeriod(period), {});
    const { readings } = await evaluated(workspace, input);
    const readingOf = new Map(readings.map((reading) => [reading.objective, reading]));
    const pairs = [...continued];
    periods.push({
      period,
      assessment: {
        ...assessment,
        rows: pairs.flatMap(([objective, before]) =>
          assessment.rows.filter((row) => row.objective === before).map((row) => ({ ...row, objective })),
        ),
      },
      readings: new Map(
        pairs.flatMap(([objective, before]) => {
          const reading = readingOf.get(before);
          return reading === undefined ? [] : [[objective, { ...reading, objective }] as const];
        }),
      ),
    });
  }
  return periods;
}

function describe(
  framework: Framework,
  { id, earlier }: { readonly id: string; readonly earlier: Framework | null },
  assessments: readonly Assessment[],
  continued: ReadonlyMap<number, number>,
): EarlierFramework {
  const without = framework.objectives
    .filter(({ number }) => !continued.has(number))
    .map(({ number, name, section }) => ({ objective: number, name, section }));
  const said = {
    framework: id,
    name: earlier?.name ?? id,
    periods: assessments.map(({ period }) => period),
    compared: continued.size,
    without,
  };
  const ladder = earlier === null || sameLadder(framework, earlier);
  const why = earlier === null ? 'rules-missing' : ladder ? null : 'other-levels';
  return { ...said, sentence: earlierFrameworkSentence(said, framework.name, why) };
}
