import type { PlaceCount, Release } from '../../../src/benchmark/disclosure/release.ts';
import type { CompareInput } from '../../../src/benchmark/figures/compare.ts';
import type { ObjectiveAnswers } from '../../../src/benchmark/figures/objective-answers.ts';
import { usualBenchmarkRules } from '../../../src/model/benchmark-rules.ts';
import type { Framework } from '../../../src/model/framework.ts';
import { parseScore, type Score } from '../../../src/model/score.ts';

/** An invented rubric of five levels, from 1, in two sections. */
export const garden: Framework = {
  id: 'garden',
  name: 'A garden rubric',
  version: '1',
  source: 'invented',
  levels: [1, 2, 3, 4, 5].map((level) => ({ level, name: `Step ${level}` })),
  satisfactory: 3,
  sections: [
    { id: 'soil', name: 'Soil', principles: [] },
    { id: 'people', name: 'People', principles: [] },
  ],
  objectives: [
    { number: 1, name: 'Compost', description: '', section: 'soil' },
    { number: 2, name: 'Watering', description: '', section: 'soil' },
    { number: 3, name: 'Volunteers', description: '', section: 'people' },
  ],
};

/** A score as it is written. */
export function score(written: string): Score {
  const parsed = parseScore(written, garden.levels);
  if (parsed === null) throw new Error(`${written} is no score`);
  return parsed;
}

/** Counts by score, such as `{ '2': 7, '2/3': 3 }`, as they are given. */
export function counts(by: Readonly<Record<string, number>>): Extract<Release, { give: 'counts' }> {
  const places: readonly PlaceCount[] = Object.entries(by).map(([written, n]) => {
    const { achieved, workingTowards } = score(written);
    return { achieved, workingTowards, n };
  });
  return { give: 'counts', places, n: places.reduce((sum, { n }) => sum + n, 0) };
}

/** What is compared on an objective; the own score is among the counts unless said. */
export function answers(
  objective: number,
  release: Release,
  own: string | 'not-applicable' | 'not-scored',
  { among = release.give === 'counts' }: { readonly among?: boolean } = {},
): ObjectiveAnswers {
  if (own === 'not-applicable' || own === 'not-scored')
    return { objective, release, inPanel: null, own: { state: own, score: null } };
  return {
    objective,
    release,
    inPanel: among ? score(own) : null,
    own: { state: 'scored', score: score(own) },
  };
}

/** A comparison with all, by the usual bands. */
export function input(...given: readonly ObjectiveAnswers[]): CompareInput {
  return {
    framework: garden,
    rules: usualBenchmarkRules,
    group: { kind: 'all', name: 'all organisations' },
    period: '2031',
    answers: given,
  };
}
