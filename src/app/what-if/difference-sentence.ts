import type { ScoredAdvice } from '../../model/advice.ts';
import type { Framework } from '../../model/framework.ts';
import type { WhatIfTarget } from './what-if-report.ts';

type Side = readonly [target: WhatIfTarget, advice: ScoredAdvice];

/** What differs for one objective: "The ceiling rises from 4 to 5 Innovator; the target was 4 (hold) and is 4 (open)."; null where nothing does. */
export function differenceSentence(
  framework: Framework,
  [was, before]: Side,
  [is, after]: Side,
): string | null {
  const parts: string[] = [];
  if (was.ceiling !== is.ceiling) {
    const moves = is.ceiling > was.ceiling ? 'rises' : 'comes down';
    const name = framework.levels.find(({ level }) => level === is.ceiling)?.name;
    parts.push(
      `the ceiling ${moves} from ${was.ceiling} to ${is.ceiling}${name === undefined ? '' : ` ${name}`}`,
    );
  } else if (bindingOf(before) !== bindingOf(after))
    parts.push('a limit changes, and another keeps the ceiling where it is');
  if (wordsOf(was) !== wordsOf(is)) parts.push(`the target was ${wordsOf(was)} and is ${wordsOf(is)}`);
  if (parts.length === 0) return null;
  const text = parts.join('; ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function bindingOf({ ceiling }: ScoredAdvice): string {
  return ceiling.causes
    .filter(({ binding }) => binding)
    .map(({ rule }) => rule)
    .join();
}

const fromWords = { asked: 'asked for', chosen: 'chosen for the days', 'left-out': 'left out' } as const;

function wordsOf({ level, stance, openLevel, from }: WhatIfTarget): string {
  if (from !== 'advice') return `${level} (${fromWords[from]})`;
  return `${level} (${stance}${openLevel === null ? '' : `, next ${openLevel}`})`;
}
