import { type Advice, type ScoredAdvice, scoredAdvice } from '../model/advice.ts';
import type { Framework } from '../model/framework.ts';
import { levelWords, stanceWords } from './words.ts';

/** What a what-if changes for one objective. */
export interface WhatIfChange {
  readonly objective: number;
  readonly name: string;
  /** "The ceiling rises from 4 to 5 Innovator; the target was 4 (hold) and is 4 (open)." */
  readonly sentence: string;
}

/** What differs between an advice and the advice as recorded, by objective in order; those that do not differ are absent. */
export function whatIfChanges(
  framework: Framework,
  advice: Advice,
  recorded: Advice,
): ReadonlyMap<number, WhatIfChange> {
  const before = new Map(scoredAdvice(recorded).map((one) => [one.objective, one]));
  const changes = scoredAdvice(advice).flatMap((one) => {
    const was = before.get(one.objective);
    const parts = was === undefined ? [] : differences(framework, was, one);
    if (parts.length === 0) return [];
    const text = parts.join('; ');
    const sentence = `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
    return [[one.objective, { objective: one.objective, name: one.name, sentence }] as const];
  });
  return new Map(changes);
}

function differences(framework: Framework, was: ScoredAdvice, is: ScoredAdvice): readonly string[] {
  const parts: string[] = [];
  if (was.ceiling.level !== is.ceiling.level) {
    const moves = is.ceiling.level > was.ceiling.level ? 'rises' : 'comes down';
    parts.push(
      `the ceiling ${moves} from ${was.ceiling.level} to ${levelWords(framework, is.ceiling.level)}`,
    );
  } else if (bindingOf(was) !== bindingOf(is)) {
    parts.push('a limit changes, and another keeps the ceiling where it is');
  }
  if (targetOf(was) !== targetOf(is)) parts.push(`the target was ${targetOf(was)} and is ${targetOf(is)}`);
  return parts;
}

function bindingOf({ ceiling }: ScoredAdvice): string {
  return ceiling.causes
    .filter(({ binding }) => binding)
    .map(({ rule }) => rule)
    .join();
}

function targetOf({ target }: ScoredAdvice): string {
  const stance = stanceWords[target.stance].name.toLowerCase();
  const next = target.openLevel === null ? '' : `, next ${target.openLevel}`;
  return `${target.level} (${stance}${next})`;
}
