import { testsOf } from '../../model/condition.ts';
import { countedNoun } from '../../model/counted-noun.ts';
import { type PhraseStep, setsIn } from '../../model/phrase.ts';
import type { Block, Words } from '../../model/written-document.ts';
import { describePhrase, phraseSigns } from '../../pack/describe-phrase.ts';
import type { Pack } from '../../pack/pack.ts';
import { phraseFiles } from '../../pack/phrase-sets.ts';
import { plainName } from '../../pack/plain-name.ts';
import { lastChanged } from '../../pack/rule-changes.ts';
import { ended, heading, paragraph, placeParagraph, plainList, titledList } from './blocks.ts';
import { examplesOf } from './phrase-examples.ts';
import { phraseTasks } from './phrase-tasks.ts';
import { type BookSource, places } from './source.ts';

/** Every set of phrases: what it is for, examples, and all of it. */
export function phrasePart(source: BookSource): readonly Block[] {
  const { pack } = source;
  return [
    heading(2, 'Words and phrases', 'book-words'),
    paragraph(
      '',
      'What counts as saying something is a list of phrases. A phrase is found anywhere in a sentence, in capitals or not, with straight or curly apostrophes. The signs in it mean:',
    ),
    ...plainList(phraseSigns.map(({ sign, means }): Words => [{ text: sign, strong: true }, `: ${means}`])),
    ...phraseFiles(pack).flatMap(({ file, phrases }) =>
      Object.entries(phrases).flatMap(([name, written]) => setBlocks(name, written, file, source)),
    ),
  ];
}

function setBlocks(
  name: string,
  written: readonly string[],
  file: string,
  { pack, changes }: BookSource,
): readonly Block[] {
  const phrases = pack.phrases.get(name) ?? [];
  const examples = examplesOf(name, pack).map((example) => `“${example}”`);
  const day = lastChanged(changes, 'phrases', name, written);
  return [
    heading(3, `Words of “${plainName(name)}”`, places.phrases(name)),
    paragraph('For example:', `${examples.join(', ')}.`),
    ...useBlocks(name, pack),
    ...titledList(`All of it (${countedNoun(phrases.length, 'phrase')})`, phrases.map(phraseWords)),
    placeParagraph(day, `${file}, phrases ${name}`),
  ];
}

/** A phrase; one that only names another set leads to it. */
function phraseWords(steps: readonly PhraseStep[]): Words {
  const [only, second] = steps;
  const text = describePhrase(steps);
  return only?.kind === 'set' && second === undefined ? [{ text, to: places.phrases(only.name) }] : [text];
}

function useBlocks(name: string, pack: Pack): readonly Block[] {
  const tasks = phraseTasks(pack)
    .filter(({ set }) => set === name)
    .map(({ task }): Words => [ended(task)]);
  const within = [...pack.phrases]
    .filter(([, phrases]) => phrases.some((steps) => setsIn(steps).includes(name)))
    .map(
      ([other]): Words => [
        'Part of the words of “',
        { text: plainName(other), to: places.phrases(other) },
        '”.',
      ],
    );
  const needed = rulesThatAsk('says', name, pack);
  const barred = rulesThatAsk('doesNotSay', name, pack);
  const none = [tasks, within, needed, barred].every((list) => list.length === 0);
  return [
    ...(none ? [paragraph('Used for:', 'nothing yet.')] : []),
    ...(tasks.length + within.length === 0 ? [] : titledList('What it is for', [...tasks, ...within])),
    ...(needed.length === 0 ? [] : titledList(`Rules that need it (${needed.length})`, needed)),
    ...(barred.length === 0 ? [] : titledList(`Rules that it keeps from holding (${barred.length})`, barred)),
  ];
}

function rulesThatAsk(operator: 'says' | 'doesNotSay', name: string, pack: Pack): readonly Words[] {
  return pack.reading.rules
    .filter(({ when }) => testsOf(when).some((test) => test.operator === operator && test.value === name))
    .map(({ id, title }): Words => [{ text: ended(title), to: places.rule('reading', id) }]);
}
