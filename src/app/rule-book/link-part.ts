import { objectiveName } from '../../model/framework-names.ts';
import type { Link } from '../../model/link.ts';
import type { Block, Words } from '../../model/written-document.ts';
import { heading, paragraph, plainList } from './blocks.ts';
import { filledLater } from './filled-later.ts';
import type { BookSource } from './source.ts';

const kinds: Readonly<Record<Link['kind'], string>> = {
  'waits-on': 'waits on',
  'shares-action': 'shares its action with',
  serves: 'serves',
};

/** How objectives hang together, and what can be asked where texts do not sit together. */
export function linkPart({ pack }: BookSource): readonly Block[] {
  const { framework, links, challenges } = pack;
  const names = (numbers: readonly number[]) =>
    numbers.map((number) => objectiveName(framework, number)).join(', ');
  const questions = Object.values(challenges.kinds);
  return [
    heading(2, 'Links between objectives', 'book-links'),
    ...(links.length === 0
      ? [paragraph('', 'None are held.')]
      : plainList(
          links.map(
            ({ kind, objectives, with: others, citation }): Words => [
              `${names(objectives)} ${kinds[kind]} ${names(others)}. Rests on: ${citation}`,
            ],
          ),
        )),
    ...(questions.length === 0
      ? []
      : [
          heading(2, 'Questions that can be asked', 'book-questions'),
          {
            kind: 'table' as const,
            caption: 'What is asked where score, standard, comment and other objectives do not sit together',
            head: ['When', 'Question'],
            rows: questions.map(({ title, question }): readonly Words[] => [
              [title],
              [filledLater(question)],
            ]),
          },
        ]),
  ];
}
