import type { Condition } from '../../model/condition.ts';
import type { Block, ListItem, Words } from '../../model/written-document.ts';
import { type DescribedCondition, describeCondition } from '../../pack/describe-condition.ts';
import type { DescribedTest } from '../../pack/describe-test.ts';
import type { Pack } from '../../pack/pack.ts';
import { strong } from './blocks.ts';
import { places } from './source.ts';

/**
 * A condition as a sentence, or as a nested list where it has several tests.
 * @param opening what it is that must hold: "It holds for a sentence if"
 */
export function conditionBlocks(opening: string, when: Condition, pack: Pack): readonly Block[] {
  const described = describeCondition(when, pack);
  if (!('group' in described))
    return [{ kind: 'paragraph', words: [strong(`${opening} `), ...clauseWords(described), '.'] }];
  return [
    { kind: 'paragraph', words: [strong(`${opening} ${described.words}:`)] },
    { kind: 'list', items: described.members.map(itemOf) },
  ];
}

function itemOf(described: DescribedCondition): ListItem {
  return 'group' in described
    ? { words: [`${described.words}:`], items: described.members.map(itemOf) }
    : { words: clauseWords(described), items: [] };
}

function clauseWords({ before, named, after }: DescribedTest): Words {
  if (named === null) return [before];
  const to =
    named.kind === 'phrases'
      ? places.phrases(named.id)
      : named.kind === 'signal'
        ? places.signals
        : places.circumstances;
  return [before, '“', { text: named.text, to }, '”', after];
}
