import { type Condition, type FactTest, membersOf } from '../model/condition.ts';
import { type DescribedTest, describeTest } from './describe-test.ts';
import type { PackContent } from './pack.ts';

/** A condition in plain English: a clause, or a group that says how many of its members must hold. */
export type DescribedCondition =
  | DescribedTest
  | {
      readonly group: 'all' | 'any';
      readonly words: string;
      readonly members: readonly DescribedCondition[];
    };

/**
 * A condition of the closed form in plain English, from the pack's own names.
 * @returns a clause where the condition is one test (a group of one says no more than its member), else a group
 */
export function describeCondition(
  condition: Condition | FactTest,
  content: Pick<PackContent, 'framework' | 'factors'>,
): DescribedCondition {
  if ('fact' in condition) return describeTest(condition, content);
  const members = membersOf(condition).map((member) => describeCondition(member, content));
  const [only, second] = members;
  if (only !== undefined && second === undefined) return only;
  return 'all' in condition
    ? { group: 'all', words: 'all of these hold', members }
    : { group: 'any', words: 'at least one of these holds', members };
}

/** A clause as one text. */
export function clauseOf({ before, named, after }: DescribedTest): string {
  return named === null ? before : `${before}“${named.text}”${after}`;
}

/** A condition as one sentence part: "all of these hold: …; …", groups inside in brackets. */
export function conditionSentence(described: DescribedCondition): string {
  if (!('group' in described)) return clauseOf(described);
  const members = described.members.map((member) =>
    'group' in member ? `(${conditionSentence(member)})` : conditionSentence(member),
  );
  return `${described.words}: ${members.join('; ')}`;
}
