import type { Database } from '../../duckdb/database.ts';
import { Problem } from '../../kernel/problem.ts';
import { openRegularFile, type RegularFile } from './regular-file.ts';
import { stageCsv } from './stage-csv.ts';
import { stageParquet } from './stage-parquet.ts';
import type { StagedFile } from './staged-file.ts';

/**
 * Copies the rows of a CSV or Parquet file to where only Headroom writes; which of the two it is, its first bytes tell.
 * @param to the file to be written; it is not there yet
 * @throws Problem FILE_MISSING, FILE_EMPTY, FILE_NOT_TEXT, FILE_WRONG_KIND, FILE_DAMAGED
 */
export async function stageFile(name: string, to: string, database: Database): Promise<StagedFile> {
  const file = openRegularFile(name);
  try {
    const kind = kindOf(file);
    return kind === 'parquet'
      ? await stageParquet(file, `${to}.parquet`, database)
      : stageCsv(file, `${to}.txt`);
  } finally {
    file.close();
  }
}

function kindOf(file: RegularFile): 'csv' | 'parquet' {
  if (file.size === 0)
    throw new Problem('FILE_EMPTY', { file: file.name, repair: 'Give a file with a header and rows.' });
  const [chunk] = file.chunks();
  const first = (chunk ?? Buffer.alloc(0)).subarray(0, 4).toString('latin1');
  if (first === 'PAR1') return 'parquet';
  if (first.startsWith('PK\x03\x04') || first === 'PARE')
    throw new Problem('FILE_WRONG_KIND', {
      file: file.name,
      seen: first === 'PARE' ? 'encrypted Parquet' : 'a workbook, document or archive',
      allowed: 'CSV or Parquet',
      repair: 'Save the table as CSV (UTF-8) and give that file.',
    });
  return 'csv';
}
