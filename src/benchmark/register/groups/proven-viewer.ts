import { textLiteral } from '../../../duckdb/text-literal.ts';
import { type Assessment, rowOf } from '../../../model/assessment.ts';
import type { OpenPanel } from '../../panel/open-panel.ts';
import type { Viewer } from './viewer.ts';

/** Why an organisation of the workspace is not taken for the one of a panel that has its id or name. */
export type Doubt = 'returns-differ' | 'too-few-rows' | 'no-shared-period';

/** The fewest scores that show who a viewer is: fewer could be guessed. */
const fewestScores = 10;

/**
 * The viewer, and for a confidential panel only as far as its own returns show that it is who it says: a name is soon
 * made up. It is the organisation of the panel if there is a period in which both have scores, and if in all of these the
 * returns have each row that the panel has of it, ten scores or more. Else it is one that the panel does not have. Who
 * is not in a confidential panel has no nearest there, as nothing shows whose nearest it may see.
 * @param returns closed assessments of the viewer with the panel's framework
 */
export async function provenViewer(
  { panel, database }: OpenPanel,
  viewer: Viewer,
  returns: readonly Assessment[],
): Promise<{ readonly viewer: Viewer; readonly doubt: Doubt | null }> {
  if (panel.access === 'public') return { viewer, doubt: null };
  const outside = { ...viewer, organisation: null, neighbours: [] };
  if (viewer.organisation === null) return { viewer: outside, doubt: null };
  const rows = await database.rows(`SELECT period, objective, state, achieved, working_towards FROM scores
    WHERE organisation = ${textLiteral(viewer.organisation)}`);
  const held = Map.groupBy(rows, ({ period }) => String(period));
  let scores = 0;
  let alike = true;
  for (const assessment of returns) {
    const there = held.get(assessment.period) ?? [];
    const scored = there.filter(({ state }) => state === 'scored').length;
    if (scored === 0 || !assessment.rows.some(({ state }) => state === 'scored')) continue;
    scores += scored;
    alike &&= there.every((row) => {
      const here = rowOf(assessment, Number(row['objective']));
      if ((here?.state ?? 'not-scored') !== row['state']) return false;
      if (here?.state !== 'scored') return true;
      const { achieved, workingTowards } = here.score;
      return achieved === row['achieved'] && workingTowards === (row['working_towards'] ?? null);
    });
  }
  if (scores === 0) return { viewer: outside, doubt: 'no-shared-period' };
  if (scores < fewestScores) return { viewer: outside, doubt: 'too-few-rows' };
  return alike ? { viewer, doubt: null } : { viewer: outside, doubt: 'returns-differ' };
}
