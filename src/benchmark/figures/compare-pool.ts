import type { BenchmarkRules } from '../../model/benchmark-rules.ts';
import type { ComparedPool, LeftOutBecause } from '../../model/comparison.ts';
import type { Framework, Section } from '../../model/framework.ts';
import { midpoint } from '../../model/score.ts';
import { mean } from '../../statistics/mean.ts';
import type { ObjectiveFigures } from './compare-objective.ts';
import { describePool } from './describe-pool.ts';
import { distribution } from './distribution.ts';
import { standing } from './standing.ts';

/** What is pooled. */
export interface PoolInput {
  /** Null for the whole. */
  readonly section: Section | null;
  readonly objectives: readonly ObjectiveFigures[];
  /** Whether the viewer scored any objective at all: then only those that it scored are pooled. */
  readonly scored: boolean;
}

/** Objectives together: those of a section, or all. */
export function comparePool(
  { section, objectives, scored }: PoolInput,
  framework: Framework,
  rules: BenchmarkRules,
): ComparedPool {
  const leftOut: { objective: number; because: LeftOutBecause }[] = [];
  const pooled = objectives.flatMap(({ comparison, others }) => {
    const { objective, own } = comparison;
    if (others !== null && (own.score !== null || !scored)) return [{ objective, own: own.score, others }];
    leftOut.push({ objective, because: reason(comparison) });
    return [];
  });
  const pairs = pooled.flatMap(({ own, others }) => (own === null ? [] : [{ own, others }]));
  const average = mean(pairs.map(({ own }) => midpoint(own)));
  const pool = {
    section: section?.id ?? null,
    name: section?.name ?? framework.name,
    objectives: objectives.length,
    pooled: pooled.map(({ objective }) => objective),
    leftOut,
    others: distribution(
      pooled.map(({ others }) => others),
      framework,
    ),
    own:
      average === null
        ? null
        : {
            satisfactory: pairs.filter(({ own }) => own.achieved >= framework.satisfactory).length,
            n: pairs.length,
            mean: average,
          },
    standing: standing(pairs, rules),
  };
  return { ...pool, sentence: describePool(pool, framework) };
}

/** Why an objective is in no pool: what is not given of the others comes first. */
function reason({ own, others }: ObjectiveFigures['comparison']): LeftOutBecause {
  if (others.give === 'nothing') return others.because;
  if (others.give === 'nearly-all') return 'nearly-all';
  return own.state === 'not-applicable' ? 'not-applicable' : 'not-scored';
}
