import { basename } from 'node:path';
import { textLiteral } from '../../duckdb/text-literal.ts';
import { growingFindings } from './finding-list.ts';
import type { AdditionWork } from './panel-addition.ts';
import type { StagedFile } from './staged-file.ts';
import { visibleText } from './visible-text.ts';

/** The framework of the panel: as it is held, else the first that there are rules for; null where there is none. */
export async function panelFramework(
  { held, house, database }: AdditionWork,
  staged: readonly StagedFile[],
): Promise<string | null> {
  if (held !== null) return held.framework;
  const known = house.frameworks.map(textLiteral).join(', ');
  if (known === '') return null;
  for (const { query } of staged) {
    const [first] = await database.rows(
      `SELECT trim(framework) AS framework FROM (${query}) WHERE trim(framework) IN (${known}) ORDER BY row LIMIT 1`,
    );
    if (first !== undefined) return String(first['framework']);
  }
  return null;
}

/** That no row of the files is of a framework that there are rules for. */
export async function unknownFramework(
  { house, database, addition }: AdditionWork,
  staged: readonly StagedFile[],
) {
  const found = growingFindings();
  for (const [index, { query, rows }] of staged.entries()) {
    const [first] = await database.rows(`SELECT row, framework FROM (${query}) ORDER BY row LIMIT 1`);
    if (first === undefined) continue;
    found.addAll('panel/framework-unknown', rows, [
      {
        file: basename(addition.files[index] ?? ''),
        line: Number(first['row']),
        place: 'column framework',
        seen: visibleText(String(first['framework'] ?? 'nothing')),
        allowed: house.frameworks.join(', '),
        repair: 'Give the id of a framework that there are rules for.',
      },
    ]);
  }
  return found;
}
