import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ReviewReport } from '../../src/app/review/review-report.ts';
import { projectFolder } from '../../src/app/workspace/project-folder.ts';
import { mismatches } from '../../src/kernel/schema.ts';
import { headroom, temporaryFolder } from './headroom.ts';

const { folder, remove } = temporaryFolder();
const workspace = join(folder, 'workspace');
const run = (...args: readonly string[]) => headroom(workspace, ...args);
const decide = (...args: readonly string[]) => run('review', 'medway', '--by', 'Ann', '--objective', ...args);

/** The part of an answer about its objective, without the day of a decision. */
function about(stdout: string): string {
  return stdout
    .slice(stdout.search(/^\d+ /m), stdout.indexOf('To decide'))
    .replace(/\bon \d+ \w+\s\d{4}/g, 'on DAY')
    .trim();
}

beforeAll(() => {
  expect(run('init').status).toBe(0);
});
afterAll(remove);

describe('a review on the command line', () => {
  test('gives data of the form that it promises', () => {
    const { stdout, stderr, status } = run('review', 'medway', '--json');
    expect([stderr, status]).toEqual(['', 0]);
    expect(mismatches(ReviewReport, JSON.parse(stdout))).toEqual([]);
  });

  test('shows an objective with its comment and what was read from it, also in a narrow window', () => {
    const { stdout, status } = run('COLUMNS=60', 'review', 'medway', '--objective', '5');
    expect(status).toBe(0);
    expect(stdout.split('\n').filter((line) => line.length > 60)).toEqual([]);
    expect(about(stdout)).toMatchInlineSnapshot(`
      "5 Mission and strategy: score 4, ceiling 4
        2023 comment:
          This objective scored '4' (leader) – defined as -
          Council has approved procurement and commercial mission
          to harness supplier innovation. Commentary: A '5' can
          only be achieved through joint Council strategies. No
          further action at present.
        - joint working, level 4: read, not confirmed, sets the
          ceiling
          2023: “A '5' can only be achieved through joint Council
          strategies”
          Rule: only-through-joint-strategy; cause joint-working;
          lifted by joint-strategies."
    `);
  });

  test('keeps decisions, and shows each with who and why', () => {
    decide('5', '--confirm', 'joint-working');
    decide('5', '--dismiss', 'joint-working', '--reason', 'We sit there');
    const args = ['5', '--add', 'resources', '--quote', 'harness supplier innovation', '--level', '4'];
    const { stdout, status } = decide(...args, '--reason', 'Asked');
    expect(status).toBe(0);
    expect(about(stdout)).toMatchInlineSnapshot(`
      "5 Mission and strategy: score 4, ceiling 4
        2023 comment:
          This objective scored '4' (leader) – defined as - Council has approved
          procurement and commercial mission to harness supplier innovation.
          Commentary: A '5' can only be achieved through joint Council strategies. No
          further action at present.
        - resources, level 4: added by an officer, sets the ceiling
          2023: “harness supplier innovation”
          Added by an officer; cause resources; no circumstance lifts it.
          Added by Ann on DAY: Asked.
        - joint working: dismissed by Ann on DAY: We sit there.
          2023: “A '5' can only be achieved through joint Council strategies”
          Cause joint-working."
    `);
    const { stdout: capped } = run('capped', 'medway');
    expect(capped.replace(/\s+/g, ' ')).toContain('1 added by an officer. 1 more was dismissed.');
    expect(run('explain', 'medway', '5').stdout).toContain('added by an officer');
    decide('5', '--withdraw', 'resources');
    const { stdout: back } = decide('5', '--withdraw', 'joint-working');
    expect(about(back)).toContain('joint working, level 4: read, not confirmed, sets the ceiling');
  });

  test('a possible limit that is confirmed binds', () => {
    const ceiling = (stdout: string) => /ceiling (\d)/.exec(stdout)?.[1];
    const before = run('review', 'medway', '--objective', '23').stdout;
    expect(before).toContain('only possible, so it lowers nothing');
    expect(ceiling(before)).toBe('5');
    const { stdout } = decide('23', '--confirm', 'remit');
    expect(ceiling(stdout)).toBe('3');
    expect(decide('23', '--withdraw', 'remit').status).toBe(0);
  });

  test('only what is unconfirmed leaves out what was confirmed', () => {
    decide('4', '--confirm', 'joint-working');
    const { stdout } = run('review', 'medway', '--unconfirmed');
    expect(stdout).not.toContain('4 Influence and impact');
    expect(stdout).toContain('5 Mission and strategy');
    decide('4', '--withdraw', 'joint-working');
  });

  test('a decision whose words are gone after an import is told of by import, review and advise', () => {
    decide('47', '--confirm', 'regulation', '--reason', 'So it is');
    const { stdout: before } = run('review', 'medway', '--objective', '47', '--json');
    const [reading] = JSON.parse(before).objectives[0].readings;
    const text = readFileSync(join(projectFolder, 'data/sources/medway/appendix-1.txt'), 'utf8');
    expect(text.replace(/\s+/g, ' ')).toContain(reading.quote);
    const words = reading.quote.split(' ').map((word: string) => word.replace(/[^\p{L}\d]/gu, '\\$&'));
    const changed = join(folder, 'changed.txt');
    writeFileSync(changed, text.replace(new RegExp(words.join('\\s+'), 'g'), 'We wait'));
    const corrections = join(projectFolder, 'data/sources/medway/corrections.json');
    const imported = run('import', changed, '--organisation', 'medway', '--corrections', corrections);
    expect(imported.status, imported.stderr).toBe(0);
    const plain = (output: string) => output.replace(/\s+/g, ' ');
    expect(plain(imported.stdout)).toContain('A decision on what a comment says no longer counts');
    const { stdout } = run('review', 'medway', '--objective', '47');
    expect(plain(stdout)).toContain('regulation: LAPSED. It was confirmed by Ann on');
    expect(plain(stdout)).toContain('1 decision has lapsed');
    expect(plain(run('advise', 'medway').stderr)).toContain('a decision on objective 47 has lapsed.');
  });

  test.each([
    [['--confirm', 'x'], 2, '--confirm without --objective'],
    [['--objective', '4', '--confirm', 'x', '--dismiss', 'y'], 2, 'Decide one thing at a time'],
    [['--objective', '4', '--level', '3'], 2, '--level without a decision'],
    [['--objective', '4', '--confirm', 'joint-working', '--strength', 'loud'], 2, 'stated, hedged'],
    [['--objective', '4', '--dismiss', 'joint-working'], 3, 'Say why'],
    [['--objective', '4', '--dismiss', 'market', '--reason', 'x'], 3, 'only-through-joint-board'],
    [
      ['--objective', '4', '--add', 'market', '--quote', 'We sit on no board', '--reason', 'x'],
      3,
      'READING_GONE',
    ],
    [['--objective', '99'], 3, 'UNKNOWN_OBJECTIVE'],
  ])('%j is refused with code %i', (args, code, told) => {
    const { stdout, stderr, status } = run('review', 'medway', ...args);
    expect([stdout, status]).toEqual(['', code]);
    expect(stderr.replace(/\s+/g, ' ')).toContain(told);
  });
});
