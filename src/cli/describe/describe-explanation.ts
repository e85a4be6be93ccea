import type { ObjectiveExplanation } from '../../app/advice/explain.ts';
import type { GroupTrace, RuleTrace, TestTrace } from '../../engine/json-rules.ts';
import type { CeilingCause } from '../../model/advice.ts';
import { controlWord } from '../../model/control-word.ts';
import type { HeldText } from '../../model/criterion.ts';
import { dayWords } from '../../model/day-words.ts';
import { uptakeGroupWords } from '../../model/uptake-group-words.ts';
import { clauseOf } from '../../pack/describe-condition.ts';
import { describeSeen, describeTest } from '../../pack/describe-test.ts';
import type { Pack } from '../../pack/pack.ts';
import { terminal } from '../terminal/terminal.ts';
import { describeEvidence, describeOutcome } from './describe-criteria.ts';
import { indented, wrap } from './wrap.ts';

/** One objective in full, as lines of a width. */
export function describeExplanation(
  explanation: ObjectiveExplanation,
  pack: Pack,
  width: number,
): readonly string[] {
  const { advice, objective, section } = explanation;
  const part = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [...wrap(title, width).map(terminal.heading), ...lines, ''];
  const text = (content: string, indent = 0) => indented(content, width, indent);
  return [
    ...text(`${objective.description} Section: ${section.name}.`),
    '',
    ...(advice.state === 'scored'
      ? [
          ...text(
            `Score ${advice.score.label}; ceiling ${advice.ceiling.level}; target ${advice.target.level} (${advice.target.stance}).`,
          ),
          ...(advice.target.uptake === undefined
            ? []
            : text(`Peers, ${uptakeGroupWords([advice.target.uptake])}: ${advice.target.uptake.words}.`)),
          '',
          ...part('Why this target', text(advice.target.because)),
          ...part('Why this ceiling', [
            ...text(advice.ceiling.because),
            ...advice.ceiling.causes.flatMap((cause) => describeCause(cause, pack, width)),
          ]),
        ]
      : [...text(`Not scored: ${advice.reason}`), '']),
    ...part('What the comment says, beside what the standard says', [
      ...explanation.bothTexts.flatMap(({ level, levelName, rubric, comment, causeName }) => [
        ...text(`Level ${level} ${levelName}, ${causeName}`),
        ...comment.flatMap(({ quote }) => text(`Comment: “${quote}”`, 2)),
        ...text(`Standard${originOf(rubric)}: ${textOf(rubric)}`, 2),
      ]),
    ]),
    ...part(
      'Levels, with the text that is held for each',
      explanation.levels.flatMap(({ level, name, held, reached, target, ceiling }) => {
        const marks = [reached ? 'reached' : '', target ? 'target' : '', ceiling ? 'ceiling' : ''].filter(
          Boolean,
        );
        const mark = marks.length === 0 ? '' : ` [${marks.join(', ')}]`;
        return [
          ...text(`${level} ${name}${mark}${originOf(held)}`),
          ...text(textOf(held), 2),
          ...describePasted(explanation, level, width),
        ];
      }),
    ),
    ...part(
      `Statements, for the ${explanation.criteria.period} return`,
      describeOutcome(explanation.criteria, width),
    ),
    ...part(
      `Evidence, for the ${explanation.criteria.period} return`,
      describeEvidence(explanation.criteria, width),
    ),
    ...part(
      'History',
      explanation.history.flatMap(({ period, row }) => [
        ...text(`${period}: ${row.state === 'scored' ? row.score.label : row.state}`),
        ...text(row.text === '' ? 'No comment.' : row.text, 2),
      ]),
    ),
    ...part(
      'Circumstances',
      explanation.factors.flatMap(({ id, question, state }) => text(`${id}: ${state}. ${question}`)),
    ),
    ...part(
      'Links',
      explanation.links.flatMap(({ kind, direction, objective: other, name, citation }) =>
        text(`${linkWords[kind][direction]} ${other} ${name}: ${citation}`),
      ),
    ),
    ...part('Rules that were evaluated', [
      ...(explanation.trace?.ceilings ?? []).flatMap((rule) =>
        describeRule(rule, explanation.titles, pack, width),
      ),
      ...(explanation.trace?.targets ?? []).flatMap((rule) =>
        describeRule(rule, explanation.titles, pack, width),
      ),
    ]),
  ].slice(0, -1);
}

/** What an officer pasted for a level, labelled so. */
function describePasted({ criteria }: ObjectiveExplanation, level: number, width: number): readonly string[] {
  const one = criteria.levels.find((each) => each.level === level);
  if (one === undefined || one.pasted === null) return [];
  const { by, at } = one.pasted;
  return [
    ...indented(`Pasted by ${by} on ${dayWords(at.slice(0, 10))}:`, width, 2),
    ...one.statements.flatMap(({ text }) => indented(`- ${text}`, width, 4)),
  ];
}

const linkWords = {
  'waits-on': { out: 'waits on', in: 'is waited on by' },
  'shares-action': { out: 'shares its action with', in: 'shares its action with' },
  serves: { out: 'serves', in: 'is served by' },
} as const;

function describeCause(cause: CeilingCause, { causes }: Pack, width: number): readonly string[] {
  const name = causes.find(({ id }) => id === cause.cause)?.name ?? cause.cause;
  const notes = [
    `level ${cause.level}`,
    controlWord[cause.control],
    `from the ${cause.basis}`,
    cause.strength === 'hedged' ? 'only possible' : '',
    standingNotes[cause.basis === 'comment' ? cause.standing : 'standard'],
    cause.assumed ? 'assumed' : '',
    cause.overtaken ? 'overtaken by the score' : '',
    cause.binding ? 'sets the ceiling' : '',
  ].filter(Boolean);
  return [
    ...indented(`- ${name}: ${notes.join(', ')}`, width, 2),
    ...cause.evidence.flatMap(({ quote }) => indented(`“${quote}”`, width, 4)),
    ...indented(`Rule ${cause.rule}: ${cause.title}. ${cause.citation}.`, width, 4),
    ...(['until', 'reviewBy', 'waitsOn'] as const).flatMap((moment) => {
      const words = cause[moment];
      return words === null ? [] : indented(`${momentWords[moment]}: “${words.quote}”`, width, 4);
    }),
  ];
}

const standingNotes = {
  read: 'read, not confirmed',
  confirmed: 'confirmed',
  added: 'added by an officer',
  standard: '',
} as const;

const momentWords = { until: 'Until', reviewBy: 'To be looked at again', waitsOn: 'Waits on' } as const;

function describeRule(
  { rule, holds, condition }: RuleTrace,
  titles: Readonly<Record<string, string>>,
  pack: Pack,
  width: number,
): readonly string[] {
  return [
    ...indented(`${holds ? 'holds' : 'does not hold'}: ${rule}. ${titles[rule] ?? ''}.`, width, 0),
    ...describeGroup(condition, pack, width, 2),
  ];
}

function describeGroup(
  { group, members }: GroupTrace,
  pack: Pack,
  width: number,
  indent: number,
): readonly string[] {
  const opening = members.length > 1 ? indented(group === 'all' ? 'all of:' : 'any of:', width, indent) : [];
  const inner = members.length > 1 ? indent + 2 : indent;
  return [
    ...opening,
    ...members.flatMap((member) =>
      'group' in member
        ? describeGroup(member, pack, width, inner)
        : describeTestTrace(member, pack, width, inner),
    ),
  ];
}

function describeTestTrace(test: TestTrace, pack: Pack, width: number, indent: number): readonly string[] {
  const words = clauseOf(describeTest(test, pack));
  const seen = describeSeen(test.fact, test.seen);
  return indented(
    `${test.holds ? 'yes' : 'no'}: ${words}${seen === null ? '' : ` (${seen})`}`,
    width,
    indent,
  );
}

function originOf(held: HeldText): string {
  switch (held.held) {
    case 'full':
      return '';
    case 'as-quoted':
      return ' (as quoted by an organisation)';
    case 'principle':
      return ' (principle of the section)';
    case 'none':
      return '';
  }
}

function textOf(held: HeldText): string {
  return held.held === 'none' ? 'No text is held for this level.' : held.text;
}
