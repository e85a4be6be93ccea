import { factCatalogue } from '../../pack/facts.ts';
import type { PackContent } from '../../pack/pack.ts';

/** A column of the table of cases; none is ever null. */
export interface CaseColumn {
  /** Generated: lower-case letters, digits and underscores, no word of the pack. */
  readonly name: string;
  readonly type: 'INTEGER' | 'VARCHAR';
  /** The fact that it holds, by its name in rules; null for `case_id`. */
  readonly fact: string | null;
  /** For a level column: the fact is a signal, and this column holds the level at which it caps. */
  readonly level: boolean;
}

/**
 * The columns of a pack's table of cases, one row a case, in a fixed order: `case_id` (an integer that the caller
 * gives), then a column for every fact of the target stage but `room`, which follows from the ceiling, and for every
 * signal its level too: the lowest that was said, the top level where nothing was.
 */
export function caseColumns(content: PackContent): readonly CaseColumn[] {
  const facts = [...factCatalogue(content, 'targets')].filter(([fact]) => fact !== 'room');
  const numbered = (prefix: string) =>
    facts
      .map(([fact]) => fact)
      .filter((fact) => fact.startsWith(prefix))
      .sort();
  const [signals, factors] = [numbered('said.'), numbered('factor.')];
  const plain = facts.filter(([fact]) => !fact.startsWith('said.') && !fact.startsWith('factor.'));
  return [
    { name: 'case_id', type: 'INTEGER', fact: null, level: false },
    ...plain.map(
      ([fact, { type }]): CaseColumn => ({
        name: fact.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
        type: type === 'integer' ? 'INTEGER' : 'VARCHAR',
        fact,
        level: false,
      }),
    ),
    ...signals.flatMap((fact, index): CaseColumn[] => [
      { name: `said_${index + 1}`, type: 'VARCHAR', fact, level: false },
      { name: `said_${index + 1}_level`, type: 'INTEGER', fact, level: true },
    ]),
    ...factors.map(
      (fact, index): CaseColumn => ({
        name: `factor_${index + 1}`,
        type: 'VARCHAR',
        fact,
        level: false,
      }),
    ),
  ];
}
