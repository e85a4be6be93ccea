import type { CeilingCause, ScoredAdvice } from '../../model/advice.ts';
import type { GroupTrace, TestTrace } from '../json-rules.ts';
import type { ObjectiveTrace } from '../objective-stages.ts';

/** How one objective's ceiling answers to circumstances that become true. */
export interface Lifting {
  /** The circumstances that decide on its limits and are not there, in order of id. */
  readonly factors: readonly string[];
  /** The ceiling if these circumstances were there too. */
  readonly ceilingWith: (lifted: ReadonlySet<string>) => number;
  /** What limits it whatever circumstances are there, the lowest limit first. */
  readonly staying: readonly CeilingCause[];
}

/**
 * The ceiling of an objective as a function of circumstances, from what was evaluated: the tests of the circumstances
 * that become true are answered anew, all others stand. This is exact because a ceiling rule may test a circumstance
 * only with "not yes" (`pack/factor-direction`): one that becomes true can end a limit and never begin one.
 */
export function lifting({ ceiling }: ScoredAdvice, { ceilings }: ObjectiveTrace, top: number): Lifting {
  const limits = ceiling.causes
    .filter(({ strength, overtaken }) => strength === 'stated' && !overtaken)
    .flatMap((cause) => {
      const trace = ceilings.find(({ rule }) => rule === cause.rule);
      return trace === undefined ? [] : [{ cause, condition: trace.condition }];
    });
  const all = new Set(limits.flatMap(({ condition }) => factorsTested(condition)));
  const ending = limits.filter(({ condition }) => !holdsWith(condition, all));
  const factors = [...new Set(ending.flatMap(({ condition }) => factorsTested(condition)))].sort();
  const still = (lifted: ReadonlySet<string>) =>
    limits.filter(({ condition }) => holdsWith(condition, lifted)).map(({ cause }) => cause);
  return {
    factors,
    ceilingWith: (lifted) => Math.min(top, ...still(lifted).map(({ level }) => level)),
    staying: still(all).filter(({ level }) => level < top),
  };
}

const prefix = 'factor.';

/** The circumstances whose absence a condition rests on. */
function factorsTested(node: TestTrace | GroupTrace): readonly string[] {
  if ('members' in node) return node.members.flatMap(factorsTested);
  return node.holds && node.fact.startsWith(prefix) ? [node.fact.slice(prefix.length)] : [];
}

function holdsWith(node: TestTrace | GroupTrace, lifted: ReadonlySet<string>): boolean {
  if (!('members' in node))
    return node.holds && !(node.fact.startsWith(prefix) && lifted.has(node.fact.slice(prefix.length)));
  return node.group === 'all'
    ? node.members.every((member) => holdsWith(member, lifted))
    : node.members.some((member) => holdsWith(member, lifted));
}
