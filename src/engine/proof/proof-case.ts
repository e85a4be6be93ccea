import type { FactorState } from '../../model/factor.ts';
import type { Objective } from '../../model/framework.ts';
import type { Course, Obstacle, Reading } from '../../model/reading.ts';
import type { Score } from '../../model/score.ts';
import { noViews } from '../../model/views.ts';
import type { Pack } from '../../pack/pack.ts';
import { factorStates } from '../facts.ts';
import type { ObjectiveCase } from '../objective-stages.ts';

/** How far a comment leads, as target rules see it. */
export type ProofPath = 'none' | 'maintains' | 'unaimed' | 'aimed' | 'leads';

/** A limit that a comment gives. */
export interface ProofLimit {
  readonly strength: Obstacle['strength'];
  readonly level: number;
}

/** One case of a proof: an objective, its score, and what is said and known. */
export interface ProofCase {
  readonly objective: Objective;
  readonly score: Score;
  readonly decision: 'none' | 'hold';
  readonly path: ProofPath;
  /** The circumstances that are set, by id; the others are unknown. */
  readonly factors: Readonly<Record<string, FactorState>>;
  /** The limits that are said, by signal, at most one of each. */
  readonly limits: Readonly<Record<string, ProofLimit>>;
}

const words = { period: '', quote: '', start: 0, end: 0 };
const moments = { until: null, reviewBy: null, waitsOn: null };

/** What the stages after reading are given for a case; a circumstance that the score implies is claimed, as in advice. */
export function objectiveCaseOf(pack: Pack, one: ProofCase): ObjectiveCase {
  const { objective, score, factors } = one;
  const row = { objective: objective.number, text: '', state: 'scored', score } as const;
  const assessment = { framework: pack.id, organisation: '', period: '', rows: [row] };
  return { objective, score, factors: factorStates(pack, assessment, factors), reading: readingOf(one) };
}

function readingOf({ objective, score, decision, path, limits }: ProofCase): Reading {
  return {
    objective: objective.number,
    period: '',
    score,
    text: '',
    views: noViews,
    obstacles: Object.entries(limits).map(([signal, limit]) => ({
      rule: '',
      signal,
      standing: 'read',
      words,
      ...limit,
      ...moments,
    })),
    courses: coursesOf(path),
    decision: decision === 'hold' ? words : null,
  };
}

function coursesOf(path: ProofPath): readonly Course[] {
  const course = { rule: '', words, ...moments };
  switch (path) {
    case 'none':
      return [];
    case 'aimed':
    case 'unaimed':
      return [{ ...course, path: 'explores', aimed: path === 'aimed' }];
    default:
      return [{ ...course, path, aimed: false }];
  }
}
