import { countedNoun } from '../../model/counted-noun.ts';
import { levelName } from '../../model/framework-names.ts';
import { noPlanningRules } from '../../model/planning-rules.ts';
import type { Block } from '../../model/written-document.ts';
import { requestedDays } from '../../planning/step-days.ts';
import { heading, paragraph, plainList, strong } from './blocks.ts';
import type { BookSource } from './source.ts';

/** What a plan assumes until the organisation says otherwise: days of each step, levels a year, and what a level counts. */
export function planningPart({ pack: { framework, planning } }: BookSource): readonly Block[] {
  const { levelsAYear, worth, note } = planning;
  const daysOf = requestedDays(planning, { days: 0 });
  const levels = framework.levels.map(({ level }) => level).toSorted((a, b) => a - b);
  const none = noPlanningRules;
  return [
    heading(2, 'What a plan assumes', 'book-planning'),
    paragraph(
      '',
      'The plan that is suggested is the set of targets that gains the most in the officer-days that there are; none of them is above its ceiling. What follows holds until the organisation gives its own days, weights or levels a year.',
    ),
    {
      kind: 'table',
      caption: 'Officer-days of a step of one level',
      head: ['Step', 'Officer-days'],
      rows: levels
        .slice(1)
        .map((level, index) => [
          [`From ${levelName(framework, levels[index] ?? level)} to ${levelName(framework, level)}`],
          [`${daysOf(0, level)}, assumed`],
        ]),
    },
    ...plainList([
      [`An objective rises by ${countedNoun(levelsAYear, 'level')} a year at most.`],
      [
        `In the gain, a level up to the suggested target counts ${worth.suggested}, and one above it ${worth.open}. The weights that the organisation gives multiply this.`,
      ],
      [
        'Where objectives share an action, the days of its first step are paid once. An objective that waits on another rises only if the other rises too, or is there already.',
      ],
    ]),
    paragraph(
      'Rests on:',
      `an assumption of these rules, not a sentence of the standard. Wherever such officer-days are shown, this is said of them: “${note}”.`,
    ),
    paragraph(
      '',
      strong('In the files: '),
      `planning.json. Where a pack has none: ${countedNoun(none.stepDays, 'day')} a step, ${countedNoun(none.levelsAYear, 'level')} a year, and every level counts ${none.worth.suggested}.`,
    ),
  ];
}
