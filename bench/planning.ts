import { advise } from '../src/app/advice/advise.ts';
import { resolveView } from '../src/app/workspace/view-of.ts';
import type { Workspace } from '../src/app/workspace/workspace.ts';
import { seededRandom } from '../src/kernel/seeded-random.ts';
import { choosePlan } from '../src/planning/choose-plan.ts';
import type { PlanningInput } from '../src/planning/planning-input.ts';
import { sideBySide } from '../src/speed/side-by-side.ts';
import { highsSolver } from '../test/planning/highs.ts';
import { line } from './times.ts';

/** Plans of every objective, for every number of days to 1,000, beside HiGHS for one number of days and for twenty. */
export async function benchPlanning(workspace: Workspace, organisation: string): Promise<readonly string[]> {
  const { pack } = resolveView(workspace, { organisation });
  const { advice } = await advise(workspace, { organisation });
  const heavy = invented({ advice, links: pack.links, rules: pack.planning, request: { days: 500 } });
  const solve = await highsSolver();
  const whole = choosePlan(heavy, { firm: false });
  const byDays = Array.from({ length: 20 }, (_, index) => ({
    ...heavy,
    request: { ...heavy.request, days: 50 * (index + 1) },
  }));
  for (const each of byDays) {
    const { gain } = choosePlan(each, { firm: false });
    if (gain !== solve(each)) throw new Error(`gain ${gain}, by HiGHS ${solve(each)}`);
  }
  const times = await sideBySide(
    [
      { name: 'planner', work: () => choosePlan(heavy, { firm: false }) },
      { name: 'firm', work: () => choosePlan(heavy) },
      { name: 'one', work: () => solve(heavy) },
      { name: 'twenty', work: () => byDays.map((each) => solve(each)) },
    ],
    { rounds: 7, unmeasured: 2 },
  );
  const own = times.get('planner');
  const against = { name: 'planner', times: own };
  return [
    `Plans of ${advice.objectives.length} objectives, to ${whole.frontier.at(-1)?.days ?? 0} officer-days (${whole.frontier.length} best plans)`,
    line('every number of days, and why not', own),
    `  ${'aim: under 100 ms'.padEnd(44)} ${own !== undefined && own.median < 100 ? 'met' : 'not met here'}`,
    line('the same with firmness, 200 draws', times.get('firm'), against),
    line('HiGHS, one number of days', times.get('one'), against),
    line('HiGHS, twenty numbers of days', times.get('twenty'), against),
    '  equal gain in all twenty',
  ];
}

/** The same objectives, all open from level 3 without a limit, with days and weights drawn from a seed. */
function invented(input: PlanningInput): PlanningInput {
  const random = seededRandom(59);
  const { objectives } = input.advice;
  const scored = objectives.find((each) => each.state === 'scored');
  if (scored === undefined) return input;
  const target = { ...scored.target, level: 3, stance: 'open', openLevel: 4 } as const;
  const ceiling = { ...scored.ceiling, level: 5, capped: 'no', control: null, causes: [] } as const;
  const score = { label: '3', achieved: 3, workingTowards: null, agreedStandard: false };
  return {
    ...input,
    advice: {
      ...input.advice,
      objectives: objectives.map(({ objective, name, section }) => ({
        ...{ objective, name, section, state: 'scored' as const, score, ceiling },
        ...{ headroom: 2, potential: 5, target },
      })),
    },
    request: {
      ...input.request,
      stepDays: objectives.map(({ objective }) => ({ objective, level: null, days: random(4, 32) })),
      weights: { objectives: objectives.map(({ objective }) => ({ objective, weight: random(1, 9) })) },
    },
  };
}
