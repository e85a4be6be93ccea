import { Problem } from '../kernel/problem.ts';
import { linkedObjectives, mostLinked, waitingRing } from '../model/linked-objectives.ts';
import { candidates } from './candidates.ts';
import type { Setting } from './least-plan.ts';
import type { PlanningInput } from './planning-input.ts';
import { requestedDays } from './step-days.ts';

/**
 * What a plan is made of, looked up by number.
 * @throws Problem PACK_BROKEN for links that the check of a pack refuses: a ring, or too many linked
 */
export function planSetting(input: PlanningInput): Setting {
  const { links, rules, request } = input;
  const ring = waitingRing(links);
  if (ring !== null)
    throw new Problem('PACK_BROKEN', {
      file: 'links.json',
      seen: `objectives that wait on each other: ${ring.join(' on ')}`,
      repair: 'Take out one of the links.',
    });
  const large = linkedObjectives(links, ['waits-on', 'shares-action']).find(
    ({ length }) => length > mostLinked,
  );
  if (large !== undefined)
    throw new Problem('PACK_BROKEN', {
      file: 'links.json',
      seen: `${large.length} linked objectives: ${large.join(', ')}`,
      allowed: `at most ${mostLinked}`,
      repair: 'Take out the links that matter least.',
    });
  return {
    byNumber: new Map(candidates(input).map((each) => [each.objective, each])),
    links,
    sharing: linkedObjectives(links, ['shares-action']),
    daysOf: requestedDays(rules, request),
  };
}
