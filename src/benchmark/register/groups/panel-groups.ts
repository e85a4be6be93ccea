import type { Database } from '../../../duckdb/database.ts';
import { textLiteral } from '../../../duckdb/text-literal.ts';
import type { GroupMembers } from './group-members.ts';

/** The group of all organisations of a panel. */
export const everyone: GroupMembers = { group: { kind: 'all', name: 'all organisations' }, members: null };

/** Those of a type. */
export function ofType(type: string): GroupMembers {
  return { group: { kind: 'type', name: type }, members: members(`type = ${textLiteral(type)}`) };
}

/** Those of a region. */
export function ofRegion(region: string): GroupMembers {
  return { group: { kind: 'region', name: region }, members: members(`region = ${textLiteral(region)}`) };
}

/** Those of a type in a region. */
export function ofTypeAndRegion(type: string, region: string): GroupMembers {
  return {
    group: { kind: 'type-and-region', name: `${type}, ${region}` },
    members: members(`type = ${textLiteral(type)} AND region = ${textLiteral(region)}`),
  };
}

/**
 * Every group of a panel that is the same for every viewer, from coarse to fine: all, each type, each region, each
 * type within a region; those of a kind in order of their names' characters.
 */
export async function panelGroups(database: Database): Promise<readonly GroupMembers[]> {
  const texts = async (query: string) =>
    (await database.rows(query)).map((row) => Object.values(row).map((cell) => String(cell)));
  const types = await texts('SELECT DISTINCT type FROM organisations WHERE type IS NOT NULL ORDER BY type');
  const regions = await texts(
    'SELECT DISTINCT region FROM organisations WHERE region IS NOT NULL ORDER BY region',
  );
  const both = await texts(
    'SELECT DISTINCT type, region FROM organisations WHERE type IS NOT NULL AND region IS NOT NULL ORDER BY ALL',
  );
  return [
    everyone,
    ...types.map(([type = '']) => ofType(type)),
    ...regions.map(([region = '']) => ofRegion(region)),
    ...both.map(([type = '', region = '']) => ofTypeAndRegion(type, region)),
  ];
}

function members(condition: string): string {
  return `SELECT organisation FROM organisations WHERE ${condition}`;
}
