import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { projectFolder } from '../../src/app/workspace/project-folder.ts';
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

const files: readonly (readonly [
  string,
  string,
  { readonly questions: number; readonly countries: number },
])[] = [
  ['an invented sample', sample, { questions: 5, countries: 2 }],
  ['the published scores', published, { questions: 161, countries: 35 }],
];

describe.each(files.filter(([, file]) => existsSync(file)))(
  '%s of open data maturity',
  (name, file, { questions, countries }) => {
    const out = join(folder, name.replaceAll(' ', '-'));
    const pack = join(out, 'rules/eu-open-data-maturity-2023');
    const run = (...args: readonly string[]) =>
      headroom(join(out, 'workspace'), `HEADROOM_RULES=${join(out, 'rules')}`, ...args);

    test('become a pack without a finding, and a panel', () => {
      const made = make(file, out);
      expect([made.stderr, made.status]).toEqual(['', 0]);
      expect(made.stdout).toContain(
        `${questions} questions, ${countries} countries, ${questions * countries} rows.`,
      );
      expect(run('rules', 'check', pack)).toMatchObject({ status: 0 });
      expect(run('rules', 'test', pack)).toMatchObject({ status: 0 });
    });

    test('come in as a public panel, through commands alone', () => {
      const added = run('panel', 'add', join(out, 'panel.csv'), '--panel', 'countries', '--public', '--json');
      expect(added).toMatchObject({ status: 0 });
      expect(JSON.parse(added.stdout)).toMatchObject({
        state: 'added',
        added: questions * countries,
        findings: [],
        panel: { framework: 'eu-open-data-maturity-2023', access: 'public', organisations: countries },
      });
      expect(run('panel', 'check', 'countries')).toMatchObject({ status: 0 });
    });

    test('give every level, and none where a question does not apply or was not answered', () => {
      const rows = readFileSync(join(out, 'panel.csv'), 'utf8').trimEnd().split('\r\n').slice(1);
      const kinds = new Set(rows.map((row) => row.split(',').slice(4).join(' ').trim()));
      expect([...kinds].sort()).toEqual([
        'not-applicable',
        'not-scored',
        'scored 0',
        'scored 1',
        'scored 2',
        'scored 3',
      ]);
    });
  },
);

test('a table of another form is refused with its row', () => {
  const other = join(folder, 'other.csv');
  writeFileSync(
    other,
    'kind,country,question_id,answer,score,max_score\nsubtotal,Q1,D1.1,,1,\nquestion,Q1,1,yes,30,20\n',
  );
  expect(make(other, join(folder, 'other')).stderr).toContain('Row 3 (Q1, 1) has the score 30 of 20');
});
