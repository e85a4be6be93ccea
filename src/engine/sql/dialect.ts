import { Problem } from '../../kernel/problem.ts';

/** A piece of SQL text. */
export type Sql = string;

/**
 * A word or an integer as a literal: the only place where what a pack says enters SQL.
 * A quote is doubled, as the standard has it; a backslash stands for itself. Integers beyond 53 bits are cut to them:
 * columns hold 32 bits, so every comparison comes out the same.
 * @throws Problem PACK_BROKEN for a word with a NUL character or half a surrogate pair, which SQL text cannot carry
 */
export function literal(value: string | number): Sql {
  if (typeof value === 'number') {
    const cut = Math.min(Math.max(value, Number.MIN_SAFE_INTEGER), Number.MAX_SAFE_INTEGER);
    return BigInt(cut).toString();
  }
  if (value.includes('\0') || !value.isWellFormed()) {
    throw new Problem('PACK_BROKEN', {
      seen: JSON.stringify(value),
      allowed: 'text without NUL characters and half surrogate pairs',
      repair: 'Write this word without them.',
    });
  }
  return `'${value.replaceAll("'", "''")}'`;
}

/** Whether a column is one of some values; one value is compared with `=`. */
export function isOneOf(column: Sql, values: readonly (string | number)[]): Sql {
  const [only] = values;
  return values.length === 1 && only !== undefined
    ? `${column} = ${literal(only)}`
    : `${column} IN (${values.map(literal).join(', ')})`;
}

/** A condition that always holds, and one that never does. */
export const [always, never]: readonly [Sql, Sql] = ['1 = 1', '1 = 0'];

/** Conditions that must all hold, each once; `always` of none. */
export function allOf(conditions: readonly Sql[]): Sql {
  return joined(conditions, 'AND', always, never);
}

/** Conditions of which one must hold, each once; `never` of none. */
export function anyOf(conditions: readonly Sql[]): Sql {
  return joined(conditions, 'OR', never, always);
}

function joined(conditions: readonly Sql[], word: 'AND' | 'OR', neutral: Sql, deciding: Sql): Sql {
  if (conditions.includes(deciding)) return deciding;
  const distinct = [...new Set(conditions)].filter((condition) => condition !== neutral);
  const [only = neutral] = distinct;
  return distinct.length <= 1 ? only : `(${distinct.join(` ${word} `)})`;
}

/** The value beside the first condition that holds, else the last one; without conditions the last one alone. */
export function choice(cases: readonly (readonly [when: Sql, then: Sql])[], otherwise: Sql): Sql {
  if (cases.length === 0) return otherwise;
  const branches = cases.map(([when, then]) => `WHEN ${when} THEN ${then}`);
  return `CASE ${branches.join(' ')} ELSE ${otherwise} END`;
}

/** The least of some integers; none of them may be null. */
export function least(values: readonly Sql[]): Sql {
  const [only = 'NULL'] = values;
  return values.length <= 1 ? only : `LEAST(${values.join(', ')})`;
}
