import type { TrendRow } from '../../src/analytics/trend-input.ts';
import type { Framework } from '../../src/model/framework.ts';
import { parseScore } from '../../src/model/score.ts';

/** An invented rubric of four levels, three sections and six objectives; `idle` has no objectives. */
export const small: Framework = {
  id: 'small',
  name: 'A small rubric',
  version: '1',
  source: 'invented',
  levels: [1, 2, 3, 4].map((level) => ({ level, name: `Level ${level}` })),
  satisfactory: 3,
  sections: ['first', 'constructor', 'idle'].map((id) => ({ id, name: `Section ${id}`, principles: [] })),
  objectives: [1, 2, 3, 4, 5, 6].map((number) => ({
    number,
    name: `Objective ${number}`,
    description: '',
    section: number <= 4 ? 'first' : 'constructor',
  })),
};

/** A row from what was written: "3", "2/3", "NA" or "" for not scored; a trailing "*" is an agreed standard. */
export function trendRow(objective: number, written: string): TrendRow {
  const agreedStandard = written.endsWith('*');
  const score = parseScore(written.replace('*', ''), small.levels);
  if (score !== null) return { objective, state: 'scored', score, agreedStandard };
  return {
    objective,
    state: written === 'NA' ? 'not-applicable' : 'not-scored',
    score: null,
    agreedStandard,
  };
}

/** A period's rows for objectives 1, 2, 3 and so on. */
export function trendPeriod(period: string, ...written: readonly string[]) {
  return { period, rows: written.map((each, index) => trendRow(index + 1, each)) };
}
