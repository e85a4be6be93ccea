import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '../../duckdb/database.ts';
import { textLiteral } from '../../duckdb/text-literal.ts';
import { panelFiles } from './panel-folder.ts';
import { openRegularFile } from './regular-file.ts';

const tables = [
  {
    file: panelFiles.scores,
    columns: 'organisation, period, objective, state, achieved, working_towards, agreed_standard, carried',
    order: 'period, objective, organisation',
  },
  {
    file: panelFiles.causes,
    columns: 'organisation, period, objective, cause, level, control, standing',
    order: 'period, objective, organisation, cause, level, control, standing',
  },
  {
    file: panelFiles.factors,
    columns: 'organisation, period, factor, setting',
    order: 'period, organisation, factor',
  },
] as const;

/**
 * The version of a panel's rows: SHA-256 over the framework's id and its scores, causes and factors as CSV, in order,
 * so that neither the order of files nor how often a row came changes it.
 * @param scratch a folder that the database may write to
 */
export async function panelVersion(
  database: Database,
  {
    folder,
    scratch,
    framework,
  }: { readonly folder: string; readonly scratch: string; readonly framework: string },
): Promise<string> {
  const hash = createHash('sha256').update(`${framework}\n`);
  for (const { file, columns, order } of tables) {
    const text = join(scratch, `${file}.canonical`);
    await database.run(`COPY (SELECT ${columns} FROM read_parquet(${textLiteral(join(folder, file))}) ORDER BY ${order})
      TO ${textLiteral(text)} (FORMAT csv, HEADER true)`);
    const opened = openRegularFile(text);
    try {
      for (const chunk of opened.chunks()) hash.update(chunk);
    } finally {
      opened.close();
      rmSync(text);
    }
  }
  return hash.digest('hex');
}
