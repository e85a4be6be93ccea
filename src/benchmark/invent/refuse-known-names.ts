import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '../../duckdb/database.ts';
import { textLiteral } from '../../duckdb/text-literal.ts';
import { Problem } from '../../kernel/problem.ts';

/**
 * Refuses invented organisations of which one has a name or a code that the register knows. Names and codes are made so
 * that this cannot happen; the register is asked all the same. Without a register there is nothing to ask.
 * @param database that may read the register and `organisations.parquet` in the folder
 * @throws Problem BAD_VALUE
 */
export async function refuseKnownNames(
  database: Database,
  { folder, register }: { readonly folder: string; readonly register: string },
): Promise<void> {
  const aliases = join(register, 'aliases.parquet');
  if (!existsSync(aliases)) return;
  const invented = `read_parquet(${textLiteral(join(folder, 'organisations.parquet'))})`;
  const [known] = await database.rows(`SELECT alias FROM read_parquet(${textLiteral(aliases)})
    WHERE lower(trim(alias)) IN (SELECT lower(organisation) FROM ${invented} UNION SELECT lower(name) FROM ${invented})
    ORDER BY alias LIMIT 1`);
  if (known === undefined) return;
  throw new Problem('BAD_VALUE', {
    place: 'the invented organisations',
    seen: `${known['alias']}, which the register of organisations has`,
    allowed: 'names that no organisation of the register has',
    repair: 'Give another --panel or another --seed.',
  });
}
