import type { PlanChoice } from '../model/plan-choice.ts';

/** One step of gain against days: the best plan of so many days, and what it has that the one before has not. */
export interface FrontierRow {
  readonly days: number;
  readonly gain: number;
  readonly levels: number;
  readonly objectives: number;
  /** Numbers of the objectives that come in, and of those that give way, as text: "3, 7"; empty for none. */
  readonly joins: string;
  readonly leaves: string;
  /** This is the plan that was chosen. */
  readonly chosen: boolean;
  readonly budget: number;
}

/** Gain against days as rows, one for each best plan, by days ascending. */
export function frontierRows({ frontier, days, budget }: PlanChoice): readonly FrontierRow[] {
  return frontier.map((point, index) => {
    const before = frontier[index - 1]?.objectives ?? [];
    return {
      days: point.days,
      gain: point.gain,
      levels: point.levels,
      objectives: point.objectives.length,
      joins: point.objectives.filter((each) => !before.includes(each)).join(', '),
      leaves: before.filter((each) => !point.objectives.includes(each)).join(', '),
      chosen: point.days === days,
      budget,
    };
  });
}
