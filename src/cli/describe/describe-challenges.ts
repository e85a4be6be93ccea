import type { ChallengeReport } from '../../app/trends/follow-up-report.ts';
import type { ChallengeQuote } from '../../model/challenge.ts';
import type { Organisation } from '../../model/organisation.ts';
import type { Pack } from '../../pack/pack.ts';
import { terminal } from '../terminal/terminal.ts';
import { organisationHeading } from './organisation-heading.ts';
import { indented, wrap } from './wrap.ts';

/** What a member could ask, as lines of a width: by kind, in the order of the list. */
export function describeChallenges(
  { from, to, challenges }: ChallengeReport,
  organisation: Organisation,
  { framework, challenges: rules }: Pack,
  width: number,
): readonly string[] {
  const kinds = [...new Set(challenges.map(({ kind }) => kind))];
  return [
    ...organisationHeading(organisation, `what a member could ask, ${from} and ${to}`, width),
    ...wrap(`${challenges.length} questions, found by rules: some will have a plain answer.`, width),
    ...kinds.flatMap((kind) => [
      '',
      ...wrap(rules.kinds[kind]?.title ?? kind, width).map(terminal.heading),
      ...challenges
        .filter((challenge) => challenge.kind === kind)
        .flatMap(({ objective, period, question, quotes }) => [
          ...wrap(`${objective} ${nameOf(objective)}, ${period}`, width),
          ...indented(question, width, 2),
          ...quotes.flatMap((quote) => indented(`${originOf(quote)}: “${quote.quote}”`, width, 4)),
        ]),
    ]),
  ];

  function nameOf(objective: number): string {
    return framework.objectives.find(({ number }) => number === objective)?.name ?? '';
  }
}

function originOf(quote: ChallengeQuote): string {
  switch (quote.source) {
    case 'comment':
      return `Comment on ${quote.objective}, ${quote.period}`;
    case 'criterion':
      return `Criterion for level ${quote.level}`;
    case 'principle':
      return `Principle for level ${quote.level}`;
  }
}
