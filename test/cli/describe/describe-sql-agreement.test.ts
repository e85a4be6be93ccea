import { describe, expect, test } from 'vitest';
import { describeSqlAgreement, isSqlFinding } from '../../../src/cli/describe/describe-sql-agreement.ts';

const run = { state: 'run', why: null, cases: 2, disagreements: [] } as const;

describe('what the SQL makes of worked cases', () => {
  test('is a line where it agrees, and nothing without cases', () => {
    expect(describeSqlAgreement(run, 80)).toEqual(['The SQL says the same of 2 cases.']);
    expect(describeSqlAgreement({ ...run, cases: 0 }, 80)).toEqual([]);
    expect(isSqlFinding(run)).toBe(false);
  });

  test('names the case, the field and both values where it differs', () => {
    const differing = {
      ...run,
      disagreements: [
        {
          case: 'hours',
          sentence: 'Hours cap at 2.',
          differences: [{ what: 'ceiling', engine: '2', sql: '3' }],
        },
      ],
    };
    expect(describeSqlAgreement(differing, 60).join('\n')).toMatchInlineSnapshot(`
      "The SQL says otherwise of 1 of 2 cases.

      hours: Hours cap at 2.
        ceiling: json-rules-engine says 2, the SQL 3"
    `);
    expect(isSqlFinding(differing)).toBe(true);
  });

  test('says that it was not run, which is a finding unless it was asked for', () => {
    const none = { ...run, cases: 0 };
    const cannot = { ...none, state: 'cannot-run', why: 'DuckDB cannot be loaded.' } as const;
    expect(describeSqlAgreement(cannot, 80).join('\n')).toContain(
      'The SQL was not run. DuckDB cannot be loaded.',
    );
    expect(isSqlFinding(cannot)).toBe(true);
    const left = { ...none, state: 'left-out' } as const;
    expect(describeSqlAgreement(left, 80)).toEqual(['The SQL was not run, as asked.']);
    expect(isSqlFinding(left)).toBe(false);
  });
});
