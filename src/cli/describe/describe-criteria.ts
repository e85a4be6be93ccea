import type { CriteriaReport } from '../../app/criteria/criteria-report.ts';
import type { CriteriaLevel, ObjectiveCriteria } from '../../app/criteria/objective-criteria.ts';
import { countedNoun } from '../../model/counted-noun.ts';
import { dayWords } from '../../model/day-words.ts';
import type { StatementAnswer } from '../../model/statement.ts';
import { terminal } from '../terminal/terminal.ts';
import { bulleted, indented } from './wrap.ts';

type Stands = NonNullable<ObjectiveCriteria['next']>;

const answerWords: Readonly<Record<StatementAnswer, string>> = {
  met: 'met',
  'not-met': 'not met',
  'not-evidenced': 'not evidenced',
};

/** Every statement with its answer, what follows, and the evidence, as lines of a width. */
export function describeCriteria(report: CriteriaReport, width: number): readonly string[] {
  const part = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [terminal.heading(title), ...lines, ''];
  return [
    ...describeOutcome(report, width),
    '',
    ...part(
      'Statements',
      report.levels.toReversed().flatMap((level) => describeLevel(level, width)),
    ),
    ...part('Answers that lapsed, since the words are no longer there', describeLapsed(report, width)),
    ...part('Evidence', describeEvidence(report, width)),
  ].slice(0, -1);
}

/** What follows from the answers, and what stands between the score and the next level. */
export function describeOutcome(criteria: ObjectiveCriteria, width: number): readonly string[] {
  const { says, next, answered, statements } = criteria;
  return [
    ...indented(
      `${answered} of ${countedNoun(statements, 'statement')} answered. ${says.join(' ')}`,
      width,
      0,
    ),
    ...(next === null ? [] : describeNext(next, width)),
  ];
}

/** The evidence for a row, with the number by which each piece is removed; "none recorded" where there is none. */
export function describeEvidence({ evidence }: ObjectiveCriteria, width: number): readonly string[] {
  if (evidence.length === 0) return ['None recorded.'];
  return evidence.flatMap(({ id, title, target, owner, date, by, at }) => [
    ...indented(`${id}. ${title}: ${target}`, width, 0),
    ...indented(
      `of ${dayWords(date)}, held by ${owner}; recorded by ${by} on ${dayWords(at.slice(0, 10))}`,
      width,
      2,
    ),
  ]);
}

function describeNext({ from, level, statements, unknown }: Stands, width: number): readonly string[] {
  if (statements.length === 0 && unknown.length === 0)
    return indented(`Between ${from} and ${level} nothing is missing.`, width, 0);
  const none = statements.length === 0;
  return [
    ...indented(`Between ${from} and ${level}:`, width, 0),
    ...statements.flatMap(({ text, answer }) => bulleted(`${answerWords[answer]}: ${text}`, width)),
    ...(unknown.length === 0
      ? []
      : bulleted(
          none
            ? `Not known: the words of level ${level} are not held.`
            : `There may be more: not all the words of level ${level} are held.`,
          width,
        )),
  ];
}

function describeLevel(one: CriteriaLevel, width: number): readonly string[] {
  return [
    ...indented(`${one.level} ${one.name} (${sourceOf(one)})`, width, 0),
    ...one.statements.flatMap(({ id, text, answer, answered }) => [
      ...indented(
        `${id}: ${answerWords[answer]}${answered === null ? '' : `, said ${answered.by} on ${dayWords(answered.at.slice(0, 10))}`}`,
        width,
        2,
      ),
      ...indented(text, width, 4),
    ]),
  ];
}

function sourceOf({ source, pasted, level }: CriteriaLevel): string {
  switch (source) {
    case 'full':
      return 'the standard’s words';
    case 'as-quoted':
      return 'as a comment quotes it; there may be more';
    case 'pasted':
      return `pasted by ${pasted?.by} on ${dayWords(pasted?.at.slice(0, 10) ?? '')}`;
    case 'none':
      return `not held: --level ${level} --paste FILE brings it in`;
  }
}

function describeLapsed({ lapsed }: ObjectiveCriteria, width: number): readonly string[] {
  return lapsed.flatMap(({ level, text, answer, by, at }) =>
    indented(
      `Level ${level}, ${answerWords[answer]} (${by}, ${dayWords(at.slice(0, 10))}): ${text}`,
      width,
      0,
    ),
  );
}
