import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resolveView } from '../src/app/workspace/view-of.ts';
import type { Workspace } from '../src/app/workspace/workspace.ts';
import { commentReader } from '../src/engine/reading/comment-reader.ts';
import { sideBySide } from '../src/speed/side-by-side.ts';

/** The comments on which the rules were developed; those kept apart are left alone. */
const developed = ['first', 'second', 'third', 'fourth'];

/**
 * Comments read a second: by a new reader, by one that has read others before, and by one that has read these.
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
  const making = performance.now() - begun;
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

  const times = await sideBySide([{ name: 'warm', work: () => read(kept, rows) }], {
    rounds: 15,
    unmeasured: 5,
  });
  const rate = (count: number, milliseconds: number | undefined) =>
    `${Math.round((count / (milliseconds ?? Number.NaN)) * 1000)} comments a second`;
  const warm = times.get('warm');
  const [, , median] = unseenTimes.toSorted((a, b) => a - b);
  return [
    `Reading ${texts.length} comments of ${Math.round(texts.join('').length / texts.length)} characters on average`,
    `  making a reader: ${making.toFixed(1)} ms`,
    `  a new reader, with its making: ${rate(rows.length, cold)}`,
    `  comments not seen before, after ${others.length} others: ${rate(unseen.length, median)}`,
    `  comments seen before: ${rate(rows.length, warm?.median)} (fastest ${rate(rows.length, warm?.fastest)}; aim: 10000)`,
  ];
}

function commentsIn(file: string): readonly string[] {
  const content: { readonly comments: readonly { readonly text: string }[] } = JSON.parse(
    readFileSync(join(import.meta.dirname, '..', file), 'utf8'),
  );
  return content.comments.map(({ text }) => text);
}
