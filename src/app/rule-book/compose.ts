import type { Block, WrittenDocument } from '../../model/written-document.ts';
import { benchmarkPart } from './benchmark-part.ts';
import { ended, paragraph, plainList } from './blocks.ts';
import { casePart } from './case-part.ts';
import { ceilingPart } from './ceiling-part.ts';
import { circumstancePart } from './circumstance-part.ts';
import { linkPart } from './link-part.ts';
import { openingPart } from './opening-part.ts';
import { phrasePart } from './phrase-part.ts';
import { planningPart } from './planning-part.ts';
import { readingPart } from './reading-part.ts';
import type { BookSource } from './source.ts';
import { targetPart } from './target-part.ts';

/** The rule book: every rule of a pack in plain English. @param made the day, as `2026-01-02` */
export function composeRuleBook(source: BookSource, made: string): WrittenDocument {
  const { pack, touched } = source;
  const { framework } = pack;
  const blocks = [
    ...openingPart(source),
    ...circumstancePart(source),
    ...readingPart(source),
    ...ceilingPart(source),
    ...targetPart(source),
    ...planningPart(source),
    ...linkPart(source),
    ...benchmarkPart(source),
    ...phrasePart(source),
    ...casePart(source),
  ];
  return {
    title: `Rule book: ${framework.name}`,
    description:
      'Every rule by which comments are read, ceilings are set and targets are suggested, and what a plan assumes, in plain English.',
    provenance: [
      ended(`${framework.name}. ${framework.source}`),
      `Rules: ${pack.id}, version ${pack.version}, SHA-256 ${pack.sha256}.`,
      ...(touched === null
        ? []
        : [
            `The objectives that each rule touches are those of ${touched.organisation}, in the advice for ${touched.period} from the ${touched.basedOn} return.`,
          ]),
    ],
    made,
    blocks: [paragraph('In this book:'), ...contents(blocks), ...blocks],
  };
}

function contents(blocks: readonly Block[]): readonly Block[] {
  return plainList(
    blocks.flatMap((block) =>
      block.kind === 'heading' && block.level === 2 ? [[{ text: block.text, to: block.id }]] : [],
    ),
  );
}
