import { describe, expect, it } from 'vitest';
import { compilePackSql } from '../../../src/engine/sql/compile-pack-sql.ts';
import { Problem } from '../../../src/kernel/problem.ts';
import type { FactTest } from '../../../src/model/condition.ts';
import type { Pack } from '../../../src/pack/pack.ts';
import { pack } from '../medway.ts';
import { plots } from '../plots.ts';
import { compared } from './agreement.ts';
import { drawnEvaluations } from './drawn-evaluations.ts';
import { answers, withDuckDb } from './duckdb.ts';
import './to-be-valid-query.ts';

describe('the SQL of a pack', () => {
  it('reads as its rules do', () => {
    const { createTable, sql, causesSql } = compilePackSql(plots);
    expect(createTable).toMatchInlineSnapshot(`
      "CREATE TABLE cases (
        case_id INTEGER NOT NULL,
        objective INTEGER NOT NULL,
        section VARCHAR NOT NULL,
        achieved INTEGER NOT NULL,
        working_towards VARCHAR NOT NULL,
        decision VARCHAR NOT NULL,
        path VARCHAR NOT NULL,
        said_1 VARCHAR NOT NULL,
        said_1_strength VARCHAR NOT NULL,
        said_1_level INTEGER NOT NULL,
        said_1_overtaken_strength VARCHAR NOT NULL,
        said_1_overtaken_level INTEGER NOT NULL,
        said_2 VARCHAR NOT NULL,
        said_2_strength VARCHAR NOT NULL,
        said_2_level INTEGER NOT NULL,
        said_2_overtaken_strength VARCHAR NOT NULL,
        said_2_overtaken_level INTEGER NOT NULL,
        factor_1 VARCHAR NOT NULL,
        factor_2 VARCHAR NOT NULL
      )"
    `);
    expect(sql).toMatchInlineSnapshot(`
      "WITH limits AS (
        SELECT *,
          LEAST(3, CASE WHEN (said_2_strength = 'stated' AND factor_1 <> 'yes') THEN said_2_level ELSE 3 END, CASE WHEN (section = 'soil' AND achieved < 3 AND factor_1 <> 'yes') THEN 2 ELSE 3 END) AS external_limit,
          LEAST(3, CASE WHEN said_1_strength = 'stated' THEN said_1_level ELSE 3 END) AS internal_limit
        FROM cases
      ), ceilings AS (
        SELECT *, LEAST(external_limit, internal_limit) AS ceiling
        FROM limits
      ), chosen AS (
        SELECT case_id, achieved, external_limit, internal_limit, ceiling,
          CASE WHEN ceiling = achieved THEN 1 WHEN (ceiling > achieved AND working_towards = 'yes') THEN 2 WHEN (ceiling > achieved AND working_towards = 'no' AND path IN ('leads', 'aimed')) THEN 3 WHEN (ceiling > achieved AND working_towards = 'no' AND (path <> 'leads' AND path <> 'aimed')) THEN 4 ELSE 0 END AS chosen
        FROM ceilings
      )
      SELECT case_id, ceiling,
        CASE WHEN ceiling = 3 THEN NULL WHEN external_limit = internal_limit THEN 'mixed' WHEN external_limit < internal_limit THEN 'external' ELSE 'internal' END AS control,
        internal_limit AS potential,
        CASE WHEN chosen = 1 THEN 'at-the-ceiling' WHEN chosen = 2 THEN 'finish-it' WHEN chosen = 3 THEN 'go-on' WHEN chosen = 4 THEN 'stay-open' ELSE NULL END AS rule,
        CASE WHEN chosen = 1 THEN 'hold' WHEN chosen = 2 THEN 'finish' WHEN chosen = 3 THEN 'advance' WHEN chosen = 4 THEN 'open' ELSE NULL END AS stance,
        CASE WHEN chosen = 0 THEN NULL WHEN chosen IN (2, 3) THEN CASE WHEN achieved < 1 THEN 1 WHEN achieved < 2 THEN 2 WHEN achieved < 3 THEN 3 ELSE achieved END ELSE achieved END AS target
      FROM chosen"
    `);
    expect(causesSql).toMatchInlineSnapshot(`
      "WITH ceilings AS (
        SELECT *,
          LEAST(3, CASE WHEN said_1_strength = 'stated' THEN said_1_level ELSE 3 END, CASE WHEN (said_2_strength = 'stated' AND factor_1 <> 'yes') THEN said_2_level ELSE 3 END, CASE WHEN (section = 'soil' AND achieved < 3 AND factor_1 <> 'yes') THEN 2 ELSE 3 END) AS ceiling
        FROM cases
      )
      SELECT case_id,
        'said-hours' AS rule, 'time' AS cause, 'internal' AS control,
        said_1_level AS level, said_1_strength AS strength,
        0 AS overtaken, CASE WHEN (said_1_strength = 'stated' AND said_1_level = ceiling AND ceiling < 3) THEN 1 ELSE 0 END AS binding
      FROM ceilings
      WHERE (said_1_strength <> 'none' AND said_1 = 'stated')
      UNION ALL
      SELECT case_id,
        'said-hours' AS rule, 'time' AS cause, 'internal' AS control,
        said_1_overtaken_level AS level, said_1_overtaken_strength AS strength,
        1 AS overtaken, 0 AS binding
      FROM ceilings
      WHERE (said_1_overtaken_strength <> 'none' AND said_1 = 'stated')
      UNION ALL
      SELECT case_id,
        'said-neighbours' AS rule, 'neighbours' AS cause, 'external' AS control,
        said_2_level AS level, said_2_strength AS strength,
        0 AS overtaken, CASE WHEN (said_2_strength = 'stated' AND said_2_level = ceiling AND ceiling < 3) THEN 1 ELSE 0 END AS binding
      FROM ceilings
      WHERE (said_2_strength <> 'none' AND (said_2 IN ('stated', 'hedged') AND factor_1 <> 'yes'))
      UNION ALL
      SELECT case_id,
        'said-neighbours' AS rule, 'neighbours' AS cause, 'external' AS control,
        said_2_overtaken_level AS level, said_2_overtaken_strength AS strength,
        1 AS overtaken, 0 AS binding
      FROM ceilings
      WHERE (said_2_overtaken_strength <> 'none' AND (said_2 IN ('stated', 'hedged') AND factor_1 <> 'yes'))
      UNION ALL
      SELECT case_id,
        'soil-with-neighbours' AS rule, 'neighbours' AS cause, 'external' AS control,
        2 AS level, 'stated' AS strength,
        0 AS overtaken, CASE WHEN (2 = ceiling AND ceiling < 3) THEN 1 ELSE 0 END AS binding
      FROM ceilings
      WHERE (section = 'soil' AND achieved < 3 AND factor_1 <> 'yes')
      UNION ALL
      SELECT case_id,
        'soil-with-neighbours' AS rule, 'neighbours' AS cause, 'external' AS control,
        2 AS level, 'stated' AS strength,
        1 AS overtaken, 0 AS binding
      FROM ceilings
      WHERE (section = 'soil' AND achieved >= 3 AND factor_1 <> 'yes' AND factor_1 <> 'claimed')"
    `);
  });

  it.each([pack, plots])(
    'is one query each that DuckDB takes, and answers nothing of no cases: $id',
    (each) =>
      withDuckDb(async (connection) => {
        const { createTable, sql, causesSql } = compilePackSql(each);
        await connection.run(createTable);
        for (const query of [sql, causesSql]) {
          await expect(query).toBeValidQuery(connection);
          expect(await answers(connection, query)).toEqual([]);
        }
      }),
  );

  it.each([pack, plots])('holds only what other engines have too: $id', (each) => {
    const { sql, causesSql } = compilePackSql(each);
    const words = new Set(`${sql} ${causesSql}`.replaceAll(/'[^']*'/g, '').match(/[A-Z]+|[^\w\s,().]+/g));
    const allowed =
      'WITH AS SELECT FROM WHERE UNION ALL CASE WHEN THEN ELSE END AND OR IN LEAST NULL * = <> < <= > >=';
    expect([...words].filter((word) => !allowed.split(' ').includes(word))).toEqual([]);
  });

  it('names every fact of the pack once, and each signal with what was said, and what of it is overtaken', () => {
    const { columns } = compilePackSql(pack);
    expect(new Set(columns.map(({ name }) => name)).size).toBe(columns.length);
    expect(columns.map(({ name }) => name).join(' ')).toMatch(/^[a-z0-9_ ]+$/);
    expect(columns.filter(({ fact }) => fact === 'said.limited-by-market')).toMatchObject([
      { type: 'VARCHAR', holds: 'value' },
      { type: 'VARCHAR', holds: 'strength' },
      { type: 'INTEGER', holds: 'level' },
      { type: 'VARCHAR', holds: 'overtakenStrength' },
      { type: 'INTEGER', holds: 'overtakenLevel' },
    ]);
  });

  it('is the same whatever the order of rules, factors and levels', () => {
    const { framework } = pack;
    const turned: Pack = {
      ...pack,
      framework: { ...framework, levels: framework.levels.toReversed() },
      factors: pack.factors.toReversed(),
      ceilings: pack.ceilings.toReversed(),
      targets: pack.targets.toReversed(),
    };
    expect(compilePackSql(turned)).toEqual(compilePackSql(pack));
  });
});

describe('a pack whose every name is made to break SQL', () => {
  const nasty = [
    `'; DROP TABLE cases; --`,
    `\\'; DROP TABLE cases; --`,
    `" OR 1 = 1 --`,
    `/* $1 ? :name \${x} */ \r\n;`,
    `''`,
    `'`,
    `NULL`,
    `café ’ 🌱`,
  ];

  it.each(nasty)('answers as json-rules-engine does: %j', async (name) => {
    const hostile = renamed(plots, name);
    const { cases, differences, rules } = await compared(hostile, await drawnEvaluations(hostile, 200, 11));
    expect(differences).toEqual([]);
    expect(cases).toBe(200);
    expect([...rules.keys()].every((rule) => rule.includes(name))).toBe(true);
    expect(rules.size).toBe(plots.ceilings.length + plots.targets.length);
  });

  it.each(['\0', '\ud800'])('is refused where SQL cannot carry it: %j', (name) => {
    expect(() => compilePackSql(renamed(plots, name))).toThrow(Problem);
  });
});

describe('a condition', () => {
  const numbers = [-1, 0, 1, 2, 4, 1e21, -1e300];
  const comparing = [
    'equal',
    'notEqual',
    'lessThan',
    'lessThanInclusive',
    'greaterThan',
    'greaterThanInclusive',
  ] as const;
  const listing = ['in', 'notIn'] as const;
  const tests: readonly (readonly [string, readonly FactTest[]])[] = [
    ...comparing.map((operator): [string, FactTest[]] => [
      operator,
      numbers.flatMap((value) => ['room', 'achieved'].map((fact) => ({ fact, operator, value }))),
    ]),
    ...listing.map((operator): [string, FactTest[]] => [
      operator,
      [
        { fact: 'room', operator, value: [0, 2] },
        { fact: 'achieved', operator, value: [1] },
        { fact: 'section', operator, value: ['soil'] },
        { fact: 'path', operator, value: ['leads', 'none'] },
        { fact: 'factor.show-tent', operator, value: ['claimed', 'no'] },
        { fact: 'said.hours', operator, value: ['stated', 'hedged'] },
      ],
    ]),
  ];

  it.each(tests)('means the same in SQL: %s', async (_, of) => {
    const [rule, other] = plots.targets;
    if (rule === undefined || other === undefined) throw new Error('no rules');
    const anything = { all: [{ fact: 'achieved', operator: 'greaterThan', value: -9 } as const] };
    for (const test of of) {
      const targets = [
        { ...rule, id: 'a', when: { any: [{ all: [test] }, { all: [test, test] }] } },
        { ...other, id: 'b', when: anything },
      ];
      const tested: Pack = { ...plots, targets };
      const { differences } = await compared(tested, await drawnEvaluations(tested, 150, 5));
      expect(differences).toEqual([]);
    }
  });

  it('of a sentence has no column', () => {
    const [rule] = plots.targets;
    if (rule === undefined) throw new Error('no rule');
    const when = { all: [{ fact: 'sentence', operator: 'says', value: 'starts' } as const] };
    expect(() =>
      compilePackSql({ ...plots, targets: [{ ...rule, when }] }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[Problem: The rules cannot be used. Seen: sentence says. Allowed: objective, section, achieved, workingTowards, decision, path, said.hours, said.neighbours, factor.shared-shed, factor.show-tent. Name one of these facts.]`,
    );
  });
});

/** The small pack with something in every id of its sections, signals, factors, causes and rules. */
function renamed(of: Pack, name: string): Pack {
  const ids = [
    ...of.framework.sections.map(({ id }) => id),
    ...of.factors.map(({ id }) => id),
    ...of.causes.map(({ id }) => id),
    ...of.ceilings.flatMap((rule) => [rule.id, ...(rule.basis === 'comment' ? [rule.signal] : [])]),
    ...of.targets.map(({ id }) => id),
  ];
  const rename = (value: unknown): unknown => {
    if (typeof value === 'string') {
      const fact = /^(said|factor)\.(.*)$/.exec(value);
      if (fact !== null) return `${fact[1]}.${rename(fact[2])}`;
      return ids.includes(value) ? `${value}${name}` : value;
    }
    if (Array.isArray(value)) return value.map(rename);
    if (typeof value !== 'object' || value === null || value instanceof Map) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, rename(inner)]));
  };
  const { framework, causes, factors, reading, ceilings, targets } = of;
  return { ...of, ...(rename({ framework, causes, factors, reading, ceilings, targets }) as Partial<Pack>) };
}
