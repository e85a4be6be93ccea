import { readingCountsSentence } from '../app/advice/reading-counts-sentence.ts';
import type { LimitChoices } from '../app/review/limit-choices.ts';
import type { ReviewedObjective, ReviewedReading, ReviewReport } from '../app/review/review-report.ts';
import { ruleWords } from '../app/review/rule-words.ts';
import { dayWords } from '../model/day-words.ts';
import type { PageContext } from './frame/page-context.ts';
import { factorPrefix } from './frame/view-state.ts';
import { markedText } from './parts/marked-text.ts';
import { decisionForms, type RefusedForm } from './parts/review-forms.ts';
import { controlWords, countWords, levelWords, standingWords } from './parts/words.ts';

/** What the review is narrowed to, and what was just decided. */
export interface ReviewPageFilter {
  /** Unless said, the objectives from whose comments something was read or decided. */
  readonly show: 'unconfirmed' | 'all' | null;
  readonly objective: number | null;
  /** The objective of the decision that was kept last. */
  readonly kept: number | null;
}

/** A filter as it stands in the address. */
export function filterQuery({
  show,
  objective,
  kept,
}: ReviewPageFilter): Readonly<Record<string, string | null>> {
  return {
    show,
    objective: objective === null ? null : String(objective),
    kept: kept === null ? null : String(kept),
  };
}

/** What the page of reviews shows. */
export interface ReviewContent {
  readonly report: ReviewReport;
  readonly choices: LimitChoices;
  readonly filter: ReviewPageFilter;
  /** The form that was refused; null for none. */
  readonly refused: RefusedForm | null;
}

/** What was read from each comment with its words marked, what officers said of it, and the forms to decide. */
export function reviewView(context: PageContext, { report, choices, filter, refused }: ReviewContent) {
  const { links, view, framework } = context;
  const forms = decisionForms(choices, refused);
  const here = { ...filter, kept: null };
  const shown = report.objectives.filter(
    (one) =>
      filter.show !== null ||
      filter.objective !== null ||
      one.readings.length + one.dismissed.length + one.lapsed.length > 0,
  );
  return {
    period: report.period,
    basedOn: report.basedOn,
    counts: readingCountsSentence(report.readings),
    unconfirmed: report.readings.read,
    lapsed: report.readings.lapsed,
    action: links.page('review', view, filterQuery(here)),
    all: links.page('review'),
    every: links.page('review', view, filterQuery({ ...here, show: 'all', objective: null })),
    nothing:
      filter.show === 'unconfirmed' && filter.objective === null
        ? 'Nothing waits to be confirmed.'
        : filter.show === null && filter.objective === null
          ? 'No reason for a limit was read from the comments.'
          : 'There is nothing to show here.',
    filtered: filter.show !== null || filter.objective !== null,
    refused: refused === null ? null : { message: refused.message, at: placeOf(refused) },
    kept:
      filter.kept === null
        ? null
        : {
            objective: filter.kept,
            /** Beside the objective itself; else at the top of the page. */
            shown: shown.some(({ objective }) => objective === filter.kept),
            href: `${links.page('review', view, filterQuery({ show: null, objective: filter.kept, kept: null }))}#objective-${filter.kept}`,
          },
    filter: {
      action: links.page('review', { period: null, factors: {} }),
      hidden: [
        ...(view.period === null ? [] : [{ name: 'period', value: view.period }]),
        ...Object.entries(view.factors).map(([id, value]) => ({ name: factorPrefix + id, value })),
        ...(filter.objective === null ? [] : [{ name: 'objective', value: String(filter.objective) }]),
      ],
      options: [
        { value: '', text: 'What was read or decided', selected: filter.show === null },
        {
          value: 'unconfirmed',
          text: 'Only what nobody has confirmed',
          selected: filter.show === 'unconfirmed',
        },
        { value: 'all', text: 'Every scored objective', selected: filter.show === 'all' },
      ],
    },
    found: countWords(shown.length, 'objective'),
    objectives: shown.map((one) => ({
      number: one.objective,
      name: one.name,
      href: links.objective(one.objective),
      score: one.score.label,
      ceiling: levelWords(framework, one.ceiling),
      cells: one.cells.map(({ period, text, inherited }) => ({
        period,
        inherited,
        empty: text.trim() === '',
        segments: markedText(text, marksIn(one, period)),
      })),
      readings: one.readings.map((reading, index) => ({
        ...readingView(context, reading),
        number: index + 1,
        forms: forms.ofReading(one.objective, index + 1, reading),
      })),
      dismissed: one.dismissed.map((each, index) => ({
        name: each.causeName,
        period: each.period,
        quote: each.quote,
        decided: `Dismissed by ${decided(each)}`,
        form: forms.toWithdraw(one.objective, 'dismissed', index + 1, each),
      })),
      lapsed: one.lapsed.map((each, index) => ({
        name: each.causeName,
        sentence: each.sentence,
        decided: `${lapsedWords[each.decision]} by ${decided(each)}`,
        form: forms.toWithdraw(one.objective, 'lapsed', index + 1, each),
      })),
      add: forms.toAdd(one),
    })),
  };
}

const lapsedWords = { confirm: 'Confirmed', add: 'Added', dismiss: 'Dismissed' } as const;

function marksIn({ objective, readings }: ReviewedObjective, period: string) {
  return readings.flatMap((reading, index) =>
    reading.period === period
      ? [{ ...reading, note: `reading ${index + 1}`, href: `#reading-${objective}-${index + 1}` }]
      : [],
  );
}

function readingView({ framework }: PageContext, reading: ReviewedReading) {
  const { causeName, level, standing, strength, control, factorName, period, quote, binding } = reading;
  return {
    ...{ name: causeName, period, quote, standing, standingWords: standingWords[standing] },
    level: levelWords(framework, level),
    possible: strength === 'hedged',
    overtaken: reading.overtaken,
    binding,
    control: controlWords[control],
    lift: factorName,
    rules: ruleWords(reading),
    decided:
      reading.decided === null
        ? null
        : `${standing === 'added' ? 'Added' : 'Confirmed'} by ${decided(reading.decided)}`,
  };
}

function decided(decision: { readonly by: string; readonly at: string; readonly reason: string }): string {
  const { by, at, reason } = decision;
  const day = `${by} on ${dayWords(at.slice(0, 10))}`;
  return reason === '' ? `${day}.` : `${day}: ${/[.!?…]$/.test(reason) ? reason : `${reason}.`}`;
}

/** The place on the page that mends a refused form. */
function placeOf({ form, field }: RefusedForm): string {
  return field === null ? form : `${form}-${field}`;
}
