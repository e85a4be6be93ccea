import type { Obstacle, Reading } from '../model/reading.ts';
import type { ReadingCorrection } from '../model/reading-correction.ts';
import type { Pack } from '../pack/pack.ts';
import type { CommentReader } from './reading/comment-reader.ts';

/** A correction whose words are no longer in the text that it belongs to. */
export interface LapsedCorrection {
  readonly correction: ReadingCorrection;
  readonly text: string;
}

/** A comment reader whose readings are as officers corrected them, and what lapsed of the corrections that it met. */
export interface CorrectedReader {
  readonly read: CommentReader;
  readonly lapsed: () => readonly LapsedCorrection[];
}

/**
 * Corrects what a comment reader reads: a confirmed limit binds, a dismissed one is gone, an added one stands beside.
 * A correction belongs to one cell (objective and period) and to the words that it quotes; where they are gone from
 * the cell it lapses and is listed. A cell that is taken over by a later one is taken over with its corrections.
 */
export function correctedReader(
  pack: Pack,
  read: CommentReader,
  corrections: readonly ReadingCorrection[],
): CorrectedReader {
  const lapsed: LapsedCorrection[] = [];
  return {
    read: async (row, period) => {
      let reading = await read(row, period);
      for (const correction of corrections) {
        if (correction.objective !== row.objective || correction.period !== period) continue;
        if (!reading.text.includes(correction.quote)) lapsed.push({ correction, text: reading.text });
        else reading = { ...reading, obstacles: obstaclesAfter(correction, reading, pack) };
      }
      return reading;
    },
    lapsed: () => lapsed,
  };
}

function obstaclesAfter(correction: ReadingCorrection, reading: Reading, pack: Pack): readonly Obstacle[] {
  const concerns = ({ signal, words }: Obstacle): boolean =>
    (words.quote.includes(correction.quote) || correction.quote.includes(words.quote)) &&
    pack.ceilings.some(
      (rule) => rule.basis === 'comment' && rule.signal === signal && rule.cause === correction.cause,
    );
  switch (correction.decision) {
    case 'dismiss':
      return reading.obstacles.filter((obstacle) => !concerns(obstacle));
    case 'confirm':
      return reading.obstacles.map((obstacle) =>
        concerns(obstacle)
          ? {
              ...obstacle,
              standing: 'confirmed',
              strength: correction.strength,
              level: correction.level ?? obstacle.level,
            }
          : obstacle,
      );
    case 'add':
      return [...reading.obstacles, ...addedObstacle(correction, reading, pack)];
  }
}

function addedObstacle(
  correction: Extract<ReadingCorrection, { decision: 'confirm' | 'add' }>,
  reading: Reading,
  pack: Pack,
): readonly Obstacle[] {
  const rules = pack.ceilings.filter((rule) => rule.basis === 'comment' && rule.cause === correction.cause);
  const rule = rules.find(({ factor }) => factor === correction.factor) ?? rules[0];
  const start = reading.text.indexOf(correction.quote);
  if (rule?.basis !== 'comment' || reading.score === null || start < 0) return [];
  const { score } = reading;
  return [
    {
      rule: 'officer',
      signal: rule.signal,
      strength: correction.strength,
      standing: 'added',
      level: correction.level ?? score.workingTowards ?? score.achieved,
      words: { period: reading.period, quote: correction.quote, start, end: start + correction.quote.length },
      until: null,
      reviewBy: null,
      waitsOn: null,
    },
  ];
}
