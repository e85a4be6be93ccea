import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readingMeasures } from '../../src/app/rules/reading-measure.ts';
import { evaluator } from '../../src/engine/evaluate.ts';
import { inputOfCase } from '../../src/engine/run-cases.ts';
import { scoredAdvice } from '../../src/model/advice.ts';
import { loadComments } from '../../src/pack/comments.ts';
import { loadPack } from '../../src/pack/load.ts';

/**
 * Shares that the rules reach on the comments by which they were written, a little below what was measured: a change of
 * the rules that falls below them made reading worse.
 */
const floors: Readonly<Record<string, readonly [precision: number, recall: number, stances: number]>> = {
  first: [0.94, 0.9, 0.94],
  second: [0.94, 0.89, 0.9],
  third: [0.92, 0.84, 0.92],
  fourth: [0.89, 0.82, 0.85],
  fifth: [0.93, 0.87, 0.89],
  sixth: [0.88, 0.88, 0.83],
  seventh: [0.86, 0.64, 0.81],
};

const folder = fileURLToPath(new URL('../../rules/lga-nps-2018', import.meta.url));
const pack = loadPack(folder);
const evaluate = evaluator(pack);
const sets = loadComments(folder, pack);

describe('reading comments', () => {
  it.each(Object.entries(floors))('%s is read at least as well as before', async (name, floor) => {
    const measures = await readingMeasures(
      pack,
      evaluate,
      sets.filter((set) => set.name === name),
    );
    const [measured] = measures;
    expect(measures).toHaveLength(1);
    expect(measured?.precision.share).toBeGreaterThanOrEqual(floor[0]);
    expect(measured?.recall.share).toBeGreaterThanOrEqual(floor[1]);
    expect(measured?.stances.share).toBeGreaterThanOrEqual(floor[2]);
  });

  it.each(sets.map((set) => [set.name, set] as const))(
    '%s: every quote is a slice of its comment',
    async (_, { comments }) => {
      const quotes = [];
      for (const { id, score, text } of comments) {
        const given = { objective: pack.framework.objectives[0]?.number ?? 0, score, comment: text };
        const { advice } = await evaluate(inputOfCase({ id, given }, pack));
        for (const { ceiling, target } of scoredAdvice(advice)) {
          const evidence = [...ceiling.causes.flatMap((cause) => cause.evidence), ...target.evidence];
          quotes.push(...evidence.filter(({ source }) => source === 'comment'));
          for (const { source, start, end, quote } of evidence)
            if (source === 'comment') expect(text.slice(start, end)).toBe(quote);
        }
      }
      expect(quotes.length).toBeGreaterThan(0);
    },
  );

  it('holds enough comments apart: 15 and more for each cause, 80 and more that mean none', () => {
    const apart = sets.filter(({ use }) => use === 'kept-apart').flatMap(({ comments }) => comments);
    expect(apart).toHaveLength(200);
    expect(apart.filter(({ expected }) => expected.causes.length === 0).length).toBeGreaterThanOrEqual(80);
    for (const { id } of pack.causes) {
      const of = apart.filter(({ expected }) => expected.causes.some(({ cause }) => cause === id));
      expect(of.length, id).toBeGreaterThanOrEqual(15);
    }
  });

  it('says nothing of single comments that are kept apart', async () => {
    const measures = await readingMeasures(pack, evaluate, sets);
    expect(measures.map(({ use, missed, wrong }) => [use, missed === null, wrong === null])).toEqual([
      ['to-write-by', false, false],
      ['kept-apart', true, true],
    ]);
  });
});
