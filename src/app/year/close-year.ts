import { Problem } from '../../kernel/problem.ts';
import { plainLine } from '../workspace/plain-line.ts';
import { sourceFolders } from '../workspace/source-folders.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { YearName } from './open-year.ts';
import { entryOf, entryState } from './year-report-of.ts';

/** What it takes to close an assessment. */
export interface Closing extends YearName {
  /** Close it although objectives are neither scored nor not applicable. */
  readonly incomplete?: boolean | undefined;
  readonly by: string;
}

/**
 * Closes an assessment: nothing in it changes then, and advice for the next period may rest on it. A closed one stays as it is.
 * @throws Problem UNKNOWN_ORGANISATION, UNKNOWN_PERIOD, BAD_VALUE; ASSESSMENT_INCOMPLETE, unless told that it may
 * be; with nothing entered always
 */
export function closeYear(workspace: Workspace, { organisation, period, incomplete, by }: Closing): void {
  const { records } = workspace;
  const who = plainLine('by', by, 100, 'Say who closes it.');
  records.writing(() => {
    const rows = records.rows(organisation, period);
    const held = records.assessments(organisation).find((each) => each.period === period);
    if (held === undefined || held.closed) return;
    const { objectives } = workspace.pack(held.framework).framework;
    const missing = objectives
      .map(({ number }) => number)
      .filter((number) => entryState(entryOf(rows, number).row) !== 'done');
    const nothing = missing.length === objectives.length;
    if (nothing || (missing.length > 0 && incomplete !== true))
      throw notComplete(organisation, period, missing, nothing);
    records.closeAssessment(organisation, period, who);
  });
}

/** Opens a closed assessment again; the journal keeps the reason. An open one stays as it is. @throws Problem UNKNOWN_ORGANISATION, UNKNOWN_PERIOD, BAD_VALUE without a reason */
export function reopenYear(
  workspace: Workspace,
  { organisation, period, reason, by }: YearName & { readonly reason: string; readonly by: string },
): void {
  const { records, places } = workspace;
  const why = plainLine('reason', reason, 500, 'Say why it is opened again: the journal keeps it.');
  const who = plainLine('by', by, 100, 'Say who opens it again.');
  records.writing(() => {
    records.reopenAssessment(organisation, period, why, who);
    for (const { source } of places.sources === null ? [] : sourceFolders(places.sources))
      if (source.organisation.id === organisation && source.periods.includes(period))
        records.markSourceEdited(source.id, who);
  });
}

function notComplete(
  organisation: string,
  period: string,
  missing: readonly number[],
  nothing: boolean,
): Problem {
  const named = missing.slice(0, 20).join(', ');
  return new Problem('ASSESSMENT_INCOMPLETE', {
    place: `${organisation}, ${period}`,
    seen: `no score for ${missing.length === 1 ? 'objective' : `${missing.length} objectives:`} ${named}${missing.length > 20 ? ' and more' : ''}`,
    repair: nothing
      ? 'Enter at least one: advice cannot rest on an assessment without a score.'
      : 'Enter them, or say that it is to be closed without them: they are then in no count.',
    data: { missing },
  });
}
