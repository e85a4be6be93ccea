import type { Quoted } from '../../model/advice.ts';
import type { AssessmentRow } from '../../model/assessment.ts';
import { testsOf } from '../../model/condition.ts';
import type { Course, Obstacle, Reading } from '../../model/reading.ts';
import type { ReadingRule } from '../../model/reading-rules.ts';
import type { Score } from '../../model/score.ts';
import type { Span } from '../../model/span.ts';
import { type Pack, rubricText } from '../../pack/pack.ts';
import { aimedAt } from './aim.ts';
import { conditionHolds } from './condition-holds.ts';
import { matchedSpan } from './matched-span.ts';
import type { Part } from './parts.ts';
import { sentencesIn, withoutEndMark } from './sentences.ts';
import { type Statement, statementReader } from './statements.ts';
import { viewReader } from './views.ts';

/** Reads one row of one period: the views of its cell, and what its sentences say by the pack's rules. */
export type CommentReader = (row: AssessmentRow, period: string) => Reading;

/** What a sentence of a cell says, before its level is known; `sentence` is the span to quote. */
interface Said {
  readonly rule: ReadingRule;
  readonly statement: Statement;
  readonly sentence: Span;
  readonly named: number | null;
}

/**
 * The comment reader of a pack.
 *
 * cell → parts and views → sentences of commentary and actions (never of the criterion) → statements
 * → rules that hold → obstacles with their levels, and courses with their aims
 */
export function commentReader(pack: Pack): CommentReader {
  const statements = statementReader(pack);
  const viewsOf = viewReader(pack, statements);
  const rules = pack.reading.rules
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((rule) => ({ rule, quotesBefore: restsOnBefore(rule) }));

  return (row, period) => {
    const { text } = row;
    const views = viewsOf(text);
    const quote = (span: Span): Quoted => ({ period, quote: text.slice(span.start, span.end), ...span });
    const said: Said[] = [];
    for (const [part, spans] of [
      ['commentary', views.commentary],
      ['action', views.actions],
    ] as const) {
      for (const span of spans) said.push(...readPart(text, span, part));
    }
    const score = row.state === 'scored' ? row.score : null;
    const obstacles = score === null ? [] : obstaclesOf(said, score, quote);
    const aimed = aimedAt(pack, row.objective, [
      ...aimTexts(pack, row.objective, score),
      ...obstacles.map(({ words }) => words.quote),
      ...quotedRequirements(text, views.requirements),
    ]);
    return {
      objective: row.objective,
      period,
      score,
      text,
      views,
      obstacles,
      courses: coursesOf(said, quote, aimed),
      decision: views.noFurtherAction === null ? null : quote(withoutEndMark(text, views.noFurtherAction)),
    };
  };

  function readPart(text: string, span: Span, part: Part['kind']): readonly Said[] {
    const said: Said[] = [];
    let named: number | null = null;
    let before: Statement | null = null;
    for (const sentence of sentencesIn(text, span)) {
      named = statements.whole(text, sentence).match(pack.reading.levelMention)?.level ?? named;
      for (const statement of statements.own(text, sentence)) {
        const facts = { part, sentence: statement, before };
        for (const { rule, quotesBefore } of rules) {
          if (!conditionHolds(rule.when, facts)) continue;
          const start = quotesBefore ? (before?.start ?? sentence.start) : sentence.start;
          said.push({ rule, statement, sentence: withoutEndMark(text, { start, end: sentence.end }), named });
        }
        before = statement;
      }
    }
    return said;
  }

  function obstaclesOf(
    said: readonly Said[],
    score: Score,
    quote: (span: Span) => Quoted,
  ): readonly Obstacle[] {
    return said.flatMap(({ rule, statement, sentence, named }) => {
      if (rule.reads.kind !== 'obstacle') return [];
      const level =
        named !== null && named > score.achieved ? named - 1 : (score.workingTowards ?? score.achieved);
      const { signal, strength } = rule.reads;
      const words = quote(sentence);
      return [
        { rule: rule.id, signal, strength, standing: 'read', level, words, ...momentsIn(statement, quote) },
      ];
    });
  }

  function coursesOf(
    said: readonly Said[],
    quote: (span: Span) => Quoted,
    aimed: (action: string) => boolean,
  ): readonly Course[] {
    return said.flatMap(({ rule, statement, sentence }) => {
      if (rule.reads.kind !== 'path') return [];
      const { path } = rule.reads;
      const words = quote(sentence);
      return [{ rule: rule.id, path, aimed: aimed(words.quote), words, ...momentsIn(statement, quote) }];
    });
  }

  function momentsIn(statement: Statement, quote: (span: Span) => Quoted) {
    const { until, reviewBy, waitsOn } = pack.reading.moments;
    const find = (set: string): Quoted | null => {
      const span = matchedSpan(statement, set);
      return span === null ? null : quote(span);
    };
    return { until: find(until), reviewBy: find(reviewBy), waitsOn: find(waitsOn) };
  }
}

/** The texts that an exploring action can be aimed at: the next level's criterion, or the section's principle for it. */
function aimTexts(pack: Pack, objective: number, score: Score | null): readonly string[] {
  if (score === null) return [];
  const next = score.achieved + 1;
  const section = pack.framework.objectives.find(({ number }) => number === objective)?.section ?? '';
  return [rubricText(pack, { objective, level: next }), rubricText(pack, { section, level: next })].filter(
    (text) => text !== null,
  );
}

function quotedRequirements(text: string, requirements: readonly Span[]): readonly string[] {
  return requirements.map(({ start, end }) => text.slice(start, end));
}

/** Whether a rule holds only because of what the statement before says: then its words are quoted too. */
function restsOnBefore(rule: ReadingRule): boolean {
  return testsOf(rule.when).some(({ fact, operator }) => fact === 'before' && operator === 'says');
}
