import type { Framework } from '../../model/framework.ts';
import type { BesidePublished, PublishedAverage } from '../../model/published-average.ts';
import { midpoint, type Score } from '../../model/score.ts';
import { mean } from '../../statistics/mean.ts';

/**
 * Published averages, each beside the own one over the objectives that are scored: the mean of their levels, in which
 * 2/3 counts 2.5. It needs no panel. What somebody else published is taken as it is: how it was reckoned is theirs.
 * @param own the own scores of a period by objective; those without one are absent
 * @returns in the order given
 */
export function besidePublished(
  published: readonly PublishedAverage[],
  own: ReadonlyMap<number, Score>,
  framework: Framework,
): readonly BesidePublished[] {
  return published.map((one) => {
    const objectives = framework.objectives.filter(({ number, section }) =>
      one.objective === null ? one.section === null || section === one.section : number === one.objective,
    );
    const scores = objectives.flatMap(({ number }) => own.get(number) ?? []);
    const average = mean(scores.map(midpoint));
    const found = {
      ...one,
      name: nameOf(one, framework),
      own: average === null ? null : { mean: average, n: scores.length },
    };
    return { ...found, sentence: sentenceOf(found, objectives.length) };
  });
}

function nameOf({ section, objective }: PublishedAverage, framework: Framework): string {
  if (objective !== null)
    return framework.objectives.find(({ number }) => number === objective)?.name ?? `${objective}`;
  if (section !== null) return framework.sections.find(({ id }) => id === section)?.name ?? section;
  return framework.name;
}

function sentenceOf(
  { name, figure, n, period, source, own }: Omit<BesidePublished, 'sentence'>,
  objectives: number,
): string {
  const of = n === null ? 'of how many is not said' : `n = ${n}`;
  const scored = own === null || objectives === 1 ? '' : ` over ${own.n} of ${objectives} objectives`;
  const beside = own === null ? 'not scored here' : `here ${rounded(own.mean)}${scored}`;
  return `${name}: a published average of ${rounded(figure)} (${period}, ${of}; ${source}); ${beside}.`;
}

function rounded(figure: number): string {
  return String(Math.round(figure * 100) / 100);
}
