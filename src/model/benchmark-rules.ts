import { type Static, Type } from 'typebox';
import type { Frozen } from '../kernel/schema.ts';

const closed = { additionalProperties: false };
const words = Type.String({ minLength: 1 });

/** How far from the middle a position can be, in percent of the others. */
export const farthestPosition = 50;

/** `benchmark.json`: by which bands figures about other organisations are put into words. */
export const BenchmarkRules = Type.Object(
  {
    $schema: Type.Optional(Type.String()),
    positions: Type.Array(
      Type.Object(
        {
          upTo: Type.Integer({
            minimum: 1,
            maximum: farthestPosition,
            description: 'The band reaches so far from the middle, in percent of the others.',
          }),
          above: Type.String({
            minLength: 1,
            description: 'What is said of a score so far above the middle: "higher than most".',
          }),
          below: Type.String({ minLength: 1, description: 'And of one so far below it: "lower than most".' }),
        },
        closed,
      ),
      {
        minItems: 1,
        description:
          'Bands for the own position, the nearest to the middle first; the last reaches to 50. A score that is the median of the others is in the first.',
      },
    ),
    uptake: Type.Object(
      {
        fewest: Type.Integer({ minimum: 1, description: 'On fewer organisations nothing is said.' }),
        typical: Type.Integer({
          minimum: 1,
          maximum: 100,
          description: 'From this percentage of them on, reaching the next level is typical.',
        }),
        stretch: Type.Integer({
          minimum: 0,
          maximum: 100,
          description: 'From this percentage on it is a stretch, and rare below.',
        }),
        words: Type.Object(
          { typical: words, stretch: words, rare: words },
          { ...closed, description: 'What each is called.' },
        ),
      },
      {
        ...closed,
        description: 'Bands for the share of organisations that reached the next level within one period.',
      },
    ),
  },
  {
    ...closed,
    title: 'Benchmark rules',
    description: 'By which bands figures about other organisations are put into words.',
  },
);
export type BenchmarkRules = Frozen<Static<typeof BenchmarkRules>>;

/** The rules of a pack without `benchmark.json`. */
export const usualBenchmarkRules: BenchmarkRules = {
  positions: [
    { upTo: 20, above: 'around the middle', below: 'around the middle' },
    { upTo: 40, above: 'higher than most', below: 'lower than most' },
    { upTo: 50, above: 'higher than nearly all', below: 'lower than nearly all' },
  ],
  uptake: {
    fewest: 20,
    typical: 50,
    stretch: 10,
    words: { typical: 'typical', stretch: 'stretch', rare: 'rare' },
  },
};
