import type { Stance } from '../../model/advice.ts';
import type { Block } from '../../model/written-document.ts';
import { heading, paragraph } from './blocks.ts';
import { commonBlocks } from './common-blocks.ts';
import { conditionBlocks } from './condition-blocks.ts';
import { filledLater } from './filled-later.ts';
import { type BookSource, places } from './source.ts';

/** Which level is suggested for the next period. */
export function targetPart(source: BookSource): readonly Block[] {
  const { pack } = source;
  return [
    heading(2, 'Rules for targets', 'book-targets'),
    paragraph('', 'For every objective that is scored exactly one of these rules holds.'),
    ...pack.targets.flatMap((rule) => [
      heading(3, rule.title, places.rule('targets', rule.id)),
      paragraph('What it does:', stances[rule.stance]),
      ...conditionBlocks('It holds if', rule.when, pack),
      paragraph('What the advice then says:', `“${filledLater(rule.because)}”`),
      ...commonBlocks('targets', rule, source),
    ]),
  ];
}

/** What each stance suggests. */
const stances: Readonly<Record<Stance, string>> = {
  finish: 'the target is the level that is being worked towards (finish).',
  advance: 'the target is the next level (advance).',
  hold: 'the target is the level achieved (hold), which is a respectable target.',
  open: 'the target is the level achieved, with the next level open (open): it becomes a target when it has an owner and an action.',
};
