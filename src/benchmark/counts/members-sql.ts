import { textLiteral } from '../../duckdb/text-literal.ts';
import type { CountedGroup } from './counted-group.ts';
import { nearestSql } from './nearest-sql.ts';

/** SQL that holds for the rows of a table of `organisation` and `period` that are a group's; empty for everyone. */
export function membersSql(group: CountedGroup, table: string): string {
  if (group.kind === 'all') return '';
  if (group.kind === 'nearest')
    return ` AND (${table}.period, ${table}.organisation) IN (${nearestSql(group.organisation)})`;
  const like = [
    ...(group.kind === 'region' ? [] : [`type = ${textLiteral(group.type)}`]),
    ...(group.kind === 'type' ? [] : [`region = ${textLiteral(group.region)}`]),
  ];
  return ` AND ${table}.organisation IN (SELECT organisation FROM organisations WHERE ${like.join(' AND ')})`;
}
