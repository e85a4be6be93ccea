import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { RulesCheck } from '../../src/app/check-rules.ts';
import { newRules } from '../../src/app/new-rules.ts';
import { RulesTest, testRules } from '../../src/app/test-rules.ts';
import { mismatches } from '../../src/kernel/schema.ts';
import { checkPack } from '../../src/pack/check-pack.ts';
import { withPack } from '../pack/allotment.ts';
import { headroom, temporaryFolder } from './headroom.ts';

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
