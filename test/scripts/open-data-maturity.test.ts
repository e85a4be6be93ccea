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
    ...Array.from({ length: 12 }, (_, index) => [`Q${index}`, index] as const).flatMap(([country, index]) => [
      `subtotal,${country},D1,,50,`,
      `subtotal,${country},D1.1,,50,`,
      `question,${country},1,"yes, all of it",${(index % 2) * 20},20`,
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

interface Counted {
  readonly level: number;
  readonly count: number;
}

const files: readonly (readonly [
  string,
  string,
  { readonly questions: number; readonly countries: number; readonly country: string },
])[] = [
  ['an invented sample', sample, { questions: 5, countries: 12, country: 'Q3' }],
  ['the published scores', published, { questions: 161, countries: 35, country: 'FR' }],
];

describe.each(files.filter(([, file]) => existsSync(file)))(
  '%s of open data maturity',
  (name, file, { questions, countries, country }) => {
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
      const named = ['--name', 'Countries of Europe', '--source', 'Open Data Maturity 2023'];
      const file = join(out, 'panel.csv');
      const added = run('panel', 'add', file, '--panel', 'countries', '--public', ...named, '--json');
      expect(added).toMatchObject({ status: 0 });
      expect(JSON.parse(added.stdout)).toMatchObject({
        state: 'added',
        added: questions * countries,
        findings: [],
        panel: { framework: 'eu-open-data-maturity-2023', access: 'public', organisations: countries },
      });
      expect(run('panel', 'check', 'countries')).toMatchObject({ status: 0 });
    });

    test('set a country beside the others, nothing withheld', () => {
      const { stdout, stderr, status } = run('benchmark', country.toLowerCase());
      expect([stderr, status]).toEqual(['', 0]);
      for (const line of stdout.split('\n')) expect([...line].length, line).toBeLessThanOrEqual(80);
      const words = stdout.replace(/\s+/g, ' ');
      for (const said of [
        `${country} beside all organisations, 2023 Panel countries: Countries of Europe, public: nothing is withheld;`,
        'Source: Open Data Maturity 2023.',
        'its scores are those of the panel.',
        'The panel does not have the period before 2023',
        'came without reasons and circumstances, so nothing is counted here.',
        `${country} is not among the others: its own rows are taken away.`,
        'No list of organisations is held',
      ])
        expect(words).toContain(said);
      expect(words).not.toContain('Other groups');

      const report = JSON.parse(run('benchmark', country, '--json').stdout);
      expect(report).toMatchObject({ organisation: country, name: country, label: null });
      const rows = readFileSync(join(out, 'panel.csv'), 'utf8').trimEnd().split('\r\n').slice(1);
      const cells = rows.map((row) => row.split(','));
      for (const { objective, own, others } of report.comparison.objectives) {
        const scores = cells.filter((row) => row[3] === `${objective}` && row[4] === 'scored');
        const mine = scores.find((row) => row[0] === country);
        expect(own.score?.achieved ?? null).toBe(mine === undefined ? null : Number(mine[5]));
        const theirs = scores.filter((row) => row !== mine).map((row) => Number(row[5]));
        const counted = others.give === 'counts' ? others.levels : [];
        expect(counted.flatMap(({ level, count }: Counted) => Array(count).fill(level))).toEqual(
          theirs.toSorted((a, b) => a - b),
        );
      }
    });

    test('name no country that is not in it', () => {
      const { stdout, stderr, status } = run('benchmark', 'atlantis');
      expect({ stdout, status }).toEqual({ stdout: '', status: 3 });
      expect(stderr).toContain('UNKNOWN_ORGANISATION');
      expect(stderr.replace(/\s+/g, ' ')).toContain('none has this one');
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
