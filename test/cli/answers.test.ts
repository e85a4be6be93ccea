import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CappedReport } from '../../src/app/advice/capped-report.ts';
import { ObjectiveExplanation } from '../../src/app/advice/objective-explanation.ts';
import { ImportReport } from '../../src/app/import/import-report.ts';
import { ChallengeReport, FollowUpReport } from '../../src/app/trends/follow-up-report.ts';
import { matches, mismatches } from '../../src/kernel/schema.ts';
import { Advice, type ScoredAdvice, scoredAdvice } from '../../src/model/advice.ts';
import { Backtest } from '../../src/model/backtest.ts';
import { Trends } from '../../src/model/trends.ts';
import { choiceOrder, Unlock } from '../../src/model/unlock.ts';
import { headroom, startedHeadroom, temporaryFolder } from './headroom.ts';

const { folder, remove } = temporaryFolder();
const workspace = join(folder, 'workspace');
const run = (...args: readonly string[]) => headroom(workspace, ...args);

beforeAll(() => {
  expect(run('init').status).toBe(0);
});
afterAll(remove);

function adviceFrom(...args: readonly string[]): Advice {
  const { stdout, stderr, status } = run('advise', 'medway', '--period', '2024', '--json', ...args);
  expect([stderr, status]).toEqual(['', 0]);
  const advice: unknown = JSON.parse(stdout);
  expect(mismatches(Advice, advice)).toEqual([]);
  if (!matches(Advice, advice)) throw new Error('no advice');
  return advice;
}

describe('the published return', () => {
  const document = 'data/sources/medway/appendix-1.txt';

  test('imported again says what it holds, and changes nothing', () => {
    const { stdout, stderr, status } = run('import', document, '--organisation', 'medway', '--json');
    expect([stderr, status]).toEqual(['', 0]);
    const report: unknown = JSON.parse(stdout);
    expect(mismatches(ImportReport, report)).toEqual([]);
    expect(report).toMatchObject({
      outcome: 'unchanged',
      sections: 11,
      objectives: 59,
      periods: [
        {
          period: '2022',
          n: 59,
          counts: [
            { label: '2', count: 8 },
            { label: '2/3', count: 1 },
            { label: '3', count: 47 },
            { label: '4', count: 3 },
          ],
          satisfactory: { level: 3, count: 50 },
          mean: 2.907,
        },
        {
          period: '2023',
          n: 59,
          counts: [
            { label: '2/3', count: 2 },
            { label: '3', count: 39 },
            { label: '4', count: 18 },
          ],
          satisfactory: { level: 3, count: 57 },
          mean: 3.288,
        },
      ],
      moves: [{ from: '2022', to: '2023', n: 59, higher: 24, lower: 0, same: 35 }],
    });
  });

  test('imported for another organisation gives the same assessments', () => {
    const args = ['import', document, '--organisation', 'my-organisation', '--dry-run', '--json'];
    const { stdout, status } = run(...args);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ outcome: 'new', dryRun: true, corrections: { count: 16 } });
  });

  test('has targets and ceilings as a careful reader would have them', () => {
    const advice = adviceFrom();
    const of = (objective: number) => scoredAdvice(advice).find((each) => each.objective === objective);
    const binding = (objective: number) => of(objective)?.ceiling.causes.filter((cause) => cause.binding);
    const [first] = binding(4) ?? [];
    expect(of(4)?.ceiling).toMatchObject({ level: 4, capped: 'now', control: 'external' });
    expect(first).toMatchObject({
      cause: 'joint-working',
      evidence: [
        {
          source: 'comment',
          period: '2023',
          quote: "A '5' can only be achieved by representation on joint Council boards",
        },
      ],
    });
    expect(of(9)).toMatchObject({
      ceiling: { level: 3, control: 'internal' },
      target: { level: 3, stance: 'hold' },
    });
    expect(binding(9)?.map(({ cause }) => cause)).toContain('no-benefit');
    for (const [objective, cause] of [
      [12, 'joint-working'],
      [47, 'regulation'],
      [48, 'third-party'],
    ] as const) {
      expect(of(objective)?.ceiling).toMatchObject({ level: 3, control: 'external' });
      expect(binding(objective)?.map((each) => each.cause)).toContain(cause);
    }
    expect(of(11)).toMatchObject({ score: { label: '4' }, ceiling: { level: 4 } });
    expect(of(3)?.target).toMatchObject({ level: 3, stance: 'finish' });
    expect(of(28)?.target).toMatchObject({ level: 4, stance: 'advance' });
    expect(of(28)?.ceiling.level).toBeGreaterThan(3);
    expect(of(26)?.target.stance).toBe('hold');
    expect(of(26)?.ceiling.level).toBeGreaterThan(3);
    expect(of(14)?.target).toMatchObject({ stance: 'open', openLevel: 4 });
    expect(of(30)?.target).toMatchObject({ stance: 'hold', level: 4 });
  });

  test('with a circumstance supposed lifts what depends on it, and nothing else', () => {
    const [before, after] = [adviceFrom(), adviceFrom('--factor', 'joint-boards=yes')];
    const dependent = (each: ScoredAdvice) =>
      each.ceiling.causes.some(({ factor }) => factor === 'joint-boards');
    expect(after.factors['joint-boards']).toBe('yes');
    for (const each of scoredAdvice(before)) {
      const lifted = scoredAdvice(after).find(({ objective }) => objective === each.objective);
      if (!dependent(each)) expect(lifted).toEqual(each);
      else expect(lifted?.ceiling.level).toBeGreaterThanOrEqual(each.ceiling.level);
    }
    expect(scoredAdvice(after).find(({ objective }) => objective === 4)?.ceiling.level).toBe(5);
  });

  test('always gives the same bytes and exit code, also from a program of its own', () => {
    for (const line of ['advise medway --json', 'capped medway', 'explain medway 4', 'explain medway 99']) {
      const args = line.split(' ');
      const first = run(...args);
      expect(run(...args)).toEqual(first);
      expect(startedHeadroom(workspace, ...args)).toEqual(first);
    }
  });
});

describe('what would lift a cap', () => {
  test('names, for the circumstances of joint work, the objectives that they lift', () => {
    const answer: unknown = JSON.parse(run('unlock', 'medway', '--json').stdout);
    if (!matches(Unlock, answer)) throw new Error('not what it says');
    const lifted = answer.circumstances.map(({ factor, raises }) => [
      factor,
      raises.map(({ objective }) => objective),
    ]);
    expect(Object.fromEntries(lifted)).toMatchObject({
      'joint-boards': [4],
      'joint-strategies': [5],
      'joint-projects': [6],
      'joint-delivery': [8],
      'joint-supplier-programme': [12, 13],
    });
  });

  test('says which to go for first, and by which rule', () => {
    const { stdout } = run('unlock', 'medway', '--factor', 'joint-supplier-programme=yes');
    expect(stdout).toContain('The best next one: Regional supplier programme. Raised: 2 objectives by 2');
    expect(stdout.replace(/\s+/g, ' ')).toContain(`First comes the choice with ${choiceOrder}.`);
  });
});

describe('--json answers with data alone, in a form that has a schema', () => {
  test.each([
    ['capped', CappedReport, ['capped', 'medway']],
    ['unlock', Unlock, ['unlock', 'medway']],
    ['explain', ObjectiveExplanation, ['explain', 'medway', '12']],
    ['trends', Trends, ['trends', 'medway']],
    ['trends --backtest', Backtest, ['trends', 'medway', '--backtest']],
    ['trends --actions', FollowUpReport, ['trends', 'medway', '--actions']],
    ['trends --challenges', ChallengeReport, ['trends', 'medway', '--challenges']],
  ])('%s', (_name, schema, args) => {
    const { stdout, status } = run(...args, '--json');
    expect(status).toBe(0);
    expect(mismatches(schema, JSON.parse(stdout))).toEqual([]);
  });

  test('init and backup', () => {
    expect(JSON.parse(run('init', '--json').stdout)).toMatchObject({ organisations: [{ id: 'medway' }] });
    const file = join(folder, 'kept.db');
    expect(JSON.parse(run('backup', file, '--json').stdout)).toMatchObject({ file, restored: false });
  });

  test('nothing is on the standard output where there is no answer', () => {
    const { stdout, stderr, status } = run('advise', 'nobody', '--json');
    expect([stdout, status]).toEqual(['', 3]);
    expect(stderr).toMatchInlineSnapshot(`
      "headroom: No such organisation in this workspace (UNKNOWN_ORGANISATION).
      Seen: nobody
      Allowed: medway
      Check the id, or import a document for it first.
      "
    `);
  });
});

describe('text', () => {
  const lines = [
    'advise medway',
    'capped medway',
    'unlock medway',
    'explain medway 12',
    'trends medway',
    'trends medway --actions',
    'trends medway --challenges',
    'trends medway --backtest',
    'import data/sources/medway/appendix-1.txt --organisation medway --dry-run',
    'init',
    '--help',
    'import --help',
  ];

  test.each([80, 40])('fits %i columns, and nothing is cut off', (width) => {
    for (const line of lines) {
      const { stdout, status } = run(`COLUMNS=${width}`, ...line.split(' '));
      expect(status).toBe(0);
      const long = stdout.split('\n').filter((each) => [...each].length > width);
      // Help shows its examples on one line each, to be copied.
      expect(long.filter((each) => !each.startsWith('  headroom '))).toEqual([]);
      expect(stdout).not.toMatch(/…|\.\.\.$/m);
    }
  });

  test('says the same words at both widths', () => {
    const words = (width: number) =>
      new Set(run(`COLUMNS=${width}`, 'capped', 'medway').stdout.match(/[\p{L}\p{N}’']+/gu));
    const [wide, narrow] = [words(80), words(40)];
    // A narrow row begins with its number and name, without the titles of these columns.
    wide.delete('Objective');
    expect([...wide].filter((word) => !narrow.has(word))).toEqual([]);
  });

  test('has no colours where nobody sees them, and names the example', () => {
    const { stdout } = run('advise', 'medway');
    expect(stdout).not.toContain('\u001b[');
    expect(stdout).toContain("Example: Medway Council's published 2022 and 2023 return.");
  });

  test('of trends tells what moved, and what had nothing to compare with', () => {
    const { stdout } = run('trends', 'medway');
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      '24 of 59 are higher than in 2022; 13 of them had no comment in 2022 to compare with; of the other 11, 2 are half-steps.',
    );
  });

  test('of one objective shows what the standard says beside the comment', () => {
    const { stdout } = run('explain', 'medway', '5');
    expect(stdout).toContain('What the comment says, beside what the standard says');
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      "“A '5' can only be achieved through joint Council strategies”",
    );
  });
});

describe('files', () => {
  test('of a chart are the kind that was asked for, and are made again', () => {
    const out = join(folder, 'chart.png');
    for (let time = 0; time < 2; time++) {
      const { status, stdout } = run(
        'render',
        'headroom',
        '--organisation',
        'medway',
        '--format',
        'png',
        '--out',
        out,
      );
      expect([status, stdout]).toEqual([0, '']);
    }
    expect(readFileSync(out).subarray(1, 4).toString()).toBe('PNG');
    const svg = run('render', 'ceilings', '--organisation', 'medway').stdout;
    expect(svg).toMatch(/^<svg [^>]*role="img"/);
    const csv = run('render', 'levels', '--organisation', 'medway', '--format', 'csv').stdout;
    expect(csv.split('\n')[0]).toContain('packVersion');
    const json = run('render', 'moves', '--organisation', 'medway', '--format', 'json').stdout;
    expect(JSON.parse(json)).toMatchObject({ dashboard: 'moves' });
  });

  test('of a report open without anything else', () => {
    const out = join(folder, 'report.html');
    for (let time = 0; time < 2; time++) expect(run('report', 'medway', '--out', out).status).toBe(0);
    const html = readFileSync(out, 'utf8');
    expect(html).toContain('<!doctype html>');
    expect(html).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  });

  test('of the rules are made in both formats, for an organisation or for a folder of rules, and made again', () => {
    for (const format of ['html', 'docx']) {
      const out = join(folder, `rules.${format}`);
      const book = ['rules', 'book', '--format', format, '--out', out];
      const made = run(...book, '--organisation', 'medway', '--period', '2024');
      expect([made.status, made.stdout]).toEqual([0, '']);
      const before = readFileSync(out);
      expect(run(...book, 'test/packs/allotment').status).toBe(0);
      expect(readFileSync(out).equals(before)).toBe(false);
    }
    expect(readFileSync(join(folder, 'rules.html'), 'utf8')).toContain('Rule book: Allotment standard');
    const other = run('rules', 'book', 'no-such', '--out', join(folder, 'rules.html'));
    expect([other.status, other.stderr]).toEqual([3, expect.stringContaining('Allowed: lga-nps-2018')]);
  });

  test('that somebody else made, and folders, are left alone', () => {
    const own = join(folder, 'own.svg');
    writeFileSync(own, 'my own words');
    mkdirSync(join(folder, 'a-folder'));
    for (const out of [own, join(folder, 'a-folder'), join(folder, 'nowhere/chart.svg')]) {
      const { status, stderr } = run('render', 'levels', '--organisation', 'medway', '--out', out);
      expect(status).toBe(3);
      expect(stderr).toMatch(/FILE_EXISTS|FILE_UNWRITABLE/);
    }
    expect(readFileSync(own, 'utf8')).toBe('my own words');
    expect(run('report', 'medway', '--out', own).status).toBe(3);
    expect(run('rules', 'book', '--format', 'docx', '--out', own).status).toBe(3);
    expect(run('backup', own).status).toBe(3);
    expect(existsSync(join(folder, 'nowhere'))).toBe(false);
  });

  test('of a dashboard that is not there: the message names those that are', () => {
    const { status, stderr } = run('render', 'pies', '--organisation', 'medway');
    expect(status).toBe(3);
    expect(stderr.replace(/\s+/g, ' ')).toContain('ceilings, headroom, levels, moves, plan-frontier');
  });
});
