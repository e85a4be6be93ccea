import type { Cell, Database, Row } from '../../duckdb/database.ts';
import type { Pack } from '../../pack/pack.ts';
import type { AnsweredCause, CaseAnswer } from './case-answer.ts';
import type { CaseRow } from './case-rows.ts';
import { compilePackSql } from './compile-pack-sql.ts';

/**
 * What the SQL of a pack answers for rows of its table of cases, by `case_id`, with every cause. The table is made, in
 * place of one that is there.
 * @throws Problem PACK_BROKEN for a pack that cannot be written as SQL
 */
export async function sqlAnswers(
  pack: Pack,
  rows: Iterable<CaseRow>,
  database: Database,
): Promise<ReadonlyMap<number, CaseAnswer>> {
  const { table, columns, createTable, sql, causesSql } = compilePackSql(pack);
  await database.run(`DROP TABLE IF EXISTS ${table}`);
  await database.run(createTable);
  await database.fill(
    table,
    columns.map(({ type }) => type),
    rows,
  );
  const cases = await database.rows(sql);
  const causes = Map.groupBy(await database.rows(causesSql), (row) => row['case_id']);
  return new Map(
    cases.map((row) => [
      Number(row['case_id']),
      {
        ceiling: Number(row['ceiling']),
        control: wordOf(row['control']),
        potential: Number(row['potential']),
        rule: wordOf(row['rule']),
        stance: wordOf(row['stance']),
        target: typeof row['target'] === 'number' ? row['target'] : null,
        causes: (causes.get(row['case_id']) ?? []).map(causeOf),
      },
    ]),
  );
}

function causeOf(row: Row): AnsweredCause {
  return {
    rule: String(row['rule']),
    cause: String(row['cause']),
    control: row['control'] === 'external' ? 'external' : 'internal',
    level: Number(row['level']),
    strength: row['strength'] === 'stated' ? 'stated' : 'hedged',
    overtaken: row['overtaken'] === 1,
    binding: row['binding'] === 1,
  };
}

function wordOf(cell: Cell | undefined): string | null {
  return cell === null || cell === undefined ? null : String(cell);
}
