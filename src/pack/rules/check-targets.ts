import { type Diagnostic, type DiagnosticCode, diagnose } from '../../kernel/diagnostics.ts';
import { testsOf } from '../../model/condition.ts';
import type { TargetRule } from '../../model/target-rule.ts';
import type { PackContent } from '../pack.ts';
import { liftsOf, variablesOf } from './fact-cases.ts';
import { describeCase, type Finding, findCase, type Wanted } from './find-case.ts';

const mostRules = 150;

/**
 * What is wrong with target rules taken together: in some case two hold or none does, a target is above its ceiling,
 * or a target falls when a limit is lifted. Each is decided over every case that the facts can have.
 */
export function checkTargets(content: PackContent): readonly Diagnostic[] {
  const { targets } = content;
  const tests = targets.flatMap(({ when }) => testsOf(when));
  if (targets.length > mostRules) return [undecided('/rules', `${targets.length} rules`)];
  const variables = variablesOf(content, 'targets', tests);
  const find = (...wanted: readonly Wanted[]) => findCase(variables, wanted);
  const holds = ({ when }: TargetRule): Wanted => ({ condition: when, holds: true });

  const overlaps = targets.flatMap((rule, index) =>
    targets.slice(0, index).flatMap((other) =>
      found(find(holds(rule), holds(other)), index, (seen) =>
        tell('pack/target-overlap', rule, index, 'when', {
          seen: `with rule ${other.id} where ${seen}`,
          allowed: 'exactly one rule in each case',
          repair: 'Add a test to one of the two that leaves this case to the other.',
        }),
      ),
    ),
  );
  const gap = found(find(...targets.map((rule) => ({ ...holds(rule), holds: false }))), 0, (seen) =>
    diagnose('pack/target-gap', {
      file: 'targets.json',
      place: 'rules',
      path: '/rules',
      seen: `none where ${seen}`,
      allowed: 'exactly one rule in each case',
      repair: 'Add a rule for this case, or widen one.',
    }),
  );
  const noRoom = {
    condition: { all: [{ fact: 'room', operator: 'equal', value: 0 }] },
    holds: true,
  } as const;
  const [test] = noRoom.condition.all;
  const above = targets.flatMap((rule, index) => {
    if (rule.stance === 'hold') return [];
    const cases = variablesOf(content, 'targets', [...testsOf(rule.when), test]);
    return found(findCase(cases, [holds(rule), noRoom]), index, (seen) =>
      tell('pack/target-above-ceiling', rule, index, 'when', {
        seen: `stance ${rule.stance} where ${seen}`,
        allowed: 'stance hold where room is 0',
        repair: 'Add { "fact": "room", "operator": "greaterThan", "value": 0 } to an "all" around it.',
      }),
    );
  });
  return [...overlaps, ...gap, ...above, ...(overlaps.length > 0 ? [] : falls(content, targets))];
}

/** Targets that fall when there is more room, or when a circumstance is there. */
function falls(content: PackContent, targets: readonly TargetRule[]): readonly Diagnostic[] {
  const tests = targets.flatMap(({ when }) => testsOf(when));
  const variables = variablesOf(content, 'targets', tests);
  const upper = ({ stance }: TargetRule) => stance === 'finish' || stance === 'advance';
  return liftsOf(content, tests).flatMap((lift) => {
    const others = variables.filter(({ facts }) => !facts.some((fact) => lift.facts.includes(fact)));
    return targets.flatMap((before, index) => {
      if (!upper(before)) return [];
      return targets.flatMap((then) => {
        if (upper(then)) return [];
        const wanted = [
          { condition: before.when, holds: true },
          { condition: then.when, holds: true, lifted: true },
        ];
        return found(findCase([lift, ...others], wanted), index, (seen) =>
          tell('pack/lifting-lowers', before, index, 'when', {
            seen: `where ${seen}; with ${lift.facts.length > 1 ? 'more room' : `${lift.facts[0]} yes`}, rule ${then.id} holds`,
            allowed: 'a target that stays or rises when a limit is lifted',
            repair: `Let rule ${then.id} hold in the first case too, or this one in the second.`,
          }),
        );
      });
    });
  });
}

function found(finding: Finding, index: number, tellOf: (seen: string) => Diagnostic): readonly Diagnostic[] {
  if (finding === null) return [];
  return [
    finding === 'undecided' ? undecided(`/rules/${index}`, 'too many cases') : tellOf(describeCase(finding)),
  ];
}

function tell(
  code: DiagnosticCode,
  { id }: TargetRule,
  index: number,
  key: string,
  detail: { readonly seen: string; readonly allowed: string; readonly repair: string },
): Diagnostic {
  return diagnose(code, {
    file: 'targets.json',
    place: `rule ${id}`,
    path: `/rules/${index}/${key}`,
    ...detail,
  });
}

function undecided(path: string, seen: string): Diagnostic {
  return diagnose('pack/undecided', {
    file: 'targets.json',
    place: 'rules',
    path,
    seen,
    allowed: `at most ${mostRules} rules, of about sixty facts`,
    repair: 'Write fewer and plainer rules if you want to know that exactly one holds in each case.',
  });
}
