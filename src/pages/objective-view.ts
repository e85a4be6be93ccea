import type { ObjectiveExplanation } from '../app/advice/explain.ts';
import type { Evidence, ScoredAdvice } from '../model/advice.ts';
import type { HeldText } from '../model/criterion.ts';
import type { PageContext } from './frame/page-context.ts';
import { commentParts } from './parts/comment-parts.ts';
import { criteriaSummary, pastedOf } from './parts/criteria-summary.ts';
import { limitViews, quoteView } from './parts/limit-views.ts';
import type { Mark } from './parts/marked-text.ts';
import { objectiveLadder } from './parts/objective-ladder.ts';
import { sidesOf } from './parts/sides.ts';
import { cappedWords, controlWords, countWords, levelWords, stanceWords } from './parts/words.ts';

/** One objective: score, target, limits, levels with the text held for each, and every period's comment with its proving words marked. */
export function objectiveView(context: PageContext, explained: ObjectiveExplanation) {
  const { framework, links } = context;
  const { advice, objective, section } = explained;
  const scored = advice.state === 'scored' ? advice : null;
  const limits = scored === null ? [] : limitViews(context, scored, explained);
  const marks = scored === null ? [] : marksOf(scored);
  const numbers = framework.objectives.map(({ number }) => number);
  const place = numbers.indexOf(objective.number);
  return {
    period: explained.period,
    basedOn: explained.basedOn,
    review: `${links.page('review', context.view, { objective: String(objective.number) })}#objective-${objective.number}`,
    number: objective.number,
    name: objective.name,
    description: objective.description,
    section: { name: section.name, href: links.page('objectives', undefined, { section: section.id }) },
    unscored: advice.state === 'scored' ? null : { state: advice.state, reason: advice.reason },
    scored: scored === null ? null : summary(context, scored),
    ladder: scored === null ? null : objectiveLadder(context.framework, scored, explained),
    evidence: explained.criteria.evidence.length,
    limits: limits.filter(({ kind }) => kind === 'limit'),
    possible: limits.filter(({ kind }) => kind === 'possible'),
    overtaken: limits.filter(({ kind }) => kind === 'overtaken'),
    sides: scored === null ? [] : sidesOf(context, scored, explained),
    levels: explained.levels.toReversed().map((one) => ({
      title: levelWords(framework, one.level),
      state: one.reached ? 'reached' : one.target ? 'target' : beyond(scored, one.level) ? 'beyond' : 'open',
      marks: levelMarks(scored, one.level),
      text: one.held.held === 'none' ? null : one.held.text,
      held: heldWords(one.held),
      source: 'source' in one.held ? sourceWords(one.held.source.period) : null,
      pasted: pastedOf(explained.criteria, one.level),
    })),
    criteria: criteriaSummary(context, explained),
    history: explained.history.toReversed().map(({ period: when, row, reading }) => ({
      period: when,
      score: row.state === 'scored' ? row.score.label : null,
      workingTowards: row.state === 'scored' ? row.score.workingTowards : null,
      state: row.state,
      empty: row.text.trim() === '',
      parts: commentParts(
        reading,
        marks.filter((mark) => mark.period === when),
      ),
    })),
    links: explained.links.map((one) => ({
      words: linkWords(one.kind, one.direction),
      objective: one.objective,
      name: one.name,
      href: links.objective(one.objective),
      citation: one.citation,
    })),
    trace: traceView(explained),
    before: neighbour(context, numbers[place - 1]),
    after: neighbour(context, numbers[place + 1]),
  };
}

function summary({ framework }: PageContext, one: ScoredAdvice) {
  const { score, ceiling, target, headroom, potential } = one;
  return {
    score: levelWords(framework, score.achieved),
    label: score.label,
    workingTowards: score.workingTowards === null ? null : levelWords(framework, score.workingTowards),
    agreedStandard: score.agreedStandard,
    target: levelWords(framework, target.level),
    stance: { id: target.stance, ...stanceWords[target.stance] },
    openLevel: target.openLevel === null ? null : levelWords(framework, target.openLevel),
    because: target.because,
    evidence: target.evidence.map(quoteView),
    moments: [
      ...(target.waitsOn === null ? [] : [{ name: 'It waits on', quote: target.waitsOn.quote }]),
      ...(target.reviewBy === null ? [] : [{ name: 'To be looked at again', quote: target.reviewBy.quote }]),
    ],
    ceiling: levelWords(framework, ceiling.level),
    capped: ceiling.capped,
    limit: cappedWords(ceiling),
    control: ceiling.control === null ? null : controlWords[ceiling.control],
    ceilingBecause: ceiling.because,
    room: headroom === 0 ? 'None as things stand' : `${countWords(headroom, 'level')}`,
    potential:
      potential > ceiling.level
        ? `${levelWords(framework, potential)}, if nothing outside the organisation limited it`
        : null,
  };
}

function marksOf(one: ScoredAdvice): readonly (Mark & { readonly period: string })[] {
  const mark = (evidence: Evidence, note: string, href: string) =>
    evidence.source === 'comment' ? [{ ...evidence, note, href }] : [];
  const limits = one.ceiling.causes.flatMap((cause, index) => [
    ...cause.evidence.flatMap((each) => mark(each, `limit ${index + 1}`, `#limit-${index + 1}`)),
    ...moments(cause, `#limit-${index + 1}`),
  ]);
  const target = one.target.evidence
    .filter((each) => !limits.some(({ start, end }) => start === each.start && end === each.end))
    .flatMap((each) => mark(each, 'target', '#target'));
  return [...limits, ...target, ...moments({ ...one.target, until: null }, '#target')];
}

type Moments = Pick<ScoredAdvice['ceiling']['causes'][number], 'until' | 'reviewBy' | 'waitsOn'>;

function moments({ until, reviewBy, waitsOn }: Moments, href: string) {
  return [
    ...(until === null ? [] : [{ ...until, note: 'until', href }]),
    ...(reviewBy === null ? [] : [{ ...reviewBy, note: 'look again', href }]),
    ...(waitsOn === null ? [] : [{ ...waitsOn, note: 'waits on', href }]),
  ];
}

function beyond(one: ScoredAdvice | null, level: number): boolean {
  return one !== null && level > one.ceiling.level;
}

function levelMarks(one: ScoredAdvice | null, level: number): readonly string[] {
  if (one === null) return [];
  const { score, target, ceiling } = one;
  return [
    ...(level === score.achieved ? ['score'] : []),
    ...(level === score.workingTowards ? ['working towards'] : []),
    ...(level === target.level ? ['target'] : []),
    ...(level === target.openLevel ? ['next, when it has an owner and an action'] : []),
    ...(level === ceiling.level && ceiling.capped !== 'no' ? ['ceiling'] : []),
    ...(level > ceiling.level ? ['beyond the ceiling as things stand'] : []),
  ];
}

function heldWords({ held }: HeldText): string {
  switch (held) {
    case 'full':
      return 'The standard’s words for this objective, in full.';
    case 'as-quoted':
      return 'The standard’s words for this objective, as a comment quotes them; there may be more.';
    case 'principle':
      return 'The section’s principle for this level. The words for this objective are not held.';
    case 'none':
      return 'No text is held for this level.';
  }
}

function sourceWords(period: string | null): string {
  return period === null ? 'As printed in the source.' : `From the ${period} comment.`;
}

function linkWords(kind: 'waits-on' | 'shares-action' | 'serves', direction: 'out' | 'in'): string {
  switch (kind) {
    case 'waits-on':
      return direction === 'out' ? 'It waits on' : 'Waiting on it';
    case 'shares-action':
      return 'It shares an action with';
    case 'serves':
      return direction === 'out' ? 'It serves' : 'It is served by';
  }
}

function traceView({ trace, titles }: ObjectiveExplanation) {
  if (trace === null) return null;
  const rules = (list: typeof trace.ceilings) =>
    list.map(({ rule, holds }) => ({ rule, title: titles[rule] ?? rule, holds }));
  return {
    facts: Object.entries(trace.facts).map(([name, value]) => ({ name, value })),
    groups: [
      { name: 'Rules for ceilings', rules: rules(trace.ceilings) },
      { name: 'Rules for targets', rules: rules(trace.targets) },
    ],
  };
}

function neighbour({ framework, links }: PageContext, number: number | undefined) {
  const found = framework.objectives.find((one) => one.number === number);
  return found === undefined
    ? null
    : { words: `${found.number} ${found.name}`, href: links.objective(found.number) };
}
