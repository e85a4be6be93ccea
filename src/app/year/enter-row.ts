import { Problem } from '../../kernel/problem.ts';
import { type AssessmentRow } from '../../model/assessment.ts';
import { canonicalText, controlCharacters, longestCell } from '../../model/cell-text.ts';
import type { HeldRow } from '../../model/held-row.ts';
import { parseScore } from '../../model/score.ts';
import type { Pack } from '../../pack/pack.ts';
import { unknownObjective } from '../advice/unknown-objective.ts';
import { plainLine } from '../workspace/plain-line.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { YearName } from './open-year.ts';

/** What somebody enters for one objective; it takes the place of the whole row. */
export interface EnteredRow extends YearName {
  readonly objective: number;
  /** Such as "2", or "2/3"; without it, and without a reason why it is not applicable, the row is not scored yet. */
  readonly score?: string | undefined;
  /** Why it is not applicable; it is then the text of the row. */
  readonly notApplicable?: string | undefined;
  /** Comment and action, as the cell of the document has them. */
  readonly text?: string | undefined;
  /** The version of the row that this was made from: 0 where nothing was entered. */
  readonly version: number;
  readonly by: string;
}

/**
 * Keeps what is entered for one objective, if nobody changed the row meanwhile, and gives it with its new version.
 * @throws Problem BAD_VALUE that names the field, UNKNOWN_OBJECTIVE, ROW_CHANGED, ASSESSMENT_CLOSED; UNKNOWN_ORGANISATION, UNKNOWN_PERIOD; those of the pack
 */
export function enterRow(workspace: Workspace, given: EnteredRow): HeldRow {
  const { organisation, period, version } = given;
  const who = plainLine('by', given.by, 100, 'Say who enters it.');
  const row = rowFrom(packOf(workspace, given), given);
  return workspace.records.enterRow(organisation, period, { row, version }, who);
}

/** The row of one objective as it stands. @throws Problem UNKNOWN_OBJECTIVE, UNKNOWN_ORGANISATION, UNKNOWN_PERIOD; those of the pack */
export function enteredRow(workspace: Workspace, name: YearName & { readonly objective: number }): HeldRow {
  const { organisation, period, objective } = name;
  packOf(workspace, name);
  const found = workspace.records.rows(organisation, period).find(({ row }) => row.objective === objective);
  return found ?? { version: 0, row: { objective, text: '', state: 'not-scored' }, by: null, at: null };
}

/** Takes back the last change of a row. @throws Problem as `enterRow` does; BAD_VALUE where there is nothing to take back */
export function undoRow(
  workspace: Workspace,
  given: YearName & { readonly objective: number; readonly version: number; readonly by: string },
): HeldRow {
  const { organisation, period, objective, version } = given;
  const who = plainLine('by', given.by, 100, 'Say who takes it back.');
  packOf(workspace, given);
  return workspace.records.undoRow(organisation, period, { objective, version }, who);
}

function packOf(workspace: Workspace, name: YearName & { readonly objective: number }): Pack {
  const { records } = workspace;
  const pack = records.reading(() => {
    // Says which periods there are, where this is none of them.
    records.rows(name.organisation, name.period);
    const held = records.assessments(name.organisation).find(({ period }) => period === name.period);
    return workspace.pack(held?.framework ?? '');
  });
  if (pack.framework.objectives.some(({ number }) => number === name.objective)) return pack;
  throw unknownObjective(pack, name.objective);
}

function rowFrom({ framework: { levels } }: Pack, given: EnteredRow): AssessmentRow {
  const { objective, score: written = '', notApplicable } = given;
  if (notApplicable !== undefined) {
    const reason = cell('reason', notApplicable);
    if (written.trim() !== '')
      throw bad('score', written, 'a score, or a reason why there is none', 'Give one of them.');
    if (reason === '') throw bad('reason', 'nothing', undefined, 'Say why the objective is not applicable.');
    return { objective, text: reason, state: 'not-applicable', reason };
  }
  const text = cell('text', given.text ?? '');
  if (written.trim() === '') return { objective, text, state: 'not-scored' };
  const score = parseScore(written, levels);
  if (score !== null) return { objective, text, state: 'scored', score };
  const ladder = levels.map(({ level }) => level).sort((a, b) => a - b);
  const [first = 0, second = 1] = ladder;
  throw bad(
    'score',
    written.slice(0, 40),
    `${ladder.join(', ')}, or two neighbours such as ${first}/${second} for a level that is being worked towards`,
    'Give one of these.',
  );
}

/** A text in the form in which cells are kept. @throws Problem BAD_VALUE */
function cell(place: string, written: string): string {
  const [control] = controlCharacters(written);
  if (control !== undefined)
    throw bad(place, `a character that cannot be seen (${control})`, undefined, 'Take it out.');
  const text = canonicalText(written);
  if (text.length > longestCell)
    throw bad(place, `${text.length} characters`, `${longestCell} at most`, 'Make it shorter.');
  return text;
}

function bad(place: string, seen: string, allowed: string | undefined, repair: string): Problem {
  return new Problem('BAD_VALUE', { place, seen, ...(allowed === undefined ? {} : { allowed }), repair });
}
