import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { trends } from '../../src/analytics/trends.ts';
import { readAppendix } from '../../src/exchange/read/appendix-text.ts';
import { readCorrections } from '../../src/exchange/read/corrections.ts';
import { matches } from '../../src/kernel/schema.ts';
import { Framework } from '../../src/model/framework.ts';

const folder = fileURLToPath(new URL('../../data/sources/medway/', import.meta.url));
const pack = fileURLToPath(new URL('../../rules/lga-nps-2018/framework.json', import.meta.url));

function framework(): Framework {
  const content: unknown = JSON.parse(readFileSync(pack, 'utf8'));
  if (!matches(Framework, content)) throw new Error('framework.json is not a framework');
  return content;
}

const file = `${folder}appendix-1.txt`;
const reading = readAppendix(readFileSync(file, 'utf8'), {
  framework: framework(),
  organisation: 'medway',
  file,
  corrections: readCorrections(`${folder}corrections.json`),
});
const found = await trends({
  framework: framework(),
  organisation: 'medway',
  periods: reading.assessments.map(({ period, rows }) => ({
    period,
    rows: rows.map((row) => ({
      objective: row.objective,
      state: row.state,
      score: row.state === 'scored' ? row.score : null,
      agreedStandard: row.text.startsWith('NA, achieved baseline of'),
    })),
  })),
});

test('Medway: levels of 2022 and 2023', () => {
  expect(
    found.periods.map(({ period, whole }) => [
      period,
      whole.n,
      Object.fromEntries(whole.levels.map(({ label, count }) => [label, count])),
      whole.satisfactory.count,
      whole.mean?.toFixed(3),
    ]),
  ).toEqual([
    ['2022', 59, { '1': 0, '2': 8, '2/3': 1, '3': 47, '4': 3, '5': 0 }, 50, '2.907'],
    ['2023', 59, { '1': 0, '2': 0, '2/3': 2, '3': 39, '4': 18, '5': 0 }, 57, '3.288'],
  ]);
});

test('Medway: how scores moved from 2022 to 2023', () => {
  const [move] = found.transitions;
  expect(move?.whole.higher).toMatchObject({
    count: 24,
    fromAgreedStandard: 13,
    fromComment: 11,
    halfSteps: 2,
  });
  expect(move?.whole.higher.sentence).toBe(
    '24 of 59 are higher than in 2022; 13 of them had no comment in 2022 to compare with; of the other 11, 2 are half-steps.',
  );
  expect(move?.whole.lower.sentence).toBe('None of 59 is lower than in 2022.');
  expect(
    move?.moves.map(({ from, to, count, fromAgreedStandard }) => [from, to, count, fromAgreedStandard]),
  ).toEqual([
    ['2', '2/3', 2, 0],
    ['2', '3', 6, 0],
    ['2/3', '3', 1, 1],
    ['3', '3', 32, 26],
    ['3', '4', 15, 12],
    ['4', '4', 3, 2],
  ]);
});

test('Medway: eleven sections, whose objectives sum to the whole', () => {
  expect(found.periods[1]?.sections).toHaveLength(11);
  expect(found.periods[1]?.sections.reduce((sum, { n }) => sum + n, 0)).toBe(59);
});
