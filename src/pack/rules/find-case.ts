import { type Condition, type FactTest, membersOf } from '../../model/condition.ts';
import { after, type FactCase, factOf, testHolds, type Variable } from './fact-cases.ts';

/** That a condition holds, or that it does not, before a limit is lifted or after. */
export interface Wanted {
  readonly condition: Condition;
  readonly holds: boolean;
  readonly lifted?: boolean;
}

/** A case in which all that is wanted is so; null if there is none; undecided if there are too many to look at. */
export type Finding = FactCase | null | 'undecided';

const mostVariables = 64;
const mostTests = 2_000_000;

/**
 * Looks for a case. It is exact: values are tried one variable at a time, and a branch is left as soon as
 * what is set so far decides against it.
 */
export function findCase(variables: readonly Variable[], wanted: readonly Wanted[]): Finding {
  if (variables.length > mostVariables) return 'undecided';
  let tests = 0;
  const ask = (test: FactTest, set: FactCase, lifted: boolean) => {
    tests += 1;
    const fact = factOf(test);
    const seen = lifted ? (set[after + fact] ?? set[fact]) : set[fact];
    return seen === undefined ? undefined : testHolds(test, seen);
  };
  const judge = (condition: Condition, set: FactCase, lifted: boolean): boolean | undefined => {
    const deciding = 'any' in condition;
    let open = false;
    for (const member of membersOf(condition)) {
      const holds = 'fact' in member ? ask(member, set, lifted) : judge(member, set, lifted);
      if (holds === deciding) return deciding;
      if (holds === undefined) open = true;
    }
    return open ? undefined : !deciding;
  };
  const search = (index: number, set: FactCase): Finding => {
    let open = false;
    for (const { condition, holds, lifted = false } of wanted) {
      const seen = judge(condition, set, lifted);
      if (seen === undefined) open = true;
      else if (seen !== holds) return null;
    }
    if (!open) return set;
    if (tests > mostTests) return 'undecided';
    for (const value of variables[index]?.values ?? []) {
      const found = search(index + 1, { ...set, ...value });
      if (found !== null) return found;
    }
    return null;
  };
  return search(0, {});
}

/** A case in words: "achieved 3, room 1, path none". */
export function describeCase(found: FactCase): string {
  const facts = Object.entries(found).filter(([fact]) => !fact.startsWith(after));
  return facts.length === 0 ? 'every case' : facts.map(([fact, value]) => `${fact} ${value}`).join(', ');
}
