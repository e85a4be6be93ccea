import { readingCountsSentence } from '../../app/advice/reading-counts-sentence.ts';
import type { ReviewedObjective, ReviewedReading, ReviewReport } from '../../app/review/review-report.ts';
import { ruleWords } from '../../app/review/rule-words.ts';
import { countedNoun } from '../../model/counted-noun.ts';
import { dayWords } from '../../model/day-words.ts';
import { terminal } from '../terminal/terminal.ts';
import { bulleted, indented, wrap } from './wrap.ts';

/** A review as lines of a width: counts, then each objective with something to see; `texts` shows the comments too. */
export function describeReview(
  report: ReviewReport,
  width: number,
  { texts }: { readonly texts: boolean },
): readonly string[] {
  const { objectives, readings, organisation } = report;
  const shown = texts
    ? objectives
    : objectives.filter((each) => each.readings.length + each.dismissed.length + each.lapsed.length > 0);
  const quiet = objectives.length - shown.length;
  return [
    ...wrap(readingCountsSentence(readings), width),
    '',
    ...shown.flatMap((each) => describeObjective(each, width, texts)),
    ...(objectives.length === 0 ? [...wrap('Nothing here is unconfirmed.', width), ''] : []),
    ...(quiet === 0
      ? []
      : [
          ...wrap(`Nothing was read from the comments on ${countedNoun(quiet, 'other objective')}.`, width),
          '',
        ]),
    ...wrap(
      `To decide: headroom review ${organisation} --objective NUMBER --confirm RULE (or --correct, --dismiss, --add, --withdraw; --help shows each).`,
      width,
    ),
  ];
}

function describeObjective(one: ReviewedObjective, width: number, texts: boolean): readonly string[] {
  const { objective, name, score, ceiling, cells, readings, dismissed, lapsed } = one;
  const nothing = readings.length + dismissed.length + lapsed.length === 0;
  return [
    ...wrap(`${objective} ${name}: score ${score.label}, ceiling ${ceiling}`, width).map(terminal.heading),
    ...(texts ? cells : []).flatMap(({ period, text, inherited }) => [
      ...indented(`${period} comment${inherited ? ', which a later one stands on' : ''}:`, width, 2),
      ...indented(text.trim() === '' ? 'No comment.' : text, width, 4),
    ]),
    ...(nothing ? indented('Nothing was read from it.', width, 2) : []),
    ...readings.flatMap((reading) => describeReading(reading, width)),
    ...dismissed.flatMap(({ cause, causeName, period, quote, ...decision }) => [
      ...bulleted(`${causeName}: dismissed by ${whoAndWhy(decision)}`, width),
      ...indented(`${period}: “${quote}”`, width, 4),
      ...indented(`Cause ${cause}.`, width, 4),
    ]),
    ...lapsed.flatMap(({ decision, cause, causeName, sentence, ...made }) => [
      ...bulleted(`${causeName}: LAPSED. It was ${decidedWords[decision]} by ${whoAndWhy(made)}`, width),
      ...indented(`${sentence} Decide again, or --withdraw ${cause}.`, width, 4),
    ]),
    '',
  ];
}

const standingWords = {
  read: 'read, not confirmed',
  confirmed: 'confirmed by an officer',
  added: 'added by an officer',
} as const;
const decidedWords = { confirm: 'confirmed', add: 'added', dismiss: 'dismissed' } as const;

function describeReading(reading: ReviewedReading, width: number): readonly string[] {
  const { causeName, level, standing, strength, cause, factor, decided, period, quote } = reading;
  const notes = [
    standingWords[standing],
    strength === 'hedged' ? 'only possible, so it lowers nothing' : '',
    reading.binding ? 'sets the ceiling' : '',
    reading.overtaken ? 'the score is above it' : '',
  ].filter((note) => note !== '');
  const lift = factor === null ? 'no circumstance lifts it' : `lifted by ${factor}`;
  return [
    ...bulleted(`${causeName}, level ${level}: ${notes.join(', ')}`, width),
    ...indented(`${period}: “${quote}”`, width, 4),
    ...indented(`${ruleWords(reading)}; cause ${cause}; ${lift}.`, width, 4),
    ...(decided === null
      ? []
      : indented(`${standing === 'added' ? 'Added' : 'Confirmed'} by ${whoAndWhy(decided)}`, width, 4)),
  ];
}

function whoAndWhy(decision: { readonly by: string; readonly at: string; readonly reason: string }): string {
  const { by, at, reason } = decision;
  return `${by} on ${dayWords(at.slice(0, 10))}${reason === '' ? '.' : `: ${/[.!?]$/.test(reason) ? reason : `${reason}.`}`}`;
}
