import type { Span } from '../../model/span.ts';
import { noViews, type Views } from '../../model/views.ts';
import type { Pack } from '../../pack/pack.ts';
import { cellParts, type Part } from './parts.ts';
import { quotationsIn } from './quotations.ts';
import { sentencesIn, trimmed } from './sentences.ts';
import type { Statement, StatementReader } from './statements.ts';

/** The views of one cell, built up while its sentences are read in order. */
type Building = { -readonly [Key in keyof Views]: Views[Key] };

/** Finds the views of a cell's text with the pack's labels and markers. */
export function viewReader(pack: Pack, statements: StatementReader): (text: string) => Views {
  const partsOf = cellParts(pack);
  return (text) => {
    const views: Building = { ...noViews };
    for (const part of partsOf(text)) readPart(text, part, views, pack, statements);
    return views;
  };
}

function readPart(text: string, part: Part, views: Building, pack: Pack, statements: StatementReader): void {
  const { markers } = pack.reading;
  let quoting: Span | null = null;
  let own: Span[] = [];
  let from = part.start;
  for (const segment of sentencesIn(text, part)) {
    const sentence = trimmed(text, { start: Math.max(segment.start, from), end: segment.end });
    if (!/[\p{L}\p{N}]/u.test(text.slice(sentence.start, sentence.end))) continue;
    const said = statements.whole(text, sentence);
    const requirement = said.match(markers.requirement);
    const isRequirement = requirement !== null && requirement.start === 0;
    const ends = isRequirement || said.says(markers.noFurtherAction);
    const lead = said.match(markers.criterion);
    if (quoting === null && lead !== null && views.criterion === null && part.kind === 'commentary') {
      keep(own, part, views);
      own = [];
      quoting = criterionAfter(text, said, lead.end, sentence.end);
      views.criterionLevel = lead.level;
      views.criterion = quoting;
      if (isQuoted(text, quoting)) {
        from = quoting.end + 1;
        const rest = trimmed(text, { start: from, end: sentence.end });
        if (/[\p{L}\p{N}]/u.test(text.slice(rest.start, rest.end))) own.push(rest);
        quoting = null;
      }
      continue;
    }
    if (quoting !== null && !ends) {
      quoting = { start: quoting.start, end: sentence.end };
      views.criterion = quoting;
      continue;
    }
    quoting = null;
    own.push(sentence);
    if (isRequirement)
      views.requirements = [...views.requirements, { ...sentence, level: requirement.level }];
    markSentence(said, sentence, views, pack);
  }
  keep(own, part, views);
}

/** Sentences that follow each other are one span of their part. */
function keep(own: readonly Span[], part: Part, views: Building): void {
  const [first, last] = [own[0], own.at(-1)];
  if (first === undefined || last === undefined) return;
  const span = { start: first.start, end: last.end };
  if (part.kind === 'action') views.actions = [...views.actions, span];
  else views.commentary = [...views.commentary, span];
}

/** The criterion begins after its marker, and ends with its quotation marks where it has them. */
function criterionAfter(text: string, said: Statement, word: number, end: number): Span {
  const after = said.words[word - 1]?.end ?? end;
  const lead = /^[\s:–-]*/u.exec(text.slice(after, end))?.[0].length ?? 0;
  const start = after + lead;
  const quotation = quotationsIn(text).find((span) => span.start - 1 === start);
  return quotation ?? { start, end };
}

function isQuoted(text: string, span: Span): boolean {
  return quotationsIn(text).some(({ start, end }) => start === span.start && end === span.end);
}

function markSentence(said: Statement, sentence: Span, views: Building, pack: Pack): void {
  const { markers } = pack.reading;
  if (said.says(markers.noFurtherAction)) views.noFurtherAction ??= sentence;
  if (said.says(markers.carriedForward)) views.carriedForward ??= sentence;
  if (said.says(markers.asPrevious)) views.asPrevious ??= sentence;
  const standard = said.match(markers.agreedStandard);
  if (standard !== null) views.agreedStandard ??= { ...sentence, level: standard.level };
}
