import { testsOf } from '../../model/condition.ts';
import type { ReadingRule } from '../../model/reading-rules.ts';
import type { Block, Words } from '../../model/written-document.ts';
import { signalsOf } from '../../pack/facts.ts';
import type { Pack } from '../../pack/pack.ts';
import { plainName } from '../../pack/plain-name.ts';
import { ended, heading, joined, paragraph } from './blocks.ts';
import { commonBlocks } from './common-blocks.ts';
import { conditionBlocks } from './condition-blocks.ts';
import { exampleList, examplesOf } from './phrase-examples.ts';
import { type BookSource, places } from './source.ts';

/** How comments are read: what they can say, and every rule that finds it. */
export function readingPart(source: BookSource): readonly Block[] {
  const { pack } = source;
  const turn = examplesOf(pack.reading.contrast, pack)
    .map((example) => `“${example}”`)
    .join(', ');
  return [
    heading(2, 'How comments are read', 'book-reading'),
    paragraph(
      '',
      `Each sentence of a comment is read by itself; where it turns (${turn}), each half by itself. The words of the standard that a comment repeats are left out, and so are requirements: they say what a level asks, not what stands in the way. A rule that holds for a sentence says what the sentence means.`,
    ),
    heading(3, 'What comments can say', places.signals),
    signalTable(pack),
    ...pack.reading.rules.flatMap((rule) => ruleBlocks(rule, source)),
  ];
}

function ruleBlocks(rule: ReadingRule, source: BookSource): readonly Block[] {
  const { pack } = source;
  const sets = testsOf(rule.when).flatMap(({ operator, value }) =>
    operator === 'says' ? [String(value)] : [],
  );
  return [
    heading(3, rule.title, places.rule('reading', rule.id)),
    paragraph('What it does:', meaningOf(rule.reads)),
    ...conditionBlocks('It holds for a sentence if', rule.when, pack),
    ...(sets.length === 0 ? [] : [paragraph('What counts as saying it, for example:')]),
    ...exampleList([...new Set(sets)], pack),
    ...commonBlocks('reading', rule, source),
  ];
}

const pathMeanings = {
  leads: 'the sentence is taken as an action or a course that leads to the next level.',
  explores:
    'the sentence is taken as an exploration. It leads to the next level only where it shares telling words with what that level asks, or with the obstacle.',
  maintains: 'the sentence is taken as an action that keeps the present level.',
} as const;

function meaningOf(reads: ReadingRule['reads']): string {
  if (reads.kind === 'path') return pathMeanings[reads.path];
  const name = plainName(reads.signal);
  return reads.strength === 'stated'
    ? `the sentence states “${name}”, as a reason why a level is out of reach.`
    : `the sentence gives “${name}” only as a possibility. That is shown, and lowers nothing until somebody confirms it.`;
}

function signalTable(pack: Pack): Block {
  const rows = signalsOf(pack).map((signal): readonly Words[] => [
    [plainName(signal)],
    joined(
      pack.reading.rules
        .filter(({ reads }) => reads.kind === 'obstacle' && reads.signal === signal)
        .map(({ id, title }) => ({ text: ended(title), to: places.rule('reading', id) })),
    ),
    joined(
      pack.ceilings
        .filter((rule) => rule.basis === 'comment' && rule.signal === signal)
        .map(({ id, title }) => ({ text: ended(title), to: places.rule('ceilings', id) })),
    ),
  ]);
  return {
    kind: 'table',
    caption: 'Obstacles that a comment can give',
    head: ['What is said', 'Rules that read it', 'Rules that answer it with a ceiling'],
    rows,
  };
}
