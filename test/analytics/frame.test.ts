import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type FrameRow, openFrames } from '../../src/analytics/frame.ts';

const frames = await openFrames();

const row = (objective: number, label: string, change: Partial<FrameRow> = {}): FrameRow => {
  const [achieved = 0, towards] = label.split('/').map(Number);
  const midpoint = towards === undefined ? achieved : (achieved + towards) / 2;
  return {
    objective,
    section: 'a',
    period: '2022',
    label,
    achieved,
    midpoint,
    agreedStandard: false,
    ...change,
  };
};

test('rows come back from a frame as they went in, half-steps after whole levels too', () => {
  const rows = [...Array.from({ length: 30 }, (_, index) => row(index + 1, '3')), row(31, '2/3')];
  expect(frames.rows(frames.frame(rows))).toEqual(rows);
});

test('no rows make no frame', () => {
  expect(frames.frame([])).toBeNull();
  expect(frames.rows(null)).toEqual([]);
  expect(frames.groupBy(null, 'section').size).toBe(0);
});

test('a score that is not a number enters no frame', () => {
  expect(() => frames.frame([row(1, '3', { midpoint: Number.NaN })])).toThrow(/another form/);
});

test('groups are found by the value as it is written', () => {
  const sections = ['10', 'constructor', '9', 'a-b', '10'];
  const groups = frames.groupBy(
    frames.frame(sections.map((section, i) => row(i, '3', { section }))),
    'section',
  );
  expect(
    [...groups].map(([section, group]) => [section, frames.rows(group).map((r) => r.objective)]),
  ).toEqual([
    ['10', [0, 4]],
    ['constructor', [1]],
    ['9', [2]],
    ['a-b', [3]],
  ]);
});

test('a merge pairs the objectives that both periods have', () => {
  const earlier = frames.frame([row(1, '2'), row(2, '2/3', { agreedStandard: true })]);
  const later = frames.frame([row(2, '3', { period: '2023' }), row(3, '4', { period: '2023' })]);
  expect(frames.merge(earlier, later)).toEqual([
    { from: row(2, '2/3', { agreedStandard: true }), to: row(2, '3', { period: '2023' }) },
  ]);
});

test('periods with no objective in common, or with none at all, have no pairs', () => {
  expect(frames.merge(frames.frame([row(1, '2')]), frames.frame([row(2, '2')]))).toEqual([]);
  expect(frames.merge(frames.frame([row(1, '2')]), null)).toEqual([]);
});

test('values are counted as they are written', () => {
  expect([...frames.valueCounts(['2/3', '2', '10', '9', '2', 'constructor'])]).toEqual([
    ['2/3', 1],
    ['2', 2],
    ['10', 1],
    ['9', 1],
    ['constructor', 1],
  ]);
  expect(frames.valueCounts([]).size).toBe(0);
});

test('grouping loses no row and makes none', () => {
  const anyRow = fc
    .record({
      objective: fc.integer({ min: 1, max: 99 }),
      label: fc.constantFrom('1', '2', '2/3', '3', '10'),
      section: fc.constantFrom('a', 'a-b', 'b', '1', '10', 'constructor'),
      period: fc.constantFrom('2022', '2023', '2023-24'),
    })
    .map(({ objective, label, section, period }) => row(objective, label, { section, period }));
  fc.assert(
    fc.property(fc.array(anyRow, { maxLength: 40 }), (rows) => {
      const groups = frames.groupBy(frames.frame(rows), 'section');
      for (const [section, group] of groups) {
        expect(new Set(frames.rows(group).map((each) => each.section))).toEqual(new Set([section]));
      }
      const sorted = (given: readonly FrameRow[]) => given.map((each) => JSON.stringify(each)).toSorted();
      expect(sorted([...groups.values()].flatMap(frames.rows))).toEqual(sorted(rows));
    }),
  );
});
