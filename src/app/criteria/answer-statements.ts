import { Problem } from '../../kernel/problem.ts';
import { statementAnswers } from '../../model/statement.ts';
import { plainLine } from '../workspace/plain-line.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { assessedRow, type RowName } from './assessed-row.ts';
import { criteriaOfRow } from './criteria-of.ts';

/** What somebody says of statements of one row. */
export interface Answered extends RowName {
  /** By id of statement: `met`, `not-met` or `not-evidenced`. */
  readonly answers: Readonly<Record<string, string>>;
  readonly by: string;
}

/**
 * Keeps answers to statements, all or none; a statement that is not named stays as it is.
 * @throws Problem BAD_VALUE; as `assessedRow` does
 */
export function answerStatements(workspace: Workspace, { answers, by, ...name }: Answered): void {
  const { records } = workspace;
  const who = plainLine('by', by, 100, 'Say who answers.');
  if (Object.keys(answers).length === 0)
    throw new Problem('BAD_VALUE', {
      place: 'answers',
      seen: 'nothing',
      allowed: 'an answer to at least one statement',
      repair: 'Nothing was answered, and nothing was kept: answer at least one statement.',
    });
  records.writing(() => {
    const row = assessedRow(workspace, name);
    const { period, organisation, objective } = row;
    const { levels } = criteriaOfRow(workspace, row);
    const statements = levels.flatMap(({ level, statements: list }) =>
      list.map(({ id, text }) => ({ id, level, text })),
    );
    for (const [id, written] of Object.entries(answers)) {
      const statement = statements.find((each) => each.id === id);
      if (statement === undefined)
        throw new Problem('BAD_VALUE', {
          place: 'statement',
          seen: id.slice(0, 80),
          allowed: statements.map((each) => each.id).join(', ') || 'none: no words are held',
          repair: 'The words may have changed meanwhile: look at the statements again.',
        });
      const answer = statementAnswers.find((each) => each === written);
      if (answer === undefined)
        throw new Problem('BAD_VALUE', {
          place: id,
          seen: written.slice(0, 80),
          allowed: statementAnswers.join(', '),
          repair: 'Choose one of these.',
        });
      const { level, text } = statement;
      records.putAnswer(organisation.id, { period, objective: objective.number, level, text, answer }, who);
    }
  });
}
