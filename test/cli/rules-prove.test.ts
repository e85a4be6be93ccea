import { afterAll, describe, expect, test } from 'vitest';
import { RulesProof } from '../../src/app/rules/prove-rules.ts';
import { mismatches } from '../../src/kernel/schema.ts';
import { PackCase } from '../../src/model/pack-case.ts';
import { allotment, withPack } from '../pack/allotment.ts';
import { headroom, temporaryFolder } from './headroom.ts';

const { folder, remove } = temporaryFolder();
afterAll(remove);
const run = (...given: readonly string[]) => headroom(folder, ...given);
const advancing = { 'targets.json': [['"stance": "open"', '"stance": "advance"']] } as const;

describe('rules prove', () => {
  test('says what holds, and over which cases', () => {
    const { status, stdout } = run('rules', 'prove', allotment, '--most', '2000');
    expect(status).toBe(0);
    expect(stdout).toMatchInlineSnapshot(`
      "test/packs/allotment: what must always hold does, in each of 3,797 cases.
        The score is at most the target, the target at most the ceiling, the ceiling
        at most the top level.
        Exactly one target rule holds.
        A circumstance that becomes true lowers no ceiling and no target.
        What is not known or not said awards no level, lifts no ceiling and imposes
        none.
        The order of rules, circumstances and causes changes nothing.

      Objectives 1–2, with soil-with-neighbours:
      Limits said  Cases      Of  Covered
      -----------  -----  ------  ----------------------------------------------------
      none           140     140  every case
      one          1,060   2,240  every combination of any 3 facts (560), and 500
                                  drawn
      any number     581  11,340  every combination of any 2 facts (81), and 500 drawn

      Objectives 3–5, which no rule of the standard is about:
      Limits said  Cases      Of  Covered
      -----------  -----  ------  ----------------------------------------------------
      none            35      35  every case
      one          1,400   1,400  every case
      any number     581  11,340  every combination of any 2 facts (81), and 500 drawn
      "
    `);
  });

  test('answers with data, and with 1 for a counterexample', () => {
    expect(mismatches(RulesProof, JSON.parse(run('rules', 'prove', allotment, '--json').stdout))).toEqual([]);
    withPack(advancing, (pack) => {
      const { status, stdout } = run('rules', 'prove', pack, '--json');
      expect(status).toBe(1);
      const proof = JSON.parse(stdout);
      expect(mismatches(RulesProof, proof)).toEqual([]);
      expect(mismatches(PackCase, proof.packs[0].counterexamples[0].case)).toEqual([]);
    });
  });

  test('prints a counterexample in one piece, also in a narrow window', () => {
    withPack(advancing, (pack) => {
      const { status, stdout } = run('COLUMNS=40', 'rules', 'prove', pack);
      expect(status).toBe(1);
      expect(stdout).toMatch(/1 of 5\s+things\s+that\s+must/);
      const written = stdout.slice(stdout.indexOf('{\n'));
      expect(JSON.parse(written)).toMatchObject({
        cases: [{ given: { objective: 1, score: '0', comment: '' }, expected: { target: 0 } }],
      });
    });
  });

  test('ends with 2 for a number that is none, and with 3 for rules that are not there', () => {
    expect(run('rules', 'prove', '--most', 'many').status).toBe(2);
    expect(run('rules', 'prove', 'nowhere').status).toBe(3);
  });
});
