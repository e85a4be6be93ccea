import type { PlanningRules } from '../model/planning-rules.ts';

/** What the gain of a plan counts, in plain English. */
export function gainSentence({ worth }: Pick<PlanningRules, 'worth'>): string {
  const { suggested, open } = worth;
  const counts =
    suggested === open
      ? `A level up counts ${open}`
      : `A level up that the advice suggests counts ${suggested}, one that it leaves open ${open}`;
  return `${counts}, times the weight of its objective: that is the gain.`;
}
