import { join } from 'node:path';
import { openDatabase } from '../../duckdb/open-database.ts';
import { textLiteral } from '../../duckdb/text-literal.ts';
import type { NeighbourList } from './neighbour-list.ts';
import { registerFiles } from './register-files.ts';

/** Writes neighbours into a folder as Parquet: area, neighbour VARCHAR, as published; place INTEGER, 1 the nearest. */
export async function writeNeighbours(folder: string, areas: readonly NeighbourList[]): Promise<void> {
  const database = await openDatabase({ folder, threads: 1 });
  try {
    await database.run('CREATE TABLE neighbours (area VARCHAR, neighbour VARCHAR, place INTEGER)');
    await database.fill(
      'neighbours',
      ['VARCHAR', 'VARCHAR', 'INTEGER'],
      areas.flatMap(({ area, neighbours }) =>
        neighbours.map((neighbour, index) => [area, neighbour, index + 1] as const),
      ),
    );
    const file = textLiteral(join(folder, registerFiles.neighbours));
    await database.run(
      `COPY (SELECT * FROM neighbours ORDER BY area, place) TO ${file} (FORMAT parquet, COMPRESSION zstd)`,
    );
  } finally {
    database.close();
  }
}
