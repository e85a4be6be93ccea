import { Problem } from '../../kernel/problem.ts';
import { isPeriod } from '../../model/period.ts';
import { plainLine } from '../workspace/plain-line.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { YearReport } from './year-report.ts';
import { yearReport } from './year-report-of.ts';

/** The assessment of one period of an organisation. */
export interface YearName {
  readonly organisation: string;
  readonly period: string;
}

/** How far from the periods that are held a new one may be, in years: further away it is a slip of the pen. */
const furthest = 5;

/**
 * Opens the assessment of a period, if there is none yet, and gives it as it stands; one that is there stays as it is,
 * open or closed.
 * @throws Problem as `beginYear` does
 */
export async function openYear(
  workspace: Workspace,
  year: YearName & { readonly by: string },
): Promise<YearReport> {
  beginYear(workspace, year);
  return yearReport(workspace, year.organisation, year.period);
}

/**
 * Opens the assessment of a period, if there is none yet.
 * @throws Problem UNKNOWN_ORGANISATION, BAD_VALUE where the period is not like those that are held; those of the pack
 */
export function beginYear(
  workspace: Workspace,
  { organisation, period, by }: YearName & { readonly by: string },
): void {
  const { records } = workspace;
  const who = plainLine('by', by, 100, 'Say who opens it.');
  const held = records.assessments(organisation);
  if (!held.some((each) => each.period === period)) {
    checkPeriod(
      period,
      held.map((each) => each.period),
    );
    const { framework } = workspace.pack(records.organisation(organisation).framework);
    const objectives = framework.objectives.map(({ number }) => number);
    records.openAssessment(organisation, { period, framework: framework.id, objectives }, who);
  }
}

function checkPeriod(period: string, held: readonly string[]): void {
  const like = held.at(-1);
  const bad = (allowed: string, repair: string) =>
    new Problem('BAD_VALUE', { place: 'period', seen: period.slice(0, 40), allowed, repair });
  const form = isPeriod(period) && (like === undefined || like.length === period.length);
  if (!form)
    throw bad(
      like === undefined
        ? 'a year such as 2024, or 2024-25 for one that runs over two'
        : `a period like ${like}`,
      'Give the period in this form.',
    );
  const years = held.map((each) => Number(each.slice(0, 4)));
  if (years.length === 0 || years.some((each) => Math.abs(each - Number(period.slice(0, 4))) <= furthest))
    return;
  throw bad(
    `at most ${furthest} years from ${held.join(', ')}`,
    'Check the year: it is far from all that are held.',
  );
}
