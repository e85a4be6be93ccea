import { factCatalogue } from '../../pack/facts.ts';
import type { PackContent } from '../../pack/pack.ts';

/** A column of the table of cases; none is ever null. */
export interface CaseColumn {
  /** Generated: lower-case letters, digits and underscores, no word of the pack. */
  readonly name: string;
  readonly type: 'INTEGER' | 'VARCHAR';
  /** The fact that it is about, by its name in rules; null for `case_id`. */
  readonly fact: string | null;
  /**
   * `value`: the fact's value. For a signal also, of what was said at or above the score, `strength` and `level`, and
   * of what the score has overtaken, `overtakenStrength` and `overtakenLevel`.
   */
  readonly holds: 'value' | 'strength' | 'level' | 'overtakenStrength' | 'overtakenLevel';
}

/**
 * The columns of a pack's table of cases, one row a case, in a fixed order: `case_id` (an integer that the caller
 * gives), then one for every fact of the target stage but `room`, which follows from the ceiling, and four more for
 * every signal. Strengths are `none`, `hedged` or `stated`; of several limits the stated ones decide, else the hedged
 * ones. A level is the lowest of those that decide; the top level where nothing was said.
 */
export function caseColumns(content: PackContent): readonly CaseColumn[] {
  const facts = [...factCatalogue(content, 'targets')].filter(([fact]) => fact !== 'room');
  const plain = facts.filter(([fact]) => !fact.startsWith('said.') && !fact.startsWith('factor.'));
  const starting = (prefix: string) =>
    facts.flatMap(([fact]) => (fact.startsWith(prefix) ? [fact] : [])).sort();
  const word = (name: string, fact: string, holds: CaseColumn['holds'] = 'value'): CaseColumn => ({
    name,
    type: 'VARCHAR',
    fact,
    holds,
  });
  const integer = (name: string, fact: string | null, holds: CaseColumn['holds'] = 'value'): CaseColumn => ({
    name,
    type: 'INTEGER',
    fact,
    holds,
  });
  return [
    integer('case_id', null),
    ...plain.map(([fact, { type }]) =>
      (type === 'integer' ? integer : word)(
        fact.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
        fact,
      ),
    ),
    ...starting('said.').flatMap((fact, index) => [
      word(`said_${index + 1}`, fact),
      word(`said_${index + 1}_strength`, fact, 'strength'),
      integer(`said_${index + 1}_level`, fact, 'level'),
      word(`said_${index + 1}_overtaken_strength`, fact, 'overtakenStrength'),
      integer(`said_${index + 1}_overtaken_level`, fact, 'overtakenLevel'),
    ]),
    ...starting('factor.').map((fact, index) => word(`factor_${index + 1}`, fact)),
  ];
}
