import { canonicalJson } from '../../kernel/canonical.ts';
import { type Diagnostic, type DiagnosticCode, diagnose } from '../../kernel/diagnostics.ts';
import type { CeilingRule } from '../../model/ceiling-rule.ts';
import { type Condition, testsOf } from '../../model/condition.ts';
import type { ReadingRule } from '../../model/reading-rules.ts';
import type { Stage } from '../facts.ts';
import type { PackContent } from '../pack.ts';
import { variablesOf } from './fact-cases.ts';
import { findCase } from './find-case.ts';

interface Placed {
  readonly id: string;
  readonly when: Condition;
  readonly index: number;
}

interface Comparison<Rule> {
  readonly stage: Stage;
  /** Rules with different keys have nothing to do with each other. */
  readonly keys: (rule: Rule) => readonly string[];
  /** Whether the first says nothing but what the second says. */
  readonly sameAnswer: (rule: Rule, other: Rule) => boolean;
  /** Whether the two must not be true of the same cases. */
  readonly contradicts: (rule: Rule, other: Rule) => boolean;
}

const mostCompared = 200;

/** Reading and ceiling rules that add nothing to another one, or that give another answer in the very same cases. */
export function checkShadows(content: PackContent): readonly Diagnostic[] {
  return [
    ...compare(
      content,
      content.reading.rules.map((rule, index) => ({ ...rule, index })),
      {
        stage: 'reading',
        keys: ({ reads }: ReadingRule) => [reads.kind === 'obstacle' ? `signal ${reads.signal}` : 'path'],
        sameAnswer: ({ reads }, other) => canonicalJson(reads) === canonicalJson(other.reads),
        contradicts: ({ reads }, other) => canonicalJson(reads) !== canonicalJson(other.reads),
      },
    ),
    ...compare(
      content,
      content.ceilings.map((rule, index) => ({ ...rule, index })),
      {
        stage: 'ceilings',
        keys: scopeOf,
        sameAnswer: (rule, other) =>
          rule.cause === other.cause &&
          rule.factor === other.factor &&
          scopeOf(rule).every((scope) => scopeOf(other).includes(scope)),
        contradicts: (rule, other) => rule.cause !== other.cause,
      },
    ),
  ];
}

/** What a ceiling rule caps, and at which level. */
function scopeOf(rule: CeilingRule): readonly string[] {
  switch (rule.basis) {
    case 'comment':
      return [`comment ${rule.signal}`];
    case 'criterion':
      return rule.objectives.map((objective) => `objective ${objective} under ${rule.rulesOut}`);
    case 'principle':
      return rule.sections.map((section) => `section ${section} under ${rule.rulesOut}`);
  }
}

function compare<Rule extends Placed>(
  content: PackContent,
  rules: readonly Rule[],
  { stage, keys, sameAnswer, contradicts }: Comparison<Rule>,
): readonly Diagnostic[] {
  const groups = Map.groupBy(
    rules.flatMap((rule) => keys(rule).map((key) => ({ key, rule }))),
    ({ key }) => key,
  );
  const pairs = new Map<string, readonly [Rule, Rule]>();
  const large: Diagnostic[] = [];
  for (const [key, members] of groups) {
    if (members.length > mostCompared) large.push(tooMany(stage, key, members.length));
    for (const [at, { rule }] of members.slice(0, mostCompared).entries())
      for (const { rule: other } of members.slice(0, at))
        pairs.set(`${rule.index} ${other.index}`, [rule, other]);
  }
  const implies = (rule: Rule, other: Rule) =>
    findCase(variablesOf(content, stage, [...testsOf(rule.when), ...testsOf(other.when)]), [
      { condition: rule.when, holds: true },
      { condition: other.when, holds: false },
    ]) === null;
  const shadowed = new Set<number>();
  const found = [...pairs.values()].flatMap(([rule, other]) => {
    if (contradicts(rule, other)) {
      return implies(rule, other) && implies(other, rule)
        ? [report('pack/contradiction', stage, rule, other)]
        : [];
    }
    const [narrow, wide] =
      sameAnswer(rule, other) && implies(rule, other)
        ? [rule, other]
        : sameAnswer(other, rule) && implies(other, rule)
          ? [other, rule]
          : [];
    if (narrow === undefined || wide === undefined || shadowed.has(narrow.index)) return [];
    shadowed.add(narrow.index);
    return [report('pack/shadowed', stage, narrow, wide)];
  });
  return [...large, ...found];
}

function report(code: DiagnosticCode, stage: Stage, { id, index }: Placed, other: Placed): Diagnostic {
  const at = { file: `${stage}.json`, place: `rule ${id}`, path: `/rules/${index}/when` };
  if (code === 'pack/shadowed')
    return diagnose(code, {
      ...at,
      seen: `wherever it holds, rule ${other.id} holds too and says the same`,
      allowed: 'a case that only this rule answers',
      repair: 'Take it out, or say what sets it apart.',
    });
  return diagnose(code, {
    ...at,
    seen: `it holds in the same cases as rule ${other.id}, which answers otherwise`,
    allowed: 'one answer for the same case',
    repair: 'Decide which of the two is meant, or test what sets them apart.',
  });
}

function tooMany(stage: Stage, key: string, count: number): Diagnostic {
  return diagnose('pack/undecided', {
    file: `${stage}.json`,
    place: key,
    path: '/rules',
    seen: `${count} rules for the same thing`,
    allowed: `at most ${mostCompared}`,
    repair: 'Write fewer if you want them compared with each other.',
  });
}
