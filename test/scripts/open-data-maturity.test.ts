import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { projectFolder } from '../../src/app/project-folder.ts';
import { headroom, temporaryFolder } from '../cli/headroom.ts';

const { folder, remove } = temporaryFolder();
afterAll(remove);

/** The published file is not part of the project; it lies beside it where somebody put it. */
const published = join(projectFolder, '..', 'shared', 'data', 'odm2023_scores_long.csv');
if (!existsSync(published)) console.info(`${published} is not there: only the invented sample is tried.`);

const sample = join(folder, 'sample.csv');
writeFileSync(
  sample,
  [
    'kind,country,question_id,answer,score,max_score',
    ...['Q1', 'Q2'].flatMap((country, index) => [
      `subtotal,${country},D1,,50,`,
      `subtotal,${country},D1.1,,50,`,
      `question,${country},1,"yes, all of it",${index * 20},20`,
      `question,${country},2a,some,5,15`,
      `question,${country},2b,most,10,15`,
      `subtotal,${country},D1.2,,0,`,
      `question,${country},3,Not Applicable,20,20`,
      `question,${country},4,Select answer for Q4,0,10`,
      `question,${country},5,N/A,10,N/A`,
    ]),
    '',
  ].join('\n'),
);

function make(file: string, out: string) {
  return spawnSync(process.execPath, [join(projectFolder, 'scripts/open-data-maturity.ts'), file, out], {
    encoding: 'utf8',
  });
}

describe.each(
  [
    ['an invented sample', sample, { questions: 5, countries: 2, levels: ['0', '1', '2', '3'] }],
    ['the published scores', published, { questions: 161, countries: 35, levels: ['0', '1', '2', '3'] }],
  ].filter(([, file]) => existsSync(String(file))) as [
    string,
    string,
    { questions: number; countries: number },
  ][],
)('%s of open data maturity', (name, file, { questions, countries }) => {
  const out = join(folder, name.replaceAll(' ', '-'));
  const pack = join(out, 'rules/eu-open-data-maturity-2023');
  const run = (...args: readonly string[]) =>
    headroom(join(out, 'workspace'), `HEADROOM_RULES=${join(out, 'rules')}`, ...args);

  test('become a pack without a finding and a panel', () => {
    const made = make(file, out);
    expect([made.stderr, made.status]).toEqual(['', 0]);
    expect(made.stdout).toContain(
      `${questions} questions, ${countries} countries, ${questions * countries} rows.`,
    );
    expect(run('rules', 'check', pack)).toMatchObject({ status: 0 });
    expect(run('rules', 'test', pack)).toMatchObject({ status: 0 });
    expect(make(file, out).status).not.toBe(0);
  });

  test('come in as a public panel, through commands alone', () => {
    const added = run('panel', 'add', join(out, 'panel.csv'), '--panel', 'countries', '--public', '--json');
    expect([added.stderr, added.status]).toEqual([expect.any(String), 0]);
  });
});
