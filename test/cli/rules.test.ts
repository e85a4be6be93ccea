import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { RulesCheck } from '../../src/app/rules/check-rules.ts';
import { newRules } from '../../src/app/rules/new-rules.ts';
import { RulesBench } from '../../src/app/rules/rules-bench.ts';
import { RulesTest, testRules } from '../../src/app/rules/test-rules.ts';
import { mismatches } from '../../src/kernel/schema.ts';
import { checkPack } from '../../src/pack/check-pack.ts';
import { withoutDuckDb } from '../duckdb/without-duckdb.ts';
import { allotment, withPack } from '../pack/allotment.ts';
import { headroom, startedHeadroom, temporaryFolder } from './headroom.ts';

const { folder, remove } = temporaryFolder();
afterAll(remove);
const run = (...given: readonly string[]) => headroom(folder, 'rules', ...given);

describe('rules check', () => {
  test('is content with the rules that are here', () => {
    const { status, stdout } = run('check', '--json');
    expect(status).toBe(0);
    expect(mismatches(RulesCheck, JSON.parse(stdout))).toEqual([]);
  });

  test('ends with 1 for a finding, which it names with its place and repair', () => {
    withPack({ 'ceilings.json': [['"cause": "time"', '"cause": "tmie"']] }, (pack) => {
      const { status, stdout } = run('check', pack);
      expect(status).toBe(1);
      expect(stdout).toContain('ceilings.json:36 error pack/unknown-id');
      expect(stdout).toContain('Place: /rules/2/cause (rule said-hours)');
      expect(stdout).toContain('Perhaps "time" was meant.');
    });
  });

  test('ends with 3 for what cannot be read, and for a pack that is not there', () => {
    withPack({ 'causes.json': null }, (pack) => expect(run('check', pack).status).toBe(3));
    expect(run('check', 'nowhere').status).toBe(3);
  });
});

describe('rules test', () => {
  test('touches all of the rules that are here', () => {
    const { status, stdout } = run('test', '--min', '100', '--json');
    expect(status).toBe(0);
    expect(mismatches(RulesTest, JSON.parse(stdout))).toEqual([]);
  });

  test('leaves comments kept apart alone while rules are being written', () => {
    const comment = {
      id: 'one',
      score: '1',
      text: 'There is no time.',
      expected: { causes: [], decision: 'none', stance: 'open' },
    };
    const set = (use: string, id: string) =>
      JSON.stringify({ note: 'Invented.', use, comments: [{ ...comment, id }] });
    const both = { 'comments/a.json': set('to-write-by', 'a'), 'comments/b.json': set('kept-apart', 'b') };
    withPack(both, (pack) => {
      expect(run('test', pack).stdout).toMatch(/Reading 1 comment kept apart/);
      const { status, stdout } = run('test', pack, '--no-kept-apart');
      expect(status).toBe(0);
      expect(stdout).toContain('Reading 1 comment that the rules were written by');
      expect(stdout).not.toContain('kept apart');
    });
  });

  test('ends with 1 where a case comes out otherwise, or too little is touched', () => {
    withPack({ 'cases/plots.json': null }, (pack) => {
      expect(run('test', pack).status).toBe(0);
      const { status, stdout } = run('test', pack, '--min', '1');
      expect(status).toBe(1);
      expect(stdout).toContain('Cases touch 0% (0 of 17). That is less than the 1% asked for.');
    });
    withPack({ 'cases/plots.json': [['"stance": "finish"', '"stance": "hold"']] }, (pack) => {
      const { status, stdout } = run('test', pack);
      expect(status).toBe(1);
      expect(stdout).toContain('stance: expected "hold", came out as "finish"');
    });
  });
});

describe('rules test by SQL', () => {
  test('answers every case the same', () => {
    const { status, stdout } = run('test', allotment);
    expect(status).toBe(0);
    expect(stdout).toContain('The SQL says the same of 7 cases.');
    const { packs } = JSON.parse(run('test', allotment, '--json').stdout);
    expect(packs[0].sql).toEqual({ state: 'run', why: null, cases: 7, disagreements: [] });
  });

  test('is a finding where DuckDB cannot be loaded, and none where it is left out', () => {
    const { status, stdout } = startedHeadroom(folder, withoutDuckDb, 'rules', 'test', allotment);
    expect(status).toBe(1);
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(
      'The SQL was not run. DuckDB cannot be loaded on this machine.',
    );
    expect(stdout).toContain('Cases touch 100%');
    const left = startedHeadroom(folder, withoutDuckDb, 'rules', 'test', allotment, '--no-sql');
    expect(left.status).toBe(0);
    expect(left.stdout).toContain('The SQL was not run, as asked.');
  });
});

describe('DuckDB', () => {
  test('is loaded for nothing that does without it', () => {
    const advised = startedHeadroom(folder, withoutDuckDb, 'advise', 'medway', '--json');
    expect(advised.status).toBe(0);
    expect(advised.stderr).not.toContain('DuckDB was asked for');
    const tested = startedHeadroom(folder, withoutDuckDb, 'rules', 'test', allotment);
    expect(tested.stderr).toContain('DuckDB was asked for');
  });
});

describe('rules bench', () => {
  test('prints ratios, with progress apart from the answer, for rules of any field', () => {
    const { status, stdout, stderr } = run('bench', allotment, '--organisations', '3', '--json');
    expect(status).toBe(0);
    const bench = JSON.parse(stdout);
    expect(mismatches(RulesBench, bench)).toEqual([]);
    expect(bench.packs).toMatchObject([{ organisations: 3, cases: 15, unlock: { sets: 3 } }]);
    const baseline = bench.packs[0].answering.find(
      ({ way }: { readonly way: string }) => way === 'engine-per-objective',
    );
    expect(baseline.timesBaseline).toBe(1);
    expect(stderr).toContain('Answering by SQL …');
  });

  test('shows a table with the method below', () => {
    withPack({ 'cases/plots.json': null }, (pack) => {
      const { status, stdout } = run('bench', pack, '--organisations', '2');
      expect(status).toBe(0);
      expect(stdout).toMatch(/SQL, the query alone +10 +[\d,]+ +[\d.]+ +50/);
      expect(stdout).toContain('Reading: not measured, as there are no worked cases.');
      expect(stdout).toContain('How it is measured');
    });
  });

  test.skipIf(process.env['HEADROOM_TEST_LONG'] === undefined)('answers a million cases', () => {
    const { status, stdout } = run('bench', allotment, '--large');
    expect(status).toBe(0);
    expect(stdout).toMatch(/SQL, a million cases +1,000,000 +[\d,]+ +[\d.]+ +200/);
  });

  test('ends with 3 where DuckDB cannot be loaded, and with 2 for no organisations', () => {
    const { status, stderr } = startedHeadroom(folder, withoutDuckDb, 'rules', 'bench', allotment);
    expect(status).toBe(3);
    expect(stderr).toContain('DuckDB cannot be loaded on this machine');
    expect(stderr).toContain('npm ci');
    expect(run('bench', allotment, '--organisations', '0').status).toBe(2);
    expect(run('bench', allotment, '--organisations', '5001').status).toBe(2);
  });
});

describe('rules new', () => {
  test('makes rules that pass their check and their cases, of any levels and name', async () => {
    for (const [index, levels] of [
      '0 Off, 1 On',
      '1 A, 2 B, 3 C',
      '4 D, 5 E, 6 F, 7 G, 8 H, 9 I',
    ].entries()) {
      const made = newRules({ id: `pack-${index}`, name: `'"; DROP {top}`, levels, folder });
      expect(checkPack(made.folder)).toEqual([]);
      const { packs } = await testRules(made.folder);
      expect(packs).toMatchObject([{ otherwise: [], coverage: { percent: 100 } }]);
    }
  });

  test('leaves alone what is there, and refuses ids and levels that cannot be', () => {
    mkdirSync(join(folder, 'taken'));
    writeFileSync(join(folder, 'taken/mine.txt'), 'mine');
    expect(run('new', 'taken', '--name', 'T', '--folder', folder).status).toBe(3);
    for (const levels of ['1 A', '1 A, 3 B', 'A, B', ''])
      expect(() => newRules({ id: 'other', name: 'O', levels, folder })).toThrow(/not one that is allowed/);
    for (const id of ['../up', 'Capital', 'starter'])
      expect(() => newRules({ id, name: 'O', levels: '1 A, 2 B', folder })).toThrow(
        /not one that is allowed/,
      );
    rmSync(join(folder, 'taken'), { recursive: true });
  });
});
