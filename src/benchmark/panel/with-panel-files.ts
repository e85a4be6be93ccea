import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '../../duckdb/database.ts';
import { openDatabase } from '../../duckdb/open-database.ts';

let begun = 0;

/** Work on the files of a panel with a database and a folder to write to, both gone afterwards. */
export async function withPanelFiles<T>(
  panels: string,
  id: string,
  work: (at: {
    readonly database: Database;
    readonly folder: string;
    readonly scratch: string;
  }) => Promise<T>,
): Promise<T> {
  const folder = join(panels, id);
  begun += 1;
  const scratch = join(panels, `.spill-${process.pid}-work-${begun}`);
  mkdirSync(scratch);
  try {
    const database = await openDatabase({
      folder: scratch,
      reads: [folder],
      memoryLimit: '1000MB',
      keepOrder: false,
    });
    try {
      return await work({ database, folder, scratch });
    } finally {
      database.close();
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
