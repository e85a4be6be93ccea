import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectFolder } from '../../src/app/workspace/project-folder.ts';
import { evaluator } from '../../src/engine/evaluate.ts';
import { runCases } from '../../src/engine/run-cases.ts';
import { checkPack } from '../../src/pack/check-pack.ts';
import { loadPack } from '../../src/pack/load.ts';
import { allotment, type Changes, changedPack, withPack } from './allotment.ts';

const largestTextFile = 10 * 1024 * 1024;
const check = (changes: Changes) => withPack(changes, checkPack);
const codes = (changes: Changes) => [...new Set(check(changes).map(({ code }) => code))];
const json = (file: string) => JSON.parse(readFileSync(join(allotment, file), 'utf8'));

describe('a pack that is right', () => {
  it('has nothing to mend: the field’s and the invented one', () => {
    expect(checkPack(join(projectFolder, 'rules/lga-nps-2018'))).toEqual([]);
    expect(checkPack(allotment)).toEqual([]);
  });
});

describe('a pack that is wrong in several ways', () => {
  it('has each named, in order of file and line', () => {
    const found = check({
      'ceilings.json': [
        ['"cause": "time"', '"cause": "tmie"'],
        ['"factor": "shared-shed"', '"factor": "shed"'],
      ],
      'framework.json': [['"satisfactory": 2', '"satisfactory": 7']],
    });
    expect(
      found.map(({ file, line, path, seen, repair }) => `${file}:${line} ${path} ${seen}. ${repair}`),
    ).toMatchInlineSnapshot(`
      [
        "ceilings.json:12 /rules/0/factor shed. Name something that the pack has.",
        "ceilings.json:36 /rules/2/cause tmie. Perhaps "time" was meant.",
        "framework.json:12 /satisfactory 7. Name something that the pack has.",
      ]
    `);
  });

  it('is asked what its rules say together only when each of them says something', () => {
    const unknown: Changes = {
      'targets.json': [['"value": ["leads", "aimed"]', '"value": ["leads", "goes"]']],
    };
    expect(codes(unknown)).toEqual(['pack/wrong-operator']);
  });
});

describe('a hostile pack', () => {
  const rule = json('ceilings.json').rules[2];
  const many = (count: number) =>
    JSON.stringify({
      rules: [
        ...json('ceilings.json').rules,
        ...Array.from({ length: count }, (_, index) => ({ ...rule, id: `extra-${index}` })),
      ],
    });

  it('of nearly ten megabytes of rules is read and checked', () => {
    const text = many(38_000);
    expect(text.length).toBeGreaterThan(0.85 * largestTextFile);
    expect(text.length).toBeLessThan(largestTextFile);
    expect(codes({ 'ceilings.json': text })).toEqual(['pack/shadowed', 'pack/undecided']);
  });

  it('of more than that is not read', () => {
    const text = many(50_000);
    expect(text.length).toBeGreaterThan(largestTextFile);
    expect(check({ 'ceilings.json': text })).toMatchObject([
      { code: 'pack/unreadable', file: 'ceilings.json' },
    ]);
  });

  it('of thousands of faults has each of them named', () => {
    const rules = Array.from({ length: 5000 }, (_, index) => ({
      ...rule,
      id: `r-${index}`,
      cause: `c-${index}`,
    }));
    const found = check({ 'ceilings.json': JSON.stringify({ rules }) });
    expect(found.filter(({ path }) => path?.endsWith('/cause'))).toHaveLength(5000);
  });

  it('with a condition on more facts than can be tried says that it was not decided', () => {
    const signals = Array.from({ length: 80 }, (_, index) => `s-${index}`);
    const says = signals.map((value) => ({ fact: 'sentence', operator: 'says', value }));
    const reading = json('reading.json');
    for (const signal of signals) reading.phrases[signal] = [signal];
    delete reading.phrases['short-of-time'];
    reading.rules[2].when = { any: says };
    expect(check({ 'reading.json': JSON.stringify(reading) })).toMatchObject([
      { code: 'pack/undecided', severity: 'note', place: 'rule hours-short' },
    ]);
  });

  it('with a knot of sixty facts is decided or said not to be, and never hangs', () => {
    const signals = Array.from({ length: 60 }, (_, index) => `s-${index}`);
    const pair = (a: string, b: string) => ({
      any: [
        { fact: 'sentence', operator: 'says', value: a },
        { fact: 'sentence', operator: 'doesNotSay', value: b },
      ],
    });
    const reading = json('reading.json');
    for (const signal of signals) reading.phrases[signal] = [signal];
    delete reading.phrases['short-of-time'];
    const knot = signals.map((signal, index) => pair(signal, signals[(index * 7 + 1) % 60] ?? ''));
    reading.rules[2].when = {
      all: [
        ...knot,
        { fact: 'sentence', operator: 'says', value: 's-1' },
        { fact: 'sentence', operator: 'doesNotSay', value: 's-0' },
      ],
    };
    const found = check({ 'reading.json': JSON.stringify(reading) });
    for (const { code } of found) expect(['pack/undecided', 'pack/never-holds']).toContain(code);
  });

  it('with phrases made to blow up matching answers its cases all the same', async () => {
    const optional = '[a|a a|{spread}] '.repeat(12);
    const pack = changedPack({
      'reading.json': [
        ['"until": ["until"]', `"spread": ["a ..12 a ..12 a ..12 b"], "until": ["until ${optional}z"]`],
        ['"(no|not enough) (time|hours)"', `"(no|not enough) (time|hours)", "${optional}q ..12 q ..12 q"`],
      ],
      'cases/plots.json': JSON.stringify({
        cases: [
          {
            id: 'flood',
            sentence: 'A flood of words is read.',
            given: {
              objective: 4,
              score: '1',
              comment: `${'a '.repeat(1000)}. until ${'a '.repeat(500)}.`,
            },
            expected: { ceiling: 3 },
          },
        ],
      }),
    });
    const [result] = await runCases(pack, evaluator(pack));
    expect(result?.passed).toBe(true);
  });

  it('with SQL in every free string is a pack like any other, and gives it back as written', () => {
    const sql = `'"; DROP TABLE rules; -- %s \\\\ \${x} {{ x }} <script>`;
    const said = JSON.stringify(sql).slice(1, -1);
    const changes: Changes = {
      'framework.json': [
        ['Allotment standard', said],
        ['"Shown"', `"${said}"`],
        ['"name": "Compost"', `"name": "${said}"`],
      ],
      'causes.json': [['"name": "time"', `"name": "${said}"`]],
      'ceilings.json': [['The comment says that hours are short', said]],
    };
    expect(check(changes)).toEqual([]);
    const pack = withPack(changes, loadPack);
    expect([pack.framework.name, pack.framework.objectives[0]?.name, pack.causes[1]?.name]).toEqual([
      sql,
      sql,
      sql,
    ]);
  });
});
