import type { CeilingRule } from '../../model/ceiling-rule.ts';
import { levelName, objectiveName, sectionName } from '../../model/framework-names.ts';
import type { Block, Words } from '../../model/written-document.ts';
import type { Pack } from '../../pack/pack.ts';
import { plainName } from '../../pack/plain-name.ts';
import { heading, paragraph } from './blocks.ts';
import { commonBlocks } from './common-blocks.ts';
import { conditionBlocks } from './condition-blocks.ts';
import { controlSentences } from './control-sentences.ts';
import { type BookSource, places } from './source.ts';

/** What caps an objective, and at which level. */
export function ceilingPart(source: BookSource): readonly Block[] {
  const { pack } = source;
  return [
    heading(2, 'Rules for ceilings', 'book-ceilings'),
    ...pack.ceilings.flatMap((rule) => [
      heading(3, rule.title, places.rule('ceilings', rule.id)),
      paragraph('What it does:', ...effectOf(rule, pack)),
      ...(rule.basis === 'comment' ? [] : [paragraph('The words that need it:', `“${rule.quote}”`)]),
      ...causeBlocks(rule, pack),
      ...conditionBlocks('It holds if', rule.when, pack),
      ...commonBlocks('ceilings', rule, source),
    ]),
  ];
}

function effectOf(rule: CeilingRule, { framework }: Pack): Words {
  if (rule.basis === 'comment') {
    return [
      'an objective whose comment says “',
      { text: plainName(rule.signal), to: places.signals },
      '” is limited to the level that the comment gives: one below a level that it names; else the level being worked towards; else the level achieved, of the period in which it was said.',
    ];
  }
  const below = framework.levels.map(({ level }) => level).filter((level) => level < rule.rulesOut);
  const [what, whose] =
    rule.basis === 'criterion'
      ? ['the objective', rule.objectives.map((number) => objectiveName(framework, number))]
      : ['every objective of the section', rule.sections.map((id) => `“${sectionName(framework, id)}”`)];
  const assumed =
    rule.basis === 'principle'
      ? ' It is assumed, because it rests on the principle of the section and not on the words for the objective.'
      : '';
  return [
    `limits ${what} ${whose.join(' and ')} to level ${levelName(framework, Math.max(...below))}: level ${levelName(framework, rule.rulesOut)} is out of reach.${assumed}`,
  ];
}

function causeBlocks({ cause, factor }: CeilingRule, { causes, factors }: Pack): readonly Block[] {
  const found = causes.find(({ id }) => id === cause);
  const lift = factors.find(({ id }) => id === factor);
  return [
    paragraph(
      'Cause:',
      { text: found?.name ?? cause, to: places.causes },
      found === undefined ? '.' : `. ${controlSentences[found.control]}`,
    ),
    lift === undefined
      ? paragraph('What would lift it:', 'no circumstance. Ask again whether the reason still holds.')
      : paragraph(
          'What would lift it:',
          'a yes to the circumstance “',
          { text: lift.name, to: places.circumstances },
          `”: ${lift.question}`,
        ),
  ];
}
