import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { NewFactorSetting } from '../../src/records/factors.ts';
import { northfield } from './example.ts';
import { emptyFolder, northfieldRecords, opened, problemOf } from './workspace.ts';

test('a circumstance holds from its period on, until a later setting', () => {
  const records = northfieldRecords();
  const set = (state: 'yes' | 'no' | 'unknown', from: string) =>
    records.setFactor('northfield', { factor: 'boards', state, from, reason: `as of ${from}` }, 'ada');
  set('yes', '2024');
  set('no', '2022');
  const states = () =>
    ['2021', '2022', '2023', '2024', '2030'].map(
      (period) => records.factorsAt('northfield', period)[0]?.state,
    );
  expect(states()).toEqual([undefined, 'no', 'no', 'yes', 'yes']);
  set('unknown', '2023');
  set('no', '2024');
  expect(states()).toEqual([undefined, 'no', 'unknown', 'no', 'no']);
  expect(records.factorsAt('northfield', '2023')).toEqual([
    {
      factor: 'boards',
      state: 'unknown',
      from: '2023',
      reason: 'as of 2023',
      by: 'ada',
      at: '2026-01-05T09:03:00.000Z',
    },
  ]);
});

test('a period that runs over two years has its place among the others', () => {
  const records = northfieldRecords();
  records.setFactor('northfield', { factor: 'boards', state: 'yes', from: '2023-24', reason: '' }, 'ada');
  const at = (period: string) => records.factorsAt('northfield', period).length;
  expect(['2022-23', '2023-24', '2024-25'].map(at)).toEqual([0, 1, 1]);
});

test('what was set meanwhile is not overwritten by who did not see it', () => {
  const records = northfieldRecords();
  const set = (state: 'yes' | 'no', version: number | null) =>
    records.setFactor(
      'northfield',
      { factor: 'boards', state, from: '2024', reason: 'Asked' },
      'ada',
      version,
    );
  set('yes', 0);
  set('yes', 0);
  const { code, detail } = problemOf(() => set('no', 0));
  expect([code, detail.seen]).toEqual([
    'ROW_CHANGED',
    'version 0; it is now at version 1: yes from 2024, by ada',
  ]);
  set('no', 1);
  set('yes', null);
  expect(records.factorSettings('northfield').map(({ state }) => state)).toEqual(['yes', 'no', 'yes']);
});

test('an unknown organisation has no circumstances to tell', () => {
  const records = northfieldRecords();
  for (const work of [
    () => records.factorsAt('southfield', '2024'),
    () => records.factorSettings('southfield'),
  ])
    expect(problemOf(work).code).toBe('UNKNOWN_ORGANISATION');
});

/** The simple model: of the settings not after the period, the latest period's last one counts. */
function modelAt(settings: readonly NewFactorSetting[], period: string): Record<string, string> {
  const held: Record<string, NewFactorSetting> = {};
  for (const setting of settings) {
    const before = held[setting.factor];
    if (setting.from <= period && (before === undefined || setting.from >= before.from))
      held[setting.factor] = setting;
  }
  return Object.fromEntries(
    Object.entries(held).map(([factor, { state, reason }]) => [factor, `${state} ${reason}`]),
  );
}

test('whatever is set in whatever order, each period has what the simple model says', () => {
  const period = fc.integer({ min: 2020, max: 2025 }).map(String);
  const setting = fc.record({
    factor: fc.constantFrom('boards', 'framework', 'élan'),
    state: fc.constantFrom('yes' as const, 'no' as const, 'unknown' as const),
    from: period,
    reason: fc.constantFrom('', 'said', "it's \u0000 odd"),
  });
  const folder = emptyFolder();
  const records = opened(folder);
  let run = 0;
  fc.assert(
    fc.property(fc.array(setting, { maxLength: 12 }), period, (settings, asked) => {
      const id = `organisation-${run++}`;
      records.writing(() => {
        records.putOrganisation({ ...northfield, id }, 'law');
        for (const each of settings) records.setFactor(id, each, 'law');
      });
      const found = records.factorsAt(id, asked);
      expect(
        Object.fromEntries(found.map(({ factor, state, reason }) => [factor, `${state} ${reason}`])),
      ).toEqual(modelAt(settings, asked));
      expect(found.map(({ factor }) => factor)).toEqual(found.map(({ factor }) => factor).toSorted());
    }),
  );
});
