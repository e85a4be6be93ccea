import type { CaseResult } from '../../engine/run-cases.ts';
import { levelName, objectiveName } from '../../model/framework-names.ts';
import type { PackCase } from '../../model/pack-case.ts';
import type { Block } from '../../model/written-document.ts';
import type { Pack } from '../../pack/pack.ts';
import { ended, heading, joined, paragraph } from './blocks.ts';
import { stateWords } from './circumstance-part.ts';
import { type BookSource, places, type RuleKind } from './source.ts';

/** Every worked case: what is given, what must come out, and whether it does. */
export function casePart({ pack, cases }: BookSource): readonly Block[] {
  return [
    heading(2, 'Worked cases', 'book-cases'),
    paragraph(
      '',
      cases.length === 0
        ? 'There are none yet.'
        : 'Each case is answered by the rules when this book is made.',
    ),
    ...cases.flatMap((result) => [
      heading(3, result.case.sentence, places.case(result.case.id)),
      paragraph('Given:', givenSentence(result.case.given, pack)),
      paragraph('Expected:', expectedSentence(result.case.expected, pack)),
      paragraph('Comes out:', outcomeSentence(result)),
      paragraph('Rules that take part:', ...rulesOf(result, pack)),
    ]),
  ];
}

function givenSentence({ objective, score, comment, previous, factors = {} }: PackCase['given'], pack: Pack) {
  const circumstances = Object.entries(factors).map(([id, state]) => {
    const name = pack.factors.find((factor) => factor.id === id)?.name ?? id;
    return ` The circumstance “${name}” is ${stateWords[state]}.`;
  });
  const before =
    previous === undefined
      ? ''
      : ` ${ended(`The period before: scored ${previous.score}, ${commentWords(previous.comment)}`)}`;
  const now = `objective ${objectiveName(pack.framework, objective)} is scored ${score}, ${commentWords(comment)}`;
  return `${ended(now)}${before}${circumstances.join('')}`;
}

function commentWords(comment: string): string {
  return comment.trim() === '' ? 'without a comment' : `with the comment “${comment}”`;
}

const controls = {
  external: 'Lifting the ceiling is outside the organisation.',
  internal: 'Lifting the ceiling is within the organisation.',
  mixed: 'Lifting the ceiling is only partly within the organisation.',
} as const;

function expectedSentence(expected: PackCase['expected'], pack: Pack): string {
  const { ceiling, causes, control, target, stance, rule } = expected;
  const titles = (ids: readonly string[]) =>
    ids.map((id) => `“${pack.ceilings.find((each) => each.id === id)?.title ?? id}”`);
  return [
    ceiling === undefined ? '' : `The ceiling is ${levelName(pack.framework, ceiling)}.`,
    causes === undefined
      ? ''
      : causes.length === 0
        ? 'No rule for ceilings holds.'
        : `These rules for ceilings hold: ${titles(causes).join('; ')}.`,
    control === undefined ? '' : control === null ? 'No limit binds.' : controls[control],
    target === undefined ? '' : `The target is ${levelName(pack.framework, target)}.`,
    stance === undefined ? '' : `The stance is ${stance}.`,
    rule === undefined
      ? ''
      : `The rule for it is “${pack.targets.find(({ id }) => id === rule)?.title ?? rule}”.`,
  ]
    .filter(Boolean)
    .join(' ');
}

const whats: Readonly<Record<keyof PackCase['expected'], string>> = {
  ceiling: 'the ceiling',
  causes: 'what rules for ceilings hold',
  control: 'who could lift the ceiling',
  target: 'the target',
  stance: 'the stance',
  rule: 'the rule for the target',
};

function outcomeSentence({ passed, differences }: CaseResult): string {
  if (passed) return 'as expected.';
  const seen = differences.map(
    ({ what, seen, expected }) => `${whats[what]} is ${seen} in place of ${expected}`,
  );
  return `otherwise: ${ended(seen.join('; '))}`;
}

function rulesOf({ rules }: CaseResult, { reading, ceilings, targets }: Pack) {
  const known = [
    ...titled('reading', reading.rules),
    ...titled('ceilings', ceilings),
    ...titled('targets', targets),
  ];
  return joined(known.filter(({ id }) => rules.includes(id)).map(({ run }) => run));
}

function titled(kind: RuleKind, rules: readonly { readonly id: string; readonly title: string }[]) {
  return rules.map(({ id, title }) => ({ id, run: { text: ended(title), to: places.rule(kind, id) } }));
}
