import type { CappedReport } from '../app/advice/capped-report.ts';
import { readingCountsSentence } from '../app/advice/reading-counts-sentence.ts';
import type { ScoredAdvice } from '../model/advice.ts';
import { controlWord } from '../model/control-word.ts';
import type { PageContext } from './frame/page-context.ts';
import { reasonQuotes } from './parts/limit-views.ts';
import { countWords, levelWords } from './parts/words.ts';

const controls = [
  { control: 'external', title: 'Lifting it is outside the organisation’s control' },
  { control: 'internal', title: 'Lifting it is within the organisation’s control' },
] as const;

/** Capped objectives by who could lift the cap and by the reason given; an objective with several reasons is under each. */
export function cappedView(context: PageContext, report: CappedReport) {
  const { links } = context;
  return {
    period: report.period,
    basedOn: report.basedOn,
    unlock: links.page('unlock'),
    review: links.page('review'),
    readings: readingCountsSentence(report.readings),
    n: report.n,
    now: report.now,
    later: report.later,
    uncapped: report.uncapped,
    glance: report.groups.map((group) => ({
      cause: group.cause,
      name: group.causeName,
      where: controlWord[group.control],
      now: group.now.length,
      later: group.later.length,
    })),
    controls: controls.map(({ control, title }) => ({
      control,
      title,
      groups: report.groups
        .filter((group) => group.control === control)
        .map((group) => ({
          cause: group.cause,
          name: group.causeName,
          description: group.causeDescription,
          list: links.page('objectives', undefined, { cause: group.cause }),
          count: countWords(group.now.length + group.later.length, 'objective'),
          rows: [
            ...group.now.map((one) => row(context, one, group.cause)),
            ...group.later.map((one) => row(context, one, group.cause)),
          ],
        })),
    })),
    possible: report.possible.map((one) => ({
      objective: one.objective,
      name: one.name,
      cause: one.causeName,
      href: links.objective(one.objective),
      quotes: reasonQuotes({ ...one, basis: 'comment' }),
    })),
  };
}

function row({ framework, factors, links }: PageContext, one: ScoredAdvice, cause: string) {
  const causes = one.ceiling.causes.filter((each) => each.binding && each.cause === cause);
  const lifts = factors
    .filter(({ id }) => causes.some(({ factor }) => factor === id))
    .map(({ id, name }) => ({
      name,
      href: links.circumstances === null ? null : `${links.circumstances}#${id}`,
    }));
  return {
    objective: one.objective,
    name: one.name,
    href: links.objective(one.objective),
    score: one.score.label,
    ceiling: levelWords(framework, one.ceiling.level),
    capped: one.ceiling.capped,
    mixed: one.ceiling.control === 'mixed',
    assumed: causes.some(({ assumed }) => assumed),
    quotes: causes.flatMap(reasonQuotes),
    lifts,
    // What else binds, and no circumstance lifts it: then the ceiling stays where it is.
    stays:
      one.ceiling.causes.some((each) => each.binding && each.factor === null) ||
      one.ceiling.control === 'mixed',
  };
}
