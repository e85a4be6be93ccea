import type { BenchmarkRules } from '../../model/benchmark-rules.ts';
import type { Comparison } from '../../model/comparison.ts';
import type { Framework, Section } from '../../model/framework.ts';
import type { PeerGroup } from '../peer-group.ts';
import { compareObjective } from './compare-objective.ts';
import { comparePool } from './compare-pool.ts';
import type { ObjectiveAnswers } from './objective-answers.ts';

/** What a comparison is made from. */
export interface CompareInput {
  readonly framework: Framework;
  readonly rules: BenchmarkRules;
  readonly group: PeerGroup;
  readonly period: string;
  /** In any order; an objective without any is taken as one that few answered, and not scored. */
  readonly answers: readonly ObjectiveAnswers[];
}

/**
 * One organisation beside a group in one period: every objective, every section and the whole, in order of the
 * framework. All figures are of the *others*, and come from the counts given of each objective and from nothing else.
 *
 * Not-applicable and not-scored are in no count. A section, and the whole, pools the objectives whose counts are given
 * and that the viewer scored (where it scored none: all that are given), and names those that it leaves out and why.
 */
export function compare({ framework, rules, group, period, answers }: CompareInput): Comparison {
  const byObjective = new Map(answers.map((each) => [each.objective, each]));
  const compared = framework.objectives.map((objective) =>
    compareObjective(objective, byObjective.get(objective.number), framework, rules),
  );
  const scored = compared.some(({ comparison }) => comparison.own.state === 'scored');
  const pool = (section: Section | null, objectives: typeof compared) =>
    comparePool({ section, objectives, scored }, framework, rules);
  return {
    period,
    group: { kind: group.kind, name: group.name },
    objectives: compared.map(({ comparison }) => comparison),
    sections: framework.sections.map((section) =>
      pool(
        section,
        compared.filter(({ comparison }) => comparison.section === section.id),
      ),
    ),
    whole: pool(null, compared),
  };
}
