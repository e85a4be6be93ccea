import type { Obstacle, Reading } from '../model/reading.ts';
import type { ReadingCorrection } from '../model/reading-correction.ts';
import type { Pack } from '../pack/pack.ts';

/** A correction that cannot be applied. */
export interface LapsedCorrection {
  readonly correction: ReadingCorrection;
  /** The cell as it is. */
  readonly text: string;
  /** Its words are gone from the cell, or the pack has no rule for its cause and circumstance. */
  readonly because: 'words' | 'rule';
}

/** A limit that a cell gives, with the correction that it stands by; null where nobody has looked at it. */
export interface DecidedObstacle {
  readonly obstacle: Obstacle;
  readonly by: ReadingCorrection | null;
}

/** A cell as the rules read it and as officers have it. */
export interface CorrectedCell {
  /** As the rules read it. */
  readonly reading: Reading;
  /** The limits that count. */
  readonly obstacles: readonly DecidedObstacle[];
  /** Dismissals, each with the limits that it takes away; none where the rules read none there any longer. */
  readonly dismissed: readonly {
    readonly by: ReadingCorrection;
    readonly obstacles: readonly Obstacle[];
  }[];
  readonly lapsed: readonly LapsedCorrection[];
}

/**
 * A cell with the corrections of its objective and period: a confirmed limit binds, a dismissed one is gone, an added one
 * stands beside, and a confirmed one that the rules read no longer stands as it was confirmed. A correction concerns the
 * limits of its cause with exactly its words; without such, those whose words hold its words or are held by them. Where
 * several concern one limit, exact words go before others, a dismissal before a confirmation, more words before fewer:
 * the order in which they were made changes nothing.
 */
export function correctedCell(
  pack: Pack,
  reading: Reading,
  corrections: readonly ReadingCorrection[],
): CorrectedCell {
  if (corrections.length === 0)
    return {
      reading,
      obstacles: reading.obstacles.map((obstacle) => ({ obstacle, by: null })),
      dismissed: [],
      lapsed: [],
    };
  const lapsed = corrections.flatMap((correction) => {
    const because = lapseOf(pack, reading.text, correction);
    return because === null ? [] : [{ correction, text: reading.text, because }];
  });
  const standing = corrections
    .filter((each) => !lapsed.some(({ correction }) => correction === each))
    .toSorted((a, b) => rank(a) - rank(b) || b.quote.length - a.quote.length || byWords(a, b));
  const judged = standing.map((by) => ({ by, concerned: concernedBy(by, reading.obstacles, pack) }));
  const judge = (obstacle: Obstacle) => {
    const over = judged.filter(({ concerned }) => concerned.includes(obstacle));
    return (over.find(({ by }) => by.quote === obstacle.words.quote) ?? over[0])?.by ?? null;
  };
  const read = reading.obstacles.map((obstacle) => ({ obstacle, by: judge(obstacle) }));
  return {
    reading,
    obstacles: [
      ...read.flatMap(({ obstacle, by }) => {
        if (by?.decision === 'dismiss') return [];
        return [{ obstacle: by === null ? obstacle : confirmed(obstacle, by, reading, pack), by }];
      }),
      ...judged
        .filter(({ by, concerned }) => by.decision === 'add' || concerned.length === 0)
        .flatMap(({ by }) => officers(by, reading, pack).map((obstacle) => ({ obstacle, by })))
        .toSorted((a, b) => a.obstacle.words.start - b.obstacle.words.start || byWords(a.by, b.by)),
    ],
    dismissed: standing
      .filter(({ decision }) => decision === 'dismiss')
      .map((by) => ({
        by,
        obstacles: read.filter((each) => each.by === by).map(({ obstacle }) => obstacle),
      })),
    lapsed,
  };
}

/** Why a correction cannot be applied to the text of its cell; null where it can. */
export function lapseOf(
  pack: Pack,
  text: string,
  correction: ReadingCorrection,
): LapsedCorrection['because'] | null {
  if (!text.includes(correction.quote)) return 'words';
  return signalOf(correction, pack) === null ? 'rule' : null;
}

function rank({ decision }: ReadingCorrection): number {
  return decision === 'dismiss' ? 0 : 1;
}

function byWords(a: ReadingCorrection, b: ReadingCorrection): number {
  const [one, other] = [a, b].map(({ quote, cause }) => `${quote}\n${cause}`);
  return one === other ? 0 : (one ?? '') < (other ?? '') ? -1 : 1;
}

/** The signal of the rule that has a correction's cause and circumstance; null where the pack has none. */
function signalOf(correction: ReadingCorrection, pack: Pack): string | null {
  const rules = pack.ceilings.filter((rule) => rule.basis === 'comment' && rule.cause === correction.cause);
  const rule =
    correction.decision === 'dismiss' ? rules[0] : rules.find(({ factor }) => factor === correction.factor);
  return rule?.basis === 'comment' ? rule.signal : null;
}

/** The limits, as the rules read them, that a confirmation or a dismissal is about. */
function concernedBy(
  { decision, cause, quote }: ReadingCorrection,
  obstacles: readonly Obstacle[],
  pack: Pack,
): readonly Obstacle[] {
  if (decision === 'add') return [];
  const ofCause = obstacles.filter(({ signal }) =>
    pack.ceilings.some((rule) => rule.basis === 'comment' && rule.signal === signal && rule.cause === cause),
  );
  const exact = ofCause.filter(({ words }) => words.quote === quote);
  if (exact.length > 0) return exact;
  return ofCause.filter(({ words }) => words.quote.includes(quote) || quote.includes(words.quote));
}

/** A limit as it was confirmed; where one with the circumstance that was given is read from the words, each keeps its own. */
function confirmed(obstacle: Obstacle, by: ReadingCorrection, reading: Reading, pack: Pack): Obstacle {
  if (by.decision === 'dismiss') return obstacle;
  const given = signalOf(by, pack) ?? obstacle.signal;
  const own = concernedBy(by, reading.obstacles, pack).some(({ signal }) => signal === given);
  return {
    ...obstacle,
    signal: own ? obstacle.signal : given,
    standing: 'confirmed',
    strength: by.strength,
    level: by.level ?? obstacle.level,
  };
}

/** The limit that an officer added, or confirmed when the rules still read it. */
function officers(by: ReadingCorrection, { score, text, period }: Reading, pack: Pack): readonly Obstacle[] {
  const signal = signalOf(by, pack);
  if (by.decision === 'dismiss' || score === null || signal === null) return [];
  const start = text.indexOf(by.quote);
  return [
    {
      rule: 'officer',
      signal,
      strength: by.strength,
      standing: by.decision === 'add' ? 'added' : 'confirmed',
      level: by.level ?? score.workingTowards ?? score.achieved,
      words: { period, quote: by.quote, start, end: start + by.quote.length },
      until: null,
      reviewBy: null,
      waitsOn: null,
    },
  ];
}
