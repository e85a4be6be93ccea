import type { Obstacle, Reading } from '../model/reading.ts';
import type { ReadingCorrection } from '../model/reading-correction.ts';
import type { Pack } from '../pack/pack.ts';
import type { CommentReader } from './reading/comment-reader.ts';

/** A correction that cannot be applied: its words are gone from its cell, or the pack has no rule for its cause and circumstance. */
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
 * the cell, or no rule of the pack has its cause and circumstance, it lapses and is listed. A cell that is taken over by a later one is taken over with its corrections.
 */
export function correctedReader(
  pack: Pack,
  read: CommentReader,
  corrections: readonly ReadingCorrection[],
): CorrectedReader {
  const lapsed: LapsedCorrection[] = [];
  return {
    read: (row, period) => {
      let reading = read(row, period);
      for (const correction of corrections) {
        if (correction.objective !== row.objective || correction.period !== period) continue;
        const signal = signalOf(correction, pack);
        const quoted = reading.text.includes(correction.quote);
        if (quoted && signal !== null) {
          reading = { ...reading, obstacles: obstaclesAfter(correction, signal, reading, pack) };
        } else lapsed.push({ correction, text: reading.text });
      }
      return reading;
    },
    lapsed: () => lapsed,
  };
}

/** The signal of the rule that has a correction's cause and circumstance; null where the pack has none. */
function signalOf(correction: ReadingCorrection, pack: Pack): string | null {
  const rules = pack.ceilings.filter((rule) => rule.basis === 'comment' && rule.cause === correction.cause);
  const rule =
    correction.decision === 'dismiss' ? rules[0] : rules.find(({ factor }) => factor === correction.factor);
  return rule?.basis === 'comment' ? rule.signal : null;
}

function obstaclesAfter(
  correction: ReadingCorrection,
  signal: string,
  reading: Reading,
  pack: Pack,
): readonly Obstacle[] {
  const concerns = ({ words, ...obstacle }: Obstacle): boolean =>
    (words.quote.includes(correction.quote) || correction.quote.includes(words.quote)) &&
    pack.ceilings.some(
      (rule) =>
        rule.basis === 'comment' && rule.signal === obstacle.signal && rule.cause === correction.cause,
    );
  switch (correction.decision) {
    case 'dismiss':
      return reading.obstacles.filter((obstacle) => !concerns(obstacle));
    case 'confirm':
      return reading.obstacles.map((obstacle) =>
        concerns(obstacle)
          ? {
              ...obstacle,
              signal,
              standing: 'confirmed',
              strength: correction.strength,
              level: correction.level ?? obstacle.level,
            }
          : obstacle,
      );
    case 'add':
      return [...reading.obstacles, ...addedObstacle(correction, signal, reading)];
  }
}

function addedObstacle(
  correction: Extract<ReadingCorrection, { decision: 'confirm' | 'add' }>,
  signal: string,
  { score, text, period }: Reading,
): readonly Obstacle[] {
  if (score === null) return [];
  const start = text.indexOf(correction.quote);
  return [
    {
      rule: 'officer',
      signal,
      strength: correction.strength,
      standing: 'added',
      level: correction.level ?? score.workingTowards ?? score.achieved,
      words: { period, quote: correction.quote, start, end: start + correction.quote.length },
      until: null,
      reviewBy: null,
      waitsOn: null,
    },
  ];
}
