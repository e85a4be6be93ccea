import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { earlierState, type NewPlanRow } from '../../src/records/plan-rows.ts';
import { northfield } from './example.ts';
import { emptyFolder, northfieldRecords, opened, problemOf } from './workspace.ts';

const row: NewPlanRow = {
  ...{ period: '2024', objective: 1, target: 3, owner: 'Ada', action: 'Write it.', due: '2024-09-01' },
  ...{ days: 10, daysFrom: 'assumed', reason: '', evidence: '', override: null, withdrawn: null },
  notes: [{ text: 'Between us.', audience: 'internal' }],
  ...{ state: 'proposed', agreed: null },
};
const agreed = { by: 'Cabinet', date: '2024-05-01', minute: '12/24' };
const content = ({
  version: _v,
  by: _b,
  at: _a,
  ...rest
}: NewPlanRow & { version: number; by: string; at: string }) => rest;

describe('a row of a plan', () => {
  test('has a version, who and when, and each change is in the journal with before and after', () => {
    const records = northfieldRecords();
    const first = records.plans.putRow('northfield', { act: 'choose', row, from: 0 }, 'ada');
    expect(first).toMatchObject({ ...row, version: 1, by: 'ada' });
    const second = records.plans.putRow(
      'northfield',
      { act: 'change', row: { ...row, target: 4 }, from: 1 },
      'ben',
    );
    expect(records.plans.rows('northfield', '2024')).toEqual([second]);
    expect(records.journal()[0]).toMatchObject({
      action: 'plan-row',
      subject: 'northfield/2024/1',
      by: 'ben',
      before: first,
      after: second,
    });
    expect(records.plans.rows('northfield', '2025')).toEqual([]);
  });

  test('is not written again where nothing differs', () => {
    const records = northfieldRecords();
    const first = records.plans.putRow('northfield', { act: 'choose', row, from: 0 }, 'ada');
    expect(records.plans.putRow('northfield', { act: 'change', row, from: 1 }, 'ben')).toEqual(first);
    expect(records.plans.history('northfield', '2024', 1)).toHaveLength(1);
  });

  test('refuses a change made from another version, and says both', () => {
    const records = northfieldRecords();
    records.plans.putRow('northfield', { act: 'choose', row, from: 0 }, 'ada');
    const held = records.plans.putRow(
      'northfield',
      { act: 'change', row: { ...row, target: 4 }, from: 1 },
      'ada',
    );
    const mine = { ...row, target: 2 };
    for (const from of [0, 1, 3]) {
      const { code, status, detail } = problemOf(() =>
        records.plans.putRow('northfield', { act: 'change', row: mine, from }, 'ben'),
      );
      expect([code, status]).toEqual(['ROW_CHANGED', 409]);
      expect(detail.data).toEqual({ given: { version: from, row: mine }, held: { version: 2, row: held } });
      expect(detail.seen).toContain('it is now at version 2 by ada: target 4, proposed');
    }
    expect(records.plans.rows('northfield', '2024')).toEqual([held]);
    expect(
      problemOf(() =>
        records.plans.undoRow('northfield', { period: '2024', objective: 1, version: 1 }, 'ben'),
      ).code,
    ).toBe('ROW_CHANGED');
  });

  test('refuses what it could not read back', () => {
    const records = northfieldRecords();
    for (const wrong of [
      { days: -1 },
      { days: 1.5 },
      { due: 'soon' },
      { notes: [{ text: '', audience: 'internal' as const }] },
    ])
      expect(
        problemOf(() =>
          records.plans.putRow('northfield', { act: 'choose', row: { ...row, ...wrong }, from: 0 }, 'ada'),
        ).code,
      ).toBe('BAD_VALUE');
    expect(records.plans.rows('northfield', '2024')).toEqual([]);
  });

  test('keeps who agreed it, when and the minute, also over an undo', () => {
    const records = northfieldRecords();
    records.plans.putRow('northfield', { act: 'choose', row, from: 0 }, 'ada');
    records.plans.putRow(
      'northfield',
      { act: 'agree', row: { ...row, state: 'agreed', agreed }, from: 1 },
      'ben',
    );
    records.plans.putRow('northfield', { act: 'change', row: { ...row, target: 4 }, from: 2 }, 'cat');
    const back = records.plans.undoRow('northfield', { period: '2024', objective: 1, version: 3 }, 'cat');
    expect(back).toMatchObject({ state: 'agreed', agreed, target: 3, version: 4 });
  });

  test('is gone where its first choice is taken back, and can be chosen anew under a new version', () => {
    const records = northfieldRecords();
    records.plans.putRow('northfield', { act: 'choose', row, from: 0 }, 'ada');
    const place = { period: '2024', objective: 1 };
    expect(records.plans.undoRow('northfield', { ...place, version: 1 }, 'ada')).toBeNull();
    expect(records.plans.rows('northfield', '2024')).toEqual([]);
    expect(problemOf(() => records.plans.undoRow('northfield', { ...place, version: 0 }, 'ada')).code).toBe(
      'BAD_VALUE',
    );
    expect(records.plans.putRow('northfield', { act: 'choose', row, from: 0 }, 'ben').version).toBe(3);
  });
});

test('settings and confirmed actions are kept, journaled, and not written twice', () => {
  const records = northfieldRecords();
  const request = { days: 60, locks: [{ objective: 1, level: 3 }] };
  records.plans.putSettings('northfield', { period: '2024', request }, 'ada');
  records.plans.putSettings('northfield', { period: '2024', request }, 'ben');
  expect(records.plans.settings('northfield', '2024')).toMatchObject({ request, by: 'ada' });
  expect(records.plans.settings('northfield', '2025')).toBeUndefined();
  const action = { period: '2023', objective: 1, action: 'Write it.', outcome: 'done' as const };
  records.plans.putConfirmedAction('northfield', action, 'ada');
  records.plans.putConfirmedAction('northfield', { ...action, outcome: 'dropped' }, 'ben');
  expect(records.plans.confirmedActions('northfield', '2023')).toMatchObject([
    { outcome: 'dropped', by: 'ben' },
  ]);
  expect(records.journal().map((entry) => entry.action)).toEqual([
    ...['confirm-action', 'confirm-action', 'plan-settings', 'put-organisation'],
  ]);
});

describe('what always holds of a row', () => {
  const step = fc.record({
    editor: fc.integer({ min: 0, max: 2 }),
    does: fc.constantFrom('look', 'change', 'undo', 'agree'),
    target: fc.integer({ min: 1, max: 5 }),
  });

  test('editors who interleave lose no update, history replays to the present, and undo restores exactly', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const folder = emptyFolder();
        const programs = [opened(folder), opened(folder), opened(folder)];
        programs[0]?.putOrganisation(northfield, 'cli');
        const seen = [0, 0, 0];
        let accepted = 0;
        for (const { editor, does, target } of steps) {
          const records = programs[editor];
          if (records === undefined) continue;
          const now = records.plans.rows('northfield', '2024')[0];
          if (does === 'look') {
            seen[editor] = now?.version ?? 0;
            continue;
          }
          const from = seen[editor] ?? 0;
          const history = records.plans.history('northfield', '2024', 1);
          const earlier = earlierState(history);
          const changed = {
            ...row,
            target,
            ...(does === 'agree' ? { state: 'agreed' as const, agreed } : {}),
          };
          try {
            const after =
              does === 'undo'
                ? records.plans.undoRow(
                    'northfield',
                    { period: '2024', objective: 1, version: from },
                    `e${editor}`,
                  )
                : records.plans.putRow('northfield', { act: does, row: changed, from }, `e${editor}`);
            expect(from).toBe(now?.version ?? 0);
            if (does === 'undo') {
              expect(after === null ? null : content(after)).toEqual(
                earlier === undefined || earlier === null ? null : content(earlier),
              );
              accepted++;
            } else if (after?.version !== now?.version) accepted++;
            seen[editor] = after?.version ?? 0;
          } catch (thrown) {
            const { code } = problemOf(() => {
              throw thrown;
            });
            expect(code).toBe(from === (now?.version ?? 0) ? 'BAD_VALUE' : 'ROW_CHANGED');
          }
        }
        const records = programs[0];
        const history = records?.plans.history('northfield', '2024', 1) ?? [];
        expect(history.map(({ version }) => version)).toEqual(history.map((_, index) => index + 1));
        expect(history).toHaveLength(accepted);
        expect(records?.plans.rows('northfield', '2024')[0] ?? null).toEqual(history.at(-1)?.row ?? null);
        const journal =
          records?.journal({ limit: 1000 }).filter(({ action }) => action.endsWith('plan-row')) ?? [];
        expect(journal.toReversed().map(({ after }) => after)).toEqual(history.map((change) => change.row));
        for (const each of programs) each.close();
      }),
      { numRuns: process.env['HEADROOM_TEST_LONG'] ? 1000 : 25 },
    );
  });
});
