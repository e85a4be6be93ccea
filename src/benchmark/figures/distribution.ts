import type { Distribution } from '../../model/comparison.ts';
import type { Framework } from '../../model/framework.ts';
import { midpoint } from '../../model/score.ts';
import { quantile } from '../../statistics/quantile.ts';
import { estimatedShare } from './estimated-share.ts';
import { countOf, middles, type ScoreCount } from './place-table.ts';

/**
 * How scores lie: n, level shares, type-1 quartiles, and the share at a satisfactory level or above.
 * @param tables one for each objective; several are pooled, each score counting as much as another
 * @returns null where nobody scored
 */
export function distribution(
  tables: readonly (readonly ScoreCount[])[],
  { levels, satisfactory }: Pick<Framework, 'levels' | 'satisfactory'>,
): Distribution | null {
  const table = tables.flat();
  const n = countOf(table);
  const share = estimatedShare(
    countOf(table, ({ achieved }) => achieved >= satisfactory),
    n,
    independent(tables),
  );
  const at = (part: number) => {
    const value = quantile(middles(table), part);
    return table.find(({ score }) => midpoint(score) === value)?.score;
  };
  const [lower, median, upper] = [at(0.25), at(0.5), at(0.75)];
  if (share === null || lower === undefined || median === undefined || upper === undefined) return null;
  return {
    n,
    levels: levels
      .map(({ level }) => level)
      .toSorted((a, b) => a - b)
      .map((level) => {
        const count = countOf(table, ({ achieved }) => achieved === level);
        const towards = countOf(
          table,
          ({ achieved, workingTowards }) => achieved === level && workingTowards !== null,
        );
        return { level, count, towards, share: count / n };
      }),
    quartiles: { lower, median, upper },
    satisfactory: share,
  };
}

/**
 * As how many independent answers pooled scores count: as many as the objective has that most answered, as though
 * an organisation that scores high on one did so on all. The interval is rather too wide than too narrow.
 */
export function independent(tables: readonly (readonly ScoreCount[])[]): number {
  return Math.max(0, ...tables.map((table) => countOf(table)));
}
