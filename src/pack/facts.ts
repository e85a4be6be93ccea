import type { PackContent } from './pack.ts';

/** What a fact can be: an integer, or one of a closed list of words. */
export type FactKind =
  | { readonly type: 'integer' }
  | { readonly type: 'word'; readonly values: readonly string[] };

/** The stage whose rules are evaluated; each sees its own facts. */
export type Stage = 'reading' | 'ceilings' | 'targets';

const integer: FactKind = { type: 'integer' };
const word = (...values: string[]): FactKind => ({ type: 'word', values });

/**
 * Every fact that a rule of a stage may test, with its kind. Facts are total: each has a value in every case.
 *
 * - reading: `part`, the part of the cell that the sentence stands in; `sentence` and `before`, what it and the one
 *   before it say, have operators of their own
 * - ceilings: `objective`, `section`, `achieved`; `said.<signal>`, what the comment says; `factor.<id>`, a circumstance
 * - targets: those, and `workingTowards`, `decision`, `path`, and `room`, the levels between score and ceiling
 */
export function factCatalogue(content: PackContent, stage: Stage): ReadonlyMap<string, FactKind> {
  if (stage === 'reading') return new Map([['part', word('commentary', 'action')]]);
  const facts = new Map<string, FactKind>([
    ['objective', integer],
    ['section', word(...content.framework.sections.map(({ id }) => id))],
    ['achieved', integer],
    ...signalsOf(content).map((signal): [string, FactKind] => [
      `said.${signal}`,
      word('none', 'hedged', 'stated'),
    ]),
    ...content.factors.map(({ id }): [string, FactKind] => [
      `factor.${id}`,
      word('yes', 'no', 'unknown', 'claimed'),
    ]),
  ]);
  if (stage === 'ceilings') return facts;
  return facts
    .set('workingTowards', word('yes', 'no'))
    .set('decision', word('hold', 'none'))
    .set('path', word('leads', 'aimed', 'unaimed', 'maintains', 'none'))
    .set('room', integer);
}

/** The signals that reading rules can raise, each once, in order of id. */
export function signalsOf(content: PackContent): readonly string[] {
  const signals = content.reading.rules.flatMap(({ reads }) =>
    reads.kind === 'obstacle' ? [reads.signal] : [],
  );
  return [...new Set(signals)].sort();
}
