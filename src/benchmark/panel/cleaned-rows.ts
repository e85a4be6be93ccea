import { panelColumns } from './panel-columns.ts';
import type { StagedFile } from './staged-file.ts';

/**
 * A query over the rows of staged files: `file` (from 0), `row`, and every column of a panel as text without blanks
 * around it, empty where there is none. Of `factors` and `causes` the parts, as lists, in order and each once.
 */
export function cleanedRows(files: readonly StagedFile[]): string {
  const given = files
    .map(({ query, columns }, index) => {
      const all = panelColumns.map((column) =>
        columns.includes(column) ? `trim(coalesce(${column}, '')) AS ${column}` : `'' AS ${column}`,
      );
      return `SELECT ${index} AS file, row, ${all.join(', ')} FROM (${query})`;
    })
    .join('\nUNION ALL\n');
  return `SELECT * REPLACE (
    replace(period, '/', '-') AS period,
    CASE WHEN state <> '' THEN lower(state) WHEN score = '' THEN 'not-scored' ELSE 'scored' END AS state,
    lower(agreed_standard) AS agreed_standard,
    lower(carried) AS carried,
    lower(invented) AS invented,
    ${parts('factors', '\\s*=\\s*', '=')} AS factors,
    ${parts('causes', '\\s*:\\s*', ':')} AS causes
  ) FROM (${given})`;
}

function parts(column: string, between: string, by: string): string {
  const split = `string_split(${column}, ';')`;
  const plain = `lambda part: regexp_replace(trim(part), '${between}', '${by}', 'g')`;
  return `CASE WHEN ${column} = '' THEN []::VARCHAR[]
    ELSE list_sort(list_distinct(list_filter(list_transform(${split}, ${plain}), lambda part: part <> ''))) END`;
}
