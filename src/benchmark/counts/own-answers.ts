import { textLiteral } from '../../duckdb/text-literal.ts';
import type { OpenPanel } from '../panel/open-panel.ts';
import { type Answer, answerOf } from './answers.ts';

/** An answer and what it answers. */
export interface OwnAnswerRow extends Answer {
  readonly objective: number;
}

/** Every score of one organisation. */
export async function ownAnswers(open: OpenPanel, organisation: string): Promise<readonly OwnAnswerRow[]> {
  const rows = await open.database.rows(`
    SELECT organisation, period, objective, achieved, working_towards, agreed_standard, carried FROM scores
    WHERE organisation = ${textLiteral(organisation)} AND state = 'scored'`);
  return rows.map((row) => ({ ...answerOf(row), objective: Number(row.objective) }));
}
