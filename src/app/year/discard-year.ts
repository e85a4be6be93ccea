import { type Static, Type } from 'typebox';
import { Problem } from '../../kernel/problem.ts';
import type { Frozen } from '../../kernel/schema.ts';
import { countedNoun } from '../../model/counted-noun.ts';
import { plainLine } from '../workspace/plain-line.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { YearName } from './open-year.ts';
import { entryState } from './year-report-of.ts';

/** What was discarded: the contract of `open --discard --json`. */
export const DiscardedYear = Type.Object(
  {
    schema: Type.Literal(1),
    organisation: Type.String(),
    period: Type.String(),
    /** How many rows had a score, a reason or words. */
    entered: Type.Integer({ minimum: 0 }),
  },
  { additionalProperties: false },
);
export type DiscardedYear = Frozen<Static<typeof DiscardedYear>>;

/** What it takes to discard an assessment. */
export interface Discarding extends YearName {
  /** Discard it although rows are entered. */
  readonly entered?: boolean | undefined;
  readonly by: string;
}

/**
 * Takes an assessment that is open out of the workspace, as if it had never been opened; the journal keeps what was entered.
 * @throws Problem UNKNOWN_ORGANISATION, UNKNOWN_PERIOD, BAD_VALUE, ASSESSMENT_CLOSED; ASSESSMENT_ENTERED where rows are
 * entered, unless told that they may be
 */
export function discardYear(workspace: Workspace, given: Discarding): DiscardedYear {
  const { organisation, period } = given;
  const { records } = workspace;
  const who = plainLine('by', given.by, 100, 'Say who discards it.');
  return records.writing(() => {
    const entered = enteredRows(workspace, given);
    const open = records.assessments(organisation).some((each) => each.period === period && !each.closed);
    if (open && entered > 0 && given.entered !== true)
      throw new Problem('ASSESSMENT_ENTERED', {
        place: `${organisation}, ${period}`,
        seen: `${countedNoun(entered, 'row')} entered`,
        repair: 'Say that it is to be discarded with them; the journal keeps what they say.',
        data: { entered },
      });
    records.discardAssessment(organisation, period, who);
    return { schema: 1, organisation, period, entered };
  });
}

/** How many rows of an assessment have a score, a reason or words. @throws Problem UNKNOWN_ORGANISATION, UNKNOWN_PERIOD */
export function enteredRows({ records }: Workspace, { organisation, period }: YearName): number {
  return records.rows(organisation, period).filter(({ row }) => entryState(row) !== 'to-do').length;
}
