import { bottomLevel, topLevel } from '../../model/framework.ts';
import { levelName } from '../../model/framework-names.ts';
import type { Block } from '../../model/written-document.ts';
import { heading, paragraph, plainList } from './blocks.ts';
import type { BookSource } from './source.ts';

/** The levels, and how ceiling and target follow from score and comment. */
export function openingPart({ pack: { framework } }: BookSource): readonly Block[] {
  const { satisfactory } = framework;
  const top = topLevel(framework);
  return [
    heading(2, 'Levels, ceilings and targets', 'book-levels'),
    paragraph(
      '',
      `Each objective is scored on ${framework.levels.length} levels, from ${levelName(framework, bottomLevel(framework))} to ${levelName(framework, top)}. Level ${levelName(framework, satisfactory)} and above is satisfactory, and holding such a level is a respectable target.`,
    ),
    {
      kind: 'table',
      caption: 'Levels',
      head: ['Level', 'Name', 'Satisfactory'],
      rows: framework.levels
        .toSorted((a, b) => a.level - b.level)
        .map(({ level, name }) => [[String(level)], [name], [level >= satisfactory ? 'Yes' : 'No']]),
    },
    paragraph('How advice comes about:'),
    ...plainList([
      [
        'Reading. Each sentence of the comment is read by the rules for reading. They say whether it gives an obstacle, as a fact or as a possibility, or an action or course, and where that leads.',
      ],
      [
        'Ceiling. Every rule for ceilings that holds gives a limit: from the words of the standard, or from what the comment says. The ceiling is the lowest of these limits, and never below the level achieved. A limit that is only a possibility, and one below the level achieved, is shown and lowers nothing.',
      ],
      [
        `Where no rule holds, the ceiling is ${levelName(framework, top)} and the pages say “no limit stated”, which is not a promise.`,
      ],
      [
        'Target. Exactly one rule for targets holds. To finish or to advance is to go to the next level; to hold or to leave open is to stay. A target is never above its ceiling, nor below the level achieved.',
      ],
      [
        'An officer has the last word: a reading can be confirmed, corrected, added to or dismissed, with a reason.',
      ],
    ]),
  ];
}
