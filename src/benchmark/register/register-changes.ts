import { openDatabase } from '../../duckdb/open-database.ts';
import { textLiteral } from '../../duckdb/text-literal.ts';

/** What is other than before in a file of the register, by the code of its rows. */
export interface RegisterChanges {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** There before and after, with other values. */
  readonly changed: readonly string[];
  readonly same: number;
}

/** Two files of the register to compare, Parquet; `before` is null where there was none. */
export interface ComparedFiles {
  readonly before: string | null;
  readonly after: string;
  /** The folders that they stand in. */
  readonly folders: readonly string[];
  /** The column that rows are known by; several rows may have one code. */
  readonly code: 'organisation' | 'area';
}

/** Which codes a new file of the register adds, lacks and has with other rows; each list in order. */
export async function registerChanges(files: ComparedFiles): Promise<RegisterChanges> {
  const { before, after, folders, code } = files;
  const database = await openDatabase({ folder: null, reads: folders, threads: 1 });
  try {
    const grouped = (file: string) =>
      `(SELECT ${code} AS code, list(one ORDER BY one::VARCHAR)::VARCHAR AS held
        FROM read_parquet(${textLiteral(file)}) AS one GROUP BY 1)`;
    const rows = await database.rows(`
      SELECT coalesce(old.code, new.code) AS code,
        CASE WHEN old.code IS NULL THEN 'added' WHEN new.code IS NULL THEN 'removed'
          WHEN old.held <> new.held THEN 'changed' ELSE 'same' END AS what
      FROM ${before === null ? "(SELECT '' AS code, '' AS held WHERE false)" : grouped(before)} old
      FULL JOIN ${grouped(after)} new ON old.code = new.code ORDER BY 1`);
    const codes = (what: string) =>
      rows.filter((row) => row['what'] === what).map((row) => String(row['code']));
    return {
      ...{ added: codes('added'), removed: codes('removed'), changed: codes('changed') },
      same: codes('same').length,
    };
  } finally {
    database.close();
  }
}
