import type { BenchmarkRules } from '../../model/benchmark-rules.ts';
import type { Standing } from '../../model/comparison.ts';
import { compareScores, midpoint, type Score } from '../../model/score.ts';
import { mean } from '../../statistics/mean.ts';
import { midRank } from '../../statistics/mid-rank.ts';
import { quantile } from '../../statistics/quantile.ts';
import { independent } from './distribution.ts';
import { estimatedShare } from './estimated-share.ts';
import { countOf, middles, type ScoreCount } from './place-table.ts';
import { positionWords } from './position-words.ts';

/** An own score beside those of others on the same objective. */
export interface Beside {
  readonly own: Score;
  readonly others: readonly ScoreCount[];
}

/**
 * Where own scores are among the others', objective by objective: every score of another is compared with the own one
 * on the same objective, and the comparisons are counted together.
 * @returns null where there is nothing to compare
 */
export function standing(pairs: readonly Beside[], rules: BenchmarkRules): Standing | null {
  const tables = pairs.map(({ others }) => others);
  const n = countOf(tables.flat());
  const counted = (counts: (score: Score, own: Score) => boolean) =>
    pairs.reduce((sum, { own, others }) => sum + countOf(others, (score) => counts(score, own)), 0);
  const atOrAbove = estimatedShare(
    counted(({ achieved }, own) => achieved >= own.achieved),
    n,
    independent(tables),
  );
  const distance = mean(
    pairs.flatMap(({ own, others }) => {
      const median = quantile(middles(others), 0.5);
      return median === null ? [] : [midpoint(own) - median];
    }),
  );
  if (atOrAbove === null || distance === null) return null;
  const position =
    pairs.reduce(
      (sum, { own, others }) => sum + (midRank(middles(others), midpoint(own)) ?? 0) * countOf(others),
      0,
    ) / n;
  const lower = counted((score, own) => compareScores(score, own) < 0);
  const higher = counted((score, own) => compareScores(score, own) > 0);
  const words = positionWords({ lower, higher, n, position }, rules);
  return { atOrAbove, lower, higher, position, distance, words };
}
