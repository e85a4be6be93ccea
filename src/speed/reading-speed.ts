import { commentReader } from '../engine/reading/comment-reader.ts';
import { inputOfCase } from '../engine/run-cases.ts';
import type { AssessmentRow } from '../model/assessment.ts';
import type { Pack } from '../pack/pack.ts';
import { sideBySide, type Times } from './side-by-side.ts';

/** How fast comments are read. */
export interface ReadingSpeed {
  readonly comments: number;
  /** Of them all together. */
  readonly characters: number;
  readonly times: Times;
  readonly perSecond: number;
}

/**
 * How fast comments are read: those of a pack's worked cases in turn, one at a time, each with a word of its own in
 * every sentence, so that none is read that was read before. Null for a pack without cases.
 * @throws Problem PACK_BROKEN for a case whose score cannot be read
 */
export async function readingSpeed(pack: Pack, comments: number): Promise<ReadingSpeed | null> {
  const worked = pack.cases.flatMap((each) => inputOfCase(each, pack).assessment.rows);
  if (worked.length === 0) return null;
  const read = commentReader(pack);
  let written = 0;
  const round = (): readonly AssessmentRow[] =>
    Array.from({ length: comments }, (_, index) => {
      const row = worked[index % worked.length];
      if (row === undefined) throw new Error('no row');
      written += 1;
      return { ...row, text: marked(row.text, written) };
    });
  const rounds = 3;
  const [unmeasured, ...measured] = Array.from({ length: rounds + 1 }, round);
  const left = [...measured];
  for (const row of unmeasured ?? []) read(row, '2000');
  const times = await sideBySide(
    [
      {
        name: 'reading',
        work: () => {
          for (const row of left.shift() ?? []) read(row, '2000');
        },
      },
    ],
    { rounds, unmeasured: 0 },
  );
  const taken = times.get('reading') ?? { median: Number.NaN, fastest: Number.NaN };
  return {
    comments,
    characters: (measured[0] ?? []).reduce((sum, { text }) => sum + text.length, 0),
    times: taken,
    perSecond: (comments / taken.median) * 1000,
  };
}

/** A text with a word before the end of each sentence that no other number gives: letters alone, so that it is no level. */
function marked(text: string, number: number): string {
  const word = `zq${[...number.toString()].map((digit) => 'bcdfghjklm'[Number(digit)]).join('')}`;
  return text.replace(/[.!?](?=\s|$)/g, (mark) => ` ${word}${mark}`);
}
