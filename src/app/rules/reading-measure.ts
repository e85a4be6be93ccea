import { type Static, Type } from 'typebox';
import type { Evaluator } from '../../engine/evaluate.ts';
import { type CommentMeasured, measureReading } from '../../engine/measure-reading.ts';
import type { Frozen } from '../../kernel/schema.ts';
import { CommentUse } from '../../model/comment-set.ts';
import type { CommentSet } from '../../pack/comments.ts';
import type { Pack } from '../../pack/pack.ts';
import { share } from '../../statistics/share.ts';
import { wilsonInterval } from '../../statistics/wilson-interval.ts';

const end = Type.Union([Type.Number(), Type.Null()], {
  description: 'An end of the 95% Wilson interval; null where n is 0.',
});
const shareOf = (description: string) =>
  Type.Object(
    {
      count: Type.Integer(),
      n: Type.Integer(),
      share: Type.Union([Type.Number(), Type.Null()], { description: 'count / n; null where n is 0.' }),
      low: end,
      high: end,
    },
    { description },
  );
const reasons = {
  precision: shareOf('Of the reasons read, each a cause with its strength, those that are meant.'),
  recall: shareOf('Of the reasons meant, those that are read.'),
};
const Misread = Type.Array(
  Type.Object({
    comment: Type.String(),
    cause: Type.String(),
    strength: Type.String(),
    quote: Type.String(),
  }),
);

/** How well the rules read comments of one use. */
export const ReadingMeasure = Type.Object({
  use: CommentUse,
  sets: Type.Array(Type.Object({ name: Type.String(), n: Type.Integer() })),
  n: Type.Integer({ description: 'Comments.' }),
  ...reasons,
  byCause: Type.Array(Type.Object({ cause: Type.String(), ...reasons }), {
    description: 'In the order of the causes.',
  }),
  levels: shareOf('Of the reasons found, those at the level that is meant.'),
  ceilings: shareOf('Of the comments, those that get the ceiling which the reasons meant put.'),
  cappedWrongly: shareOf('Of the comments that mean no stated reason, those that are capped all the same.'),
  decisions: shareOf('Of the comments, those whose decision to stay, or its absence, is read.'),
  stances: shareOf('Of the comments, those that get the stance meant.'),
  missed: Type.Union([Misread, Type.Null()], {
    description: 'Reasons meant and not read; null for comments kept apart, lest a rule be written by them.',
  }),
  wrong: Type.Union([Misread, Type.Null()], { description: 'Reasons read and not meant; null as above.' }),
});
export type ReadingMeasure = Frozen<Static<typeof ReadingMeasure>>;

/** How well a pack reads its sets of comments: an entry for each use that has a set; empty without sets. */
export async function readingMeasures(
  pack: Pack,
  evaluate: Evaluator,
  sets: readonly CommentSet[],
): Promise<readonly ReadingMeasure[]> {
  const measures: ReadingMeasure[] = [];
  for (const use of ['to-write-by', 'kept-apart'] as const) {
    const used = sets.filter((set) => set.use === use);
    if (used.length === 0) continue;
    const comments = used.flatMap((set) => set.comments);
    measures.push(summary(pack, use, used, await measureReading(pack, evaluate, comments)));
  }
  return measures;
}

function summary(
  pack: Pack,
  use: CommentUse,
  sets: readonly CommentSet[],
  measured: readonly CommentMeasured[],
): ReadingMeasure {
  const all = (what: 'found' | 'missed' | 'wrong', cause?: string) =>
    measured.flatMap((one) => one[what].filter((each) => cause === undefined || each.cause === cause));
  const shares = (cause?: string) => {
    const found = all('found', cause).length;
    return {
      precision: withInterval(found, found + all('wrong', cause).length),
      recall: withInterval(found, found + all('missed', cause).length),
    };
  };
  const among = (
    comments: readonly CommentMeasured[],
    what: 'ceilingRight' | 'cappedWrongly' | 'decisionRight' | 'stanceRight',
  ) => withInterval(comments.filter((one) => one[what]).length, comments.length);
  const found = all('found');
  const misread = (what: 'missed' | 'wrong') =>
    use === 'kept-apart'
      ? null
      : measured.flatMap(({ id, [what]: list }) =>
          list.map(({ cause, strength, quote }) => ({ comment: id, cause, strength, quote })),
        );
  return {
    use,
    sets: sets.map(({ name, comments }) => ({ name, n: comments.length })),
    n: measured.length,
    ...shares(),
    byCause: pack.causes.map(({ id }) => ({ cause: id, ...shares(id) })),
    levels: withInterval(found.filter(({ levelRight }) => levelRight).length, found.length),
    ceilings: among(measured, 'ceilingRight'),
    cappedWrongly: among(
      measured.filter(({ meantOpen }) => meantOpen),
      'cappedWrongly',
    ),
    decisions: among(measured, 'decisionRight'),
    stances: among(measured, 'stanceRight'),
    missed: misread('missed'),
    wrong: misread('wrong'),
  };
}

function withInterval(count: number, n: number): ReadingMeasure['precision'] {
  const { low, high } = wilsonInterval(count, n) ?? { low: null, high: null };
  return { ...share(count, n), low, high };
}
