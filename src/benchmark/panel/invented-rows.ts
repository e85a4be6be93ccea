import { basename } from 'node:path';
import { textLiteral } from '../../duckdb/text-literal.ts';
import type { GrowingFindings } from './finding-list.ts';
import type { AdditionWork } from './panel-addition.ts';
import type { StagedFile } from './staged-file.ts';

/** Whether the panel is invented; finds rows that are not what the others, or the panel, are. */
export async function inventedRows(
  { held, addition, database }: AdditionWork,
  typed: string,
  staged: readonly StagedFile[],
  found: GrowingFindings,
): Promise<boolean> {
  const rows =
    await database.rows(`SELECT invented, count(*) AS n, min(file) AS file, arg_min(row, (file, row)) AS row
    FROM read_parquet(${textLiteral(typed)}) GROUP BY invented`);
  const first = rows.toSorted(
    (a, b) => Number(a['file']) - Number(b['file']) || Number(a['row']) - Number(b['row']),
  )[0];
  const invented = held?.invented ?? (addition.invented !== undefined || first?.['invented'] === true);
  // Rows of a generator are said to be invented as a whole.
  const meant = (row: boolean) => row || addition.invented !== undefined;
  for (const row of rows.filter((each) => meant(each['invented'] === true) !== invented))
    found.addAll('panel/invented-mixed', Number(row['n']), [
      {
        file: basename(staged[Number(row['file'])]?.name ?? ''),
        line: Number(row['row']),
        place: 'column invented',
        seen: meant(row['invented'] === true) ? 'invented rows' : 'real rows',
        allowed: `${invented ? 'invented' : 'real'} rows, as the panel's first are`,
        repair: 'Invented and real rows never stand in one panel: give these one of their own.',
      },
    ]);
  return invented;
}
