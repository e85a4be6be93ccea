import { textLiteral } from '../../../duckdb/text-literal.ts';
import type { GroupMembers } from './group-members.ts';
import { everyone, ofRegion, ofType, ofTypeAndRegion } from './panel-groups.ts';
import type { Viewer } from './viewer.ts';

/** How many of its neighbours a viewer is compared with. */
export const nearestCount = 15;

/**
 * The groups that there are for a viewer in a period, in the order of `groupKinds`: all; its type, its region and both
 * where the register says them; and the nearest where it has neighbours in the panel. Those are the 15 nearest with a
 * scored row in the period (fewer where fewer have), and the viewer where the panel has it.
 */
export function viewerGroups(viewer: Viewer, period: string): readonly GroupMembers[] {
  const { type, region, neighbours } = viewer;
  return [
    everyone,
    ...(type === null ? [] : [ofType(type)]),
    ...(region === null ? [] : [ofRegion(region)]),
    ...(type === null || region === null ? [] : [ofTypeAndRegion(type, region)]),
    ...(neighbours.length === 0 ? [] : [nearest(viewer, period)]),
  ];
}

function nearest({ organisation, neighbours }: Viewer, period: string): GroupMembers {
  const places = neighbours.map((each, index) => `(${index + 1}, ${textLiteral(each)})`).join(', ');
  const own = organisation === null ? '' : ` UNION ALL SELECT ${textLiteral(organisation)}`;
  return {
    group: { kind: 'nearest', name: `the ${nearestCount} nearest that answered` },
    members: `SELECT organisation FROM (
      SELECT organisation FROM (VALUES ${places}) AS near (place, organisation)
      WHERE organisation IN (SELECT organisation FROM scores WHERE period = ${textLiteral(period)} AND state = 'scored')
      ORDER BY place LIMIT ${nearestCount})${own}`,
  };
}
