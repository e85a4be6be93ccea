import { type Condition, type FactTest, membersOf } from '../../model/condition.ts';
import type { Statement } from './statements.ts';

/** What a reading rule is asked about: a statement, the one before it in the same part, and the part. */
export interface StatementFacts {
  readonly part: string;
  readonly sentence: Statement;
  readonly before: Statement | null;
}

/**
 * Whether a condition of a reading rule holds for a statement, as json-rules-engine has it; it only asks for what can
 * decide it.
 * @throws for a fact or an operator that reading rules do not have, which is our mistake
 */
export function conditionHolds(condition: Condition, facts: StatementFacts): boolean {
  const holds = (member: FactTest | Condition): boolean =>
    'fact' in member ? testHolds(member, facts) : conditionHolds(member, facts);
  return 'all' in condition ? membersOf(condition).every(holds) : membersOf(condition).some(holds);
}

function testHolds({ fact, operator, value }: FactTest, { part, sentence, before }: StatementFacts): boolean {
  if (operator === 'says' || operator === 'doesNotSay') {
    const said = (fact === 'before' ? before : sentence)?.says(value) ?? false;
    return said === (operator === 'says');
  }
  if (fact === 'part') {
    switch (operator) {
      case 'equal':
        return part === value;
      case 'notEqual':
        return part !== value;
      case 'in':
        return value.includes(part);
      case 'notIn':
        return !value.includes(part);
    }
  }
  throw new Error(`A reading rule cannot ask whether ${fact} is ${operator} something.`);
}
