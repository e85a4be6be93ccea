import { topLevel } from '../../model/framework.ts';
import { setsIn } from '../../model/phrase.ts';
import type { Block } from '../../model/written-document.ts';
import { examplePhrase } from '../../pack/describe-phrase.ts';
import type { Pack } from '../../pack/pack.ts';
import { plainName } from '../../pack/plain-name.ts';
import { plainList } from './blocks.ts';
import { places } from './source.ts';

const mostExamples = 4;

/** Each set of phrases with a few ways to say one of them. */
export function exampleList(names: readonly string[], pack: Pack): readonly Block[] {
  return plainList(
    names.map((name) => [
      { text: plainName(name), to: places.phrases(name) },
      `: ${examplesOf(name, pack)
        .map((example) => `“${example}”`)
        .join(', ')}`,
    ]),
  );
}

/** A few ways to say phrases of a set: its first ones, each with its first alternatives. */
export function examplesOf(name: string, pack: Pack): readonly string[] {
  const examples = phrasesUnder(name, pack).map((steps) =>
    examplePhrase(steps, pack.phrases, topLevel(pack.framework)),
  );
  return [...new Set(examples)].slice(0, mostExamples);
}

/** The phrases of a set; those that only name another set give way to the phrases of that one. */
function phrasesUnder(name: string, pack: Pack): ReturnType<typeof phrasesOf> {
  return phrasesOf(name, pack).flatMap((steps) => {
    const [inner] = steps.length === 1 && steps[0]?.kind === 'set' ? setsIn(steps) : [];
    return inner === undefined ? [steps] : phrasesUnder(inner, pack).slice(0, 2);
  });
}

function phrasesOf(name: string, { phrases }: Pack) {
  return phrases.get(name) ?? [];
}
