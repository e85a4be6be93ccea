import { type Diagnostic, type DiagnosticCode, diagnose } from '../../kernel/diagnostics.ts';
import type { CeilingRule } from '../../model/ceiling-rule.ts';
import { type Condition, testsOf } from '../../model/condition.ts';
import type { Stage } from '../facts.ts';
import type { PackContent } from '../pack.ts';
import { shortList } from '../short-words.ts';
import { type FactCase, variablesOf } from './fact-cases.ts';
import { describeCase, findCase, type Wanted } from './find-case.ts';

interface Rule {
  readonly id: string;
  readonly when: Condition;
}

/** Rules that by themselves cannot be meant: they never hold, always do, or cap for good. */
export function checkSingleRules(content: PackContent): readonly Diagnostic[] {
  return [
    ...content.reading.rules.flatMap((rule, index) => plain(content, 'reading', rule, index)),
    ...content.ceilings.flatMap((rule, index) => ceiling(content, rule, index)),
    ...content.targets.flatMap((rule, index) => plain(content, 'targets', rule, index)),
  ];
}

/** A report on the rule at an index. */
function report(stage: Stage, { id, when }: Rule, index: number) {
  return (
    code: DiagnosticCode,
    key: string,
    seen: string | null,
    allowed: string,
    repair: string,
  ): Diagnostic =>
    diagnose(code, {
      file: `${stage}.json`,
      place: `rule ${id}`,
      path: `/rules/${index}/${key}`,
      seen:
        seen ?? shortList(testsOf(when).map(({ fact, operator, value }) => `${fact} ${operator} ${value}`)),
      allowed,
      repair,
    });
}

function plain(content: PackContent, stage: Stage, rule: Rule, index: number): readonly Diagnostic[] {
  const tell = report(stage, rule, index);
  const variables = variablesOf(content, stage, testsOf(rule.when));
  const holding = findCase(variables, [{ condition: rule.when, holds: true }]);
  if (holding === 'undecided') return [tell(...undecided)];
  if (holding === null) return [tell(...never)];
  const only = stage === 'targets' && content.targets.length === 1;
  if (only || findCase(variables, [{ condition: rule.when, holds: false }]) !== null) return [];
  return [tell(...always)];
}

function ceiling(content: PackContent, rule: CeilingRule, index: number): readonly Diagnostic[] {
  const tell = report('ceilings', rule, index);
  const tests = testsOf(rule.when);
  const find = (keeps: (value: FactCase) => boolean, ...wanted: readonly Wanted[]) =>
    findCase(variablesOf(content, 'ceilings', tests, keeps), wanted);
  const holds = { condition: rule.when, holds: true };

  const holding = find((value) => isAbout(content, rule, value), holds);
  if (holding === 'undecided') return [tell(...undecided)];
  if (holding === null) return [tell(...never)];
  if (find(() => true, { ...holds, holds: false }) === null) return [tell(...always)];

  const { factor } = rule;
  const named = `factor.${factor}`;
  if (factor !== null) {
    const still = find((value) => isAbout(content, rule, value) && (value[named] ?? 'yes') === 'yes', holds);
    if (still === null) return [];
    const where = describeCase(still === 'undecided' ? {} : { ...still, [named]: 'yes' });
    const seen = `it holds where ${where}`;
    const repair = `Add { "fact": "${named}", "operator": "notEqual", "value": "yes" } to an "all" around it.`;
    return [tell('pack/factor-untested', 'factor', seen, `a condition that ${named} yes ends`, repair)];
  }
  const tested = [...new Set(tests.map(({ fact }) => fact))].filter((fact) => fact.startsWith('factor.'));
  if (rule.basis !== 'comment') {
    const lifted = (value: FactCase) =>
      isAbout(content, rule, value) &&
      Object.entries(value).every(
        ([fact, each]) =>
          (!fact.startsWith('factor.') || each === 'yes') && (!fact.startsWith('said.') || each === 'none'),
      );
    if (find(lifted, holds) !== null) {
      const seen = 'no circumstance, and it holds whatever the comment says';
      const repair = 'Name the circumstance under "factor" and test that it is not "yes".';
      return [tell('pack/not-liftable', 'factor', seen, 'a circumstance, or a comment to review', repair)];
    }
  }
  if (tested.length === 0) return [];
  const repair = 'Name it under "factor", so that pages offer it as a switch.';
  return [
    tell('pack/factor-unnamed', 'factor', `null, and ${tested.join(', ')} tested`, tested.join(', '), repair),
  ];
}

/** Whether facts can be so where a rule is asked: of its own objectives, and of comments that raise its signal. */
function isAbout({ framework }: PackContent, rule: CeilingRule, value: FactCase): boolean {
  if (rule.basis === 'comment') return value[`said.${rule.signal}`] !== 'none';
  const number = value['objective'];
  if (number === undefined) return true;
  if (rule.basis === 'criterion') return rule.objectives.some((each) => each === number);
  const objective = framework.objectives.find((each) => each.number === number);
  return objective !== undefined && rule.sections.includes(objective.section);
}

const never = [
  'pack/never-holds',
  'when',
  null,
  'a condition that some case meets',
  'Change a value, or "all" to "any"; or take the rule out.',
] as const;
const always = [
  'pack/always-holds',
  'when',
  null,
  'a condition that some case does not meet',
  'Change a value, or "any" to "all".',
] as const;
const undecided = [
  'pack/undecided',
  'when',
  'a condition with too many facts to try each case',
  'about sixty facts',
  'Write it as several rules if you want it checked.',
] as const;
