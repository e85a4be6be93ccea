import type { Obstacle, Reading } from '../model/reading.ts';
import type { ReadingCorrection } from '../model/reading-correction.ts';
import type { Pack } from '../pack/pack.ts';

/** A correction whose words are no longer in the text that it belongs to. */
export interface LapsedCorrection {
  readonly correction: ReadingCorrection;
  readonly text: string;
}

/**
 * Readings as officers corrected them: a confirmed limit binds, a dismissed one is gone, an added one stands beside.
 * A correction belongs to the words that it quotes; where they are gone it lapses and is listed.
 */
export function applyCorrections(
  readings: ReadonlyMap<number, Reading>,
  corrections: readonly ReadingCorrection[],
  pack: Pack,
): { readonly readings: ReadonlyMap<number, Reading>; readonly lapsed: readonly LapsedCorrection[] } {
  const corrected = new Map(readings);
  const lapsed: LapsedCorrection[] = [];
  for (const correction of corrections) {
    const reading = corrected.get(correction.objective);
    if (reading === undefined) continue;
    const own = correction.period === reading.period;
    if (own && !reading.text.includes(correction.quote)) lapsed.push({ correction, text: reading.text });
    else
      corrected.set(correction.objective, {
        ...reading,
        obstacles: obstaclesAfter(correction, reading, pack),
      });
  }
  return { readings: corrected, lapsed };
}

function obstaclesAfter(correction: ReadingCorrection, reading: Reading, pack: Pack): readonly Obstacle[] {
  const concerns = ({ signal, words }: Obstacle): boolean =>
    words.period === correction.period &&
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
