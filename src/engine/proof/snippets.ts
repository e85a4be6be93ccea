import { testsOf } from '../../model/condition.ts';
import { examplePhrase } from '../../pack/describe-phrase.ts';
import type { Pack } from '../../pack/pack.ts';
import { cellParts, type Part } from '../reading/parts.ts';
import { sentencesIn } from '../reading/sentences.ts';

/** A few words that could stand in a comment. */
export interface Snippet {
  readonly part: Part['kind'];
  readonly text: string;
}

/**
 * Words to write a comment with, each once: the sentences of the worked cases, as people write, then phrases that
 * reading rules and markers ask for, for packs whose cases do not have them.
 */
export function snippetsOf(pack: Pack): readonly Snippet[] {
  const partsOf = cellParts(pack);
  const texts = pack.cases.flatMap(({ given }) => [given.comment, given.previous?.comment ?? '']);
  const written = texts.flatMap((text) =>
    partsOf(text).flatMap((part) =>
      sentencesIn(text, part).map(({ start, end }) => ({
        part: part.kind,
        text: text.slice(start, end).trim(),
      })),
    ),
  );
  const said = pack.reading.rules.flatMap(({ when }) => {
    const tests = testsOf(when);
    const sets = tests.flatMap((test) => (test.operator === 'says' ? [test.value] : []));
    return (['commentary', 'action'] as const).map((part) => ({
      part,
      text: sentence(sets.map((set) => phraseOf(pack, set)).join(' ')),
    }));
  });
  const marked = Object.values(pack.reading.markers).map((set) => ({
    part: 'commentary' as const,
    text: sentence(phraseOf(pack, set)),
  }));
  const all = [...written, ...said, ...marked].filter(({ text }) => text !== '');
  return [...new Map(all.map((each) => [`${each.part} ${each.text}`, each])).values()];
}

/** One way to say a phrase of a set, without gaps: "start" for "start*". */
export function phraseOf(pack: Pack, set: string, level = 0): string {
  return examplePhrase(pack.phrases.get(set)?.[0] ?? [], pack.phrases, level)
    .replace(/-(?=\s|$)/g, '')
    .replace(/\s*…\s*/g, ' ')
    .trim();
}

function sentence(words: string): string {
  return words === '' ? '' : `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
