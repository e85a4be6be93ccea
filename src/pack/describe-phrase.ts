import type { PhraseStep } from '../model/phrase.ts';
import { plainName } from './plain-name.ts';

type Sets = ReadonlyMap<string, readonly (readonly PhraseStep[])[]>;

/** What the signs mean in the phrases that `describePhrase` gives: sign and meaning. */
export const phraseSigns: readonly { readonly sign: string; readonly means: string }[] = [
  { sign: '(a / b)', means: 'one of these' },
  { sign: '[a]', means: 'with or without this' },
  { sign: 'word-', means: 'any word that begins so' },
  { sign: '…3', means: 'up to so many other words may stand between' },
  { sign: '(a level)', means: 'a level, by its number or name' },
  { sign: '‹name›', means: 'any phrase of the words of that name' },
  { sign: '|', means: 'the sentence, or its half, begins here' },
];

/** A phrase as a reader sees it: with its alternatives, without the signs of its written form. */
export function describePhrase(steps: readonly PhraseStep[]): string {
  return steps.map(describeStep).join(' ');
}

function describeStep(step: PhraseStep): string {
  switch (step.kind) {
    case 'word':
      return step.stem ? `${step.word}-` : step.word;
    case 'start':
      return '|';
    case 'level':
      return '(a level)';
    case 'gap':
      return `…${step.most}`;
    case 'set':
      return `‹${plainName(step.name)}›`;
    case 'choice': {
      const options = step.options.map(describePhrase).join(' / ');
      return step.optional ? `[${options}]` : `(${options})`;
    }
  }
}

/**
 * One way to say a phrase: the first of its alternatives, what may be left out left out, "…" where words stand between.
 * @param level what stands for a level
 */
export function examplePhrase(steps: readonly PhraseStep[], sets: Sets, level: number): string {
  return exampleWords(steps, sets, level)
    .join(' ')
    .replace(/…( …)+/g, '…');
}

function exampleWords(steps: readonly PhraseStep[], sets: Sets, level: number): readonly string[] {
  return steps.flatMap((step) => {
    switch (step.kind) {
      case 'word':
        return [step.stem ? `${step.word}-` : step.word];
      case 'start':
        return [];
      case 'level':
        return [String(level)];
      case 'gap':
        return ['…'];
      case 'set':
        return exampleWords(sets.get(step.name)?.[0] ?? [], sets, level);
      case 'choice':
        return step.optional ? [] : exampleWords(step.options[0] ?? [], sets, level);
    }
  });
}
