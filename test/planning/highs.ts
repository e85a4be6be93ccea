import { createRequire } from 'node:module';
import type highsModule from 'highs';
import type { PlanningInput } from '../../src/planning/planning-input.ts';
import { planSetting } from '../../src/planning/setting.ts';

// The package's types describe what `require` gives, not what `import` does.
const loadHighs: (typeof highsModule)['default'] = createRequire(import.meta.url)('highs');

/** The greatest gain in the days that there are, by HiGHS; null where no plan meets the demands. */
export type GreatestGain = (input: PlanningInput) => number | null;

/**
 * A plan as an integer programme for another solver: x of an objective and level is 1 if the objective rises at least
 * so far, s of a shared action is its days. Who may rise, by what and for what, is the planner's; what may stand together is said anew.
 */
export async function highsSolver(): Promise<GreatestGain> {
  const highs = await loadHighs();
  return (input) => {
    const text = linearProgramme(input);
    const { Status, ObjectiveValue } = highs.solve(text);
    if (Status === 'Infeasible') return null;
    if (Status !== 'Optimal') throw new Error(Status);
    return Math.round(ObjectiveValue);
  };
}

/** The programme in the LP format of CPLEX. */
function linearProgramme(input: PlanningInput): string {
  const setting = planSetting(input);
  const { minimums = [], locks = [], levelsAYear = input.rules.levelsAYear, days } = input.request;
  const { daysOf, links, sharing, byNumber } = setting;
  const steps = [...byNumber.values()].flatMap((candidate) => {
    const { objective, achieved, highest } = candidate;
    const risen = Math.max(0, Math.min(highest - achieved, levelsAYear));
    const levels = Array.from({ length: risen }, (_, index) => achieved + index + 1);
    return levels.map((level) => ({ candidate, level, x: `x_${objective}_${level}` }));
  });
  const x = (objective: number, level: number) =>
    steps.find((step) => step.candidate.objective === objective && step.level === level)?.x;
  const rows: string[] = [];
  const paid: string[] = [];
  for (const { candidate, level, x: own } of steps) {
    const { objective, achieved } = candidate;
    const below = x(objective, level - 1);
    if (below !== undefined) rows.push(`${own} - ${below} <= 0`);
    const group = sharing.findIndex((each) => each.includes(objective));
    const cost = daysOf(objective, level);
    if (level === achieved + 1 && group >= 0) rows.push(`s_${group} - ${cost} ${own} >= 0`);
    else paid.push(`${cost} ${own}`);
    for (const { kind, objectives, with: others } of links) {
      if (kind !== 'waits-on' || !objectives.includes(objective)) continue;
      for (const on of others) {
        const other = byNumber.get(on);
        if (other === undefined || other.achieved >= level) continue;
        const first = x(on, other.achieved + 1);
        rows.push(first === undefined ? `${own} <= 0` : `${own} - ${first} <= 0`);
      }
    }
  }
  for (const { objective, level } of [...minimums, ...locks]) {
    const achieved = byNumber.get(objective)?.achieved;
    const own = x(objective, level);
    if (achieved === undefined || level > achieved)
      rows.push(own === undefined ? 's_none >= 1' : `${own} >= 1`);
  }
  for (const { objective, level } of locks) {
    if (level < (byNumber.get(objective)?.achieved ?? 0)) rows.push('s_none >= 1');
    const above = x(objective, level + 1);
    if (above !== undefined) rows.push(`${above} <= 0`);
  }
  const shared = sharing.map((_group, index) => `s_${index}`);
  rows.push(`${[...paid, ...shared, 's_none'].join(' + ')} <= ${days}`);
  rows.push('s_none <= 0');
  const gain = steps.map(({ candidate, level, x: own }) => {
    const step = candidate.gainOf(level) - candidate.gainOf(level - 1);
    return `${step} ${own}`;
  });
  return [
    'Maximize',
    ` gain: ${[...gain, '0 s_none'].join(' + ')}`,
    'Subject To',
    ...rows.map((row, index) => ` r${index}: ${row}`),
    'Binary',
    ` ${steps.map(({ x: own }) => own).join(' ')}`,
    'End',
  ].join('\n');
}
