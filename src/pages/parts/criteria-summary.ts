import type { ObjectiveExplanation } from '../../app/advice/explain.ts';
import { webAddress } from '../../app/criteria/keep-evidence.ts';
import type { ObjectiveCriteria } from '../../app/criteria/objective-criteria.ts';
import { dayWords } from '../../model/day-words.ts';
import type { EvidenceItem } from '../../model/evidence-item.ts';
import type { StatementAnswer } from '../../model/statement.ts';
import type { PageContext } from '../frame/page-context.ts';
import { countWords, levelWords } from './words.ts';

/** What is said of a statement. */
export const answerWords: Readonly<Record<StatementAnswer, string>> = {
  met: 'Met',
  'not-met': 'Not met',
  'not-evidenced': 'Not evidenced',
};

/** What the page of an objective shows of its statements and evidence: what follows, and where to answer. */
export function criteriaSummary(context: PageContext, { objective, criteria }: ObjectiveExplanation) {
  const { links, view } = context;
  return {
    href: links.criteria(objective.number, view.period === null ? null : criteria.period),
    ...criteriaOutcome(context, criteria),
    evidence: criteria.evidence.map(evidenceWords),
  };
}

/** What follows from the answers, and what stands between here and the next level. */
export function criteriaOutcome({ framework }: PageContext, criteria: ObjectiveCriteria) {
  const { period, says, answered, statements, next, score } = criteria;
  return {
    period,
    answered: `${answered} of ${countWords(statements, 'statement')} answered.`,
    says,
    outside: score !== null && score.place !== 'within',
    next:
      next === null
        ? null
        : {
            from: levelWords(framework, next.from),
            to: levelWords(framework, next.level),
            statements: next.statements.map(({ text, answer }) => ({ text, answer: answerWords[answer] })),
            unknown: next.unknown.length > 0,
          },
  };
}

/** The wording that was pasted for a level, with who and when; null where none was. */
export function pastedOf({ levels }: ObjectiveCriteria, level: number) {
  const one = levels.find((each) => each.level === level);
  if (one === undefined || one.pasted === null) return null;
  return {
    label: `Pasted by ${one.pasted.by} on ${dayWords(one.pasted.at.slice(0, 10))}`,
    lines: one.statements.map(({ text }) => text),
  };
}

/** A piece of evidence; `href` only where it is an address of the web. */
export function evidenceWords({ id, title, kind, target, owner, date, by, at }: EvidenceItem) {
  return {
    id,
    title,
    target,
    href: kind === 'link' ? webAddress(target) : null,
    about: `Of ${dayWords(date)}, held by ${owner}. Recorded by ${by} on ${dayWords(at.slice(0, 10))}.`,
  };
}
