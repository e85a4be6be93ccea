import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resolveView } from '../src/app/view-of.ts';
import type { Workspace } from '../src/app/workspace.ts';
import { commentReader } from '../src/engine/reading/comment-reader.ts';
import { phraseMatcher } from '../src/engine/reading/phrase-matcher.ts';
import { phraseStates } from '../src/engine/reading/phrase-states.ts';
import { sentencesIn } from '../src/engine/reading/sentences.ts';
import { threadMatcher } from '../src/engine/reading/thread-matcher.ts';
import { wordClasses } from '../src/engine/reading/word-classes.ts';
import { wordsOf } from '../src/engine/reading/words.ts';
import { sideBySide } from '../src/speed/side-by-side.ts';
import { line } from './times.ts';

/** The comments on which the rules were developed; those kept apart are left alone. */
const developed = ['first', 'second', 'third', 'fourth'];

/**
 * Comments read a second: by a new reader, by one that has read others before, and by one that has read these. Beside
 * them the phrases alone, with the same matcher and by following every way: both must find the same.
 */
export async function benchReading(workspace: Workspace, organisation: string): Promise<readonly string[]> {
  const { pack, input } = resolveView(workspace, { organisation });
  const invented = developed.flatMap((name) =>
    commentsIn(join('rules', pack.id, 'comments', `${name}.json`)),
  );
  const real = [input.assessment, ...input.earlier].flatMap(({ rows }) => rows.map(({ text }) => text));
  const texts = [...real, ...invented];
  const [level] = pack.framework.levels;
  if (level === undefined) throw new Error('no levels');
  const score = { label: String(level.level), achieved: level.level, workingTowards: null };
  const numbers = pack.framework.objectives.map(({ number }) => number);
  const rows = texts.map((text, index) => {
    const objective = numbers[index % numbers.length] ?? 0;
    return { objective, state: 'scored' as const, score, text };
  });
  const read = (reader: ReturnType<typeof commentReader>, of: typeof rows) => {
    for (const row of of) reader(row, '2031');
  };
  const others = rows.filter((_, index) => index % 3 !== 0);
  const unseen = rows.filter((_, index) => index % 3 === 0);

  const begun = performance.now();
  const kept = commentReader(pack);
  read(kept, rows);
  const cold = performance.now() - begun;

  const unseenTimes: number[] = [];
  for (let round = 0; round < 5; round++) {
    const reader = commentReader(pack);
    read(reader, others);
    const from = performance.now();
    read(reader, unseen);
    unseenTimes.push(performance.now() - from);
  }

  const levels = new Map(pack.framework.levels.map(({ level: each }) => [String(each), each]));
  const names = Object.keys(pack.reading.phrases);
  const states = phraseStates(pack.phrases, names);
  const [bySayable, byThreads] = [phraseMatcher(pack.phrases, levels, names), threadMatcher(states)];
  const classOf = wordClasses(states, levels);
  const sentences = texts.flatMap((text) =>
    sentencesIn(text, { start: 0, end: text.length }).map(({ start, end }) => wordsOf(text, start, end)),
  );
  const classes = sentences.map((words) => words.map(({ form }) => classOf(form)));
  for (const [index, words] of sentences.entries()) {
    const other = [...byThreads(classes[index] ?? [])].map(([set, match]) => [names[set], match]);
    const same = new Map(other as [string, unknown][]);
    const own = bySayable(words);
    if (
      own.size !== same.size ||
      [...own].some(([set, match]) => JSON.stringify(same.get(set)) !== JSON.stringify(match))
    )
      throw new Error(`two ways of matching differ: ${words.map(({ form }) => form).join(' ')}`);
  }

  const times = await sideBySide(
    [
      { name: 'warm', work: () => read(kept, rows) },
      {
        name: 'sayable',
        work: () => {
          for (const words of sentences) bySayable(words);
        },
      },
      {
        name: 'threads',
        work: () => {
          for (const words of classes) byThreads(words);
        },
      },
    ],
    { rounds: 15, unmeasured: 5 },
  );
  const rate = (count: number, milliseconds: number | undefined) =>
    `${Math.round((count / (milliseconds ?? Number.NaN)) * 1000)} comments a second`;
  const warm = times.get('warm');
  const [, , median] = unseenTimes.toSorted((a, b) => a - b);
  return [
    `Reading ${texts.length} comments of ${Math.round(texts.join('').length / texts.length)} characters on average`,
    `  a new reader, with its making: ${rate(rows.length, cold)}`,
    `  comments not seen before, after ${others.length} others: ${rate(unseen.length, median)}`,
    `  comments seen before: ${rate(rows.length, warm?.median)} (fastest ${rate(rows.length, warm?.fastest)}; aim: 10000)`,
    line('phrases of all sentences, those that can be said', times.get('sayable')),
    line('the same, following every way', times.get('threads'), {
      name: 'those that can be said',
      times: times.get('sayable'),
    }),
  ];
}

function commentsIn(file: string): readonly string[] {
  const content: { readonly comments: readonly { readonly text: string }[] } = JSON.parse(
    readFileSync(join(import.meta.dirname, '..', file), 'utf8'),
  );
  return content.comments.map(({ text }) => text);
}
