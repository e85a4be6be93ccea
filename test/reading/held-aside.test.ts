import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pack } from '../engine/medway.ts';
import { commentsIn, figures, type Measure, measure, precision, recall } from './measure.ts';

/**
 * Shares that the rules reach on the comments on which they were developed, a little below what was measured.
 * A change of the rules that falls below them made reading worse.
 */
const floors: Readonly<Record<string, readonly [precision: number, recall: number, stance: number]>> = {
  'reading/development.json': [0.93, 0.87, 0.95],
  'reading/second.json': [0.93, 0.84, 0.88],
  'reading/third.json': [0.91, 0.83, 0.91],
  'reading/fourth.json': [0.88, 0.81, 0.86],
};

const developed = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.json'))
  .sort()
  .map((name) => `reading/${name}`);
const apart = 'held-aside/comments.json';
const measures: readonly Measure[] = await Promise.all(
  [...developed, apart].map((name) => measure(pack, name, commentsIn(name))),
);
console.log(figures(measures));

describe('reading comments', () => {
  it.each(Object.entries(floors))(
    '%s is read at least as well as before',
    (name, [exact, complete, stance]) => {
      const found = measures.find((each) => each.name === name);
      if (found === undefined) throw new Error(`${name} is not there`);
      expect(precision(found.all)).toBeGreaterThanOrEqual(exact);
      expect(recall(found.all)).toBeGreaterThanOrEqual(complete);
      expect(found.stanceRight / found.n).toBeGreaterThanOrEqual(stance);
    },
  );

  it.each(measures.map((each) => [each.name, each] as const))(
    '%s: every quote is a slice of its comment',
    (_, each) => {
      expect(each.quotes.length).toBeGreaterThan(0);
      for (const { text, evidence } of each.quotes) {
        expect(evidence.source).toBe('comment');
        expect(text.slice(evidence.start, evidence.end)).toBe(evidence.quote);
      }
    },
  );

  it.each(measures.map((each) => [each.name, each] as const))(
    '%s: its figures can be computed',
    (_, each) => {
      expect(each.n).toBeGreaterThanOrEqual(60);
      for (const share of [precision(each.all), recall(each.all), each.levelRight / each.all.found]) {
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
      }
    },
  );
});
