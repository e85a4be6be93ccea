import type { Row } from '../../duckdb/database.ts';
import type { OpenPanel } from '../panel/open-panel.ts';

/** What one organisation scored on an objective in a period. */
export interface Answer {
  readonly organisation: string;
  readonly period: string;
  readonly achieved: number;
  readonly workingTowards: number | null;
  readonly agreedStandard: boolean;
  readonly carried: boolean;
}

/** Every score on an objective, in order of organisation and period. */
export async function answers(open: OpenPanel, objective: number): Promise<readonly Answer[]> {
  const rows = await open.database.rows(`
    SELECT organisation, period, achieved, working_towards, agreed_standard, carried FROM scores
    WHERE objective = ${objective} AND state = 'scored' ORDER BY organisation, period`);
  return rows.map(answerOf);
}

/** The answer in a row of scores. */
export function answerOf(row: Row): Answer {
  return {
    organisation: String(row.organisation),
    period: String(row.period),
    achieved: Number(row.achieved),
    workingTowards: typeof row.working_towards === 'number' ? row.working_towards : null,
    agreedStandard: row.agreed_standard === true,
    carried: row.carried === true,
  };
}
