import { levelInterval, standingBetween } from '../../engine/checklist.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type AssessedRow, assessedRow, type RowName } from './assessed-row.ts';
import { criteriaSentences } from './criteria-sentences.ts';
import { levelStatements } from './level-statements.ts';
import type { AnsweredStatement, CriteriaLevel, ObjectiveCriteria } from './objective-criteria.ts';

/**
 * What an objective asks for in statements, what is said of them for one return, and what follows. It changes no advice:
 * a ceiling rests on the standard's words and the comments, never on answers.
 * @throws Problem as `assessedRow` does
 */
export function criteriaOf(workspace: Workspace, name: RowName): ObjectiveCriteria {
  const { records } = workspace;
  return records.reading(() => criteriaOfRow(workspace, assessedRow(workspace, name)));
}

/** The same for a row that is at hand. */
export function criteriaOfRow(
  { records }: Workspace,
  { organisation: { id }, pack, period, objective: { number }, row }: AssessedRow,
): ObjectiveCriteria {
  const kept = records.answers(id, period, number);
  const levels = levelStatements(pack, number, records.wording(pack.framework.id, number), kept);
  const interval = levelInterval(levels);
  const achieved = row?.state === 'scored' ? row.score.achieved : null;
  const statements = levels.flatMap((each) => each.statements);
  const part = {
    period,
    levels,
    statements: statements.length,
    answered: statements.filter(({ answer }) => answer !== 'not-evidenced').length,
    interval,
    score: achieved === null ? null : { achieved, place: placeOf(achieved, interval) },
    next: nextOf(levels, Math.min(Math.max(achieved ?? interval.low, interval.low), interval.high)),
  };
  return {
    ...part,
    says: criteriaSentences(pack.framework, part),
    lapsed: kept.filter(
      ({ level, text }) =>
        !levels.some(
          (each) => each.level === level && each.statements.some((statement) => statement.text === text),
        ),
    ),
    evidence: records.evidence(id, period, number),
  };
}

function placeOf(achieved: number, { low, high }: ObjectiveCriteria['interval']) {
  return achieved > high ? ('above' as const) : achieved < low ? ('below' as const) : ('within' as const);
}

function nextOf(levels: readonly CriteriaLevel[], from: number): ObjectiveCriteria['next'] {
  const next = levels.find(({ level }) => level > from);
  if (next === undefined) return null;
  const { statements, unknown } = standingBetween(levels, from, next.level);
  const ids = new Set(statements.map(({ id }) => id));
  const standing = (statement: AnsweredStatement) => ids.has(statement.id);
  return {
    from,
    level: next.level,
    statements: next.statements.filter(standing).map((statement) => ({ ...statement, level: next.level })),
    unknown,
  };
}
