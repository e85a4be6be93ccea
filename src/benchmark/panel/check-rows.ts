import { basename } from 'node:path';
import type { Database } from '../../duckdb/database.ts';
import { textLiteral } from '../../duckdb/text-literal.ts';
import { cleanRowsOf } from './cleaned-rows.ts';
import { type FindingList, growingFindings } from './finding-list.ts';
import { mostFindings } from './most-findings.ts';
import type { PanelRules } from './panel-rules.ts';
import { rowFaults } from './row-faults.ts';
import type { StagedFile } from './staged-file.ts';
import { visibleText } from './visible-text.ts';

/**
 * Checks the values of every row by itself, and writes the rows as Parquet with the types of a panel: file, row, the
 * columns of `scores`, factors and causes as text, invented.
 * @param to the Parquet file; of no use where something was found
 */
export async function checkRows(
  database: Database,
  files: readonly StagedFile[],
  {
    rules,
    known,
    to,
  }: { readonly rules: PanelRules; readonly known: readonly string[]; readonly to: string },
): Promise<FindingList> {
  const faults = rowFaults(rules, known);
  const flags = faults.map(({ where }, index) => `CASE WHEN ${where} THEN ${2 ** index} ELSE 0 END`);
  await cleanRowsOf(database, files, rules);
  await database.run(
    `CREATE OR REPLACE VIEW flagged AS SELECT *, (${flags.join(' + ')})::BIGINT AS faults FROM cleaned`,
  );
  await database.run(`COPY (SELECT file, row, organisation, period, try_cast(objective AS INTEGER) AS objective, state,
      achieved, working_towards,
      agreed_standard IN ('yes', 'true') AS agreed_standard, carried IN ('yes', 'true') AS carried,
      factors, causes, invented IN ('yes', 'true') AS invented, faults
    FROM flagged) TO ${textLiteral(to)} (FORMAT parquet, COMPRESSION zstd)`);
  const counted = faults.map((_, index) => `count(*) FILTER ((faults & ${2 ** index}) <> 0) AS n${index}`);
  const [totals = {}] = await database.rows(
    `SELECT ${counted.join(', ')} FROM read_parquet(${textLiteral(to)}) WHERE faults <> 0`,
  );
  const found = growingFindings();
  for (const [index, { code, column, seen, allowed, repair }] of faults.entries()) {
    const total = Number(totals[`n${index}`] ?? 0);
    if (total === 0) continue;
    const rows = await database.rows(`SELECT file, row, (${seen})::VARCHAR AS seen FROM flagged
      WHERE (faults & ${2 ** index}) <> 0 ORDER BY file, row LIMIT ${mostFindings}`);
    found.addAll(
      code,
      total,
      rows.map((row) => ({
        file: basename(files[Number(row['file'])]?.name ?? ''),
        line: Number(row['row']),
        place: `column ${column}`,
        seen: visibleText(String(row['seen'] ?? '')),
        allowed,
        repair,
      })),
    );
  }
  return found;
}
