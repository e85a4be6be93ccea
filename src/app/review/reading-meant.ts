import { Problem } from '../../kernel/problem.ts';
import type { Decision } from './decision.ts';
import { readingGone } from './reading-gone.ts';
import type { ReviewedObjective, ReviewedReading } from './review-report.ts';
import { wordsInCell } from './words-in-cell.ts';

/** What a decision on words is known by. */
export interface DecidedWords {
  readonly period: string;
  readonly quote: string;
  readonly cause: string;
}

interface Candidate<Value> extends DecidedWords {
  /** By what it can be called: the ids of its rules and of its cause. */
  readonly names: readonly string[];
  readonly value: Value;
}

/** The reading that a request means. @throws Problem BAD_VALUE where none or several could be meant, READING_GONE */
export function readingMeant(reviewed: ReviewedObjective, request: Decision): ReviewedReading {
  const candidates = reviewed.readings.map((reading) => ({
    ...wordsOf(reading),
    names: [...reading.rules, reading.ceilingRule, reading.cause],
    value: reading,
  }));
  return meant(candidates, reviewed, request);
}

/** The decision that a request takes back. @throws Problem as `readingMeant` does */
export function decidedMeant(reviewed: ReviewedObjective, request: Decision): DecidedWords {
  const { readings, dismissed, lapsed } = reviewed;
  const candidates = [
    ...readings.flatMap((reading) => {
      if (reading.decided === null) return [];
      const words = { ...wordsOf(reading), quote: reading.decided.quote };
      return { ...words, names: [...reading.rules, reading.ceilingRule, reading.cause], value: words };
    }),
    ...dismissed.map((each) => ({
      ...wordsOf(each),
      names: [...each.rules, each.cause],
      value: wordsOf(each),
    })),
    ...lapsed.map((each) => ({ ...wordsOf(each), names: [each.cause], value: wordsOf(each) })),
  ];
  return meant(candidates, reviewed, request);
}

function wordsOf({ period, quote, cause }: DecidedWords): DecidedWords {
  return { period, quote, cause };
}

function meant<Value>(
  candidates: readonly Candidate<Value>[],
  { objective, cells }: ReviewedObjective,
  { reading = '', quote, period }: Decision,
): Value {
  const inPeriod = candidates.filter((each) => period === undefined || each.period === period);
  const worded = quote === undefined || quote.trim() === '' ? inPeriod : byWords(inPeriod, quote);
  if (quote !== undefined && worded.length === 0) {
    const own = cells.filter((cell) => period === undefined || cell.period === period);
    if (own.every(({ text }) => wordsInCell(text, quote) === null))
      throw readingGone(objective, period ?? cells[0]?.period ?? '', quote);
  }
  const called = worded.filter(({ names }) => names.includes(reading));
  const [first] = called;
  const keys = new Set(called.map((each) => `${each.period} ${each.cause} ${each.quote}`));
  if (first !== undefined && keys.size === 1) return first.value;
  throw new Problem('BAD_VALUE', {
    place: `objective ${objective}, reading`,
    seen: `${reading || 'nothing'}${keys.size > 1 ? `, which is there ${keys.size} times` : ''}`,
    allowed: listed(keys.size > 1 ? called : candidates),
    repair:
      keys.size > 1
        ? 'Give words of the one that is meant, too.'
        : 'Name one of these by its rule or its cause.',
  });
}

function byWords<Value>(
  candidates: readonly Candidate<Value>[],
  written: string,
): readonly Candidate<Value>[] {
  const plain = (text: string) => text.trim().replace(/\s+/g, ' ');
  const exact = candidates.filter(({ quote }) => plain(quote) === plain(written));
  if (exact.length > 0) return exact;
  return candidates.filter(({ quote }) => plain(quote).includes(plain(written)));
}

function listed<Value>(candidates: readonly Candidate<Value>[]): string {
  const each = candidates.map(
    ({ period, quote, cause, names }) => `${names[0] ?? cause} (${cause}, ${period}: “${quote}”)`,
  );
  return each.join('; ') || 'none: nothing is there to decide on';
}
