import { describe, expect, test } from 'vitest';
import { changePlanRow, choosePlanRow } from '../../../src/app/plan/change-plan-row.ts';
import {
  agreePlan,
  choosePlan,
  planHistory,
  undoPlanRow,
  withdrawPlanRow,
} from '../../../src/app/plan/decide-plan.ts';
import { confirmAction, openActions } from '../../../src/app/plan/open-actions.ts';
import { plan } from '../../../src/app/plan/plan.ts';
import { planReached } from '../../../src/app/plan/plan-reached.ts';
import { OpenAction, PlanReached, PlanReport } from '../../../src/app/plan/plan-report.ts';
import { planTable } from '../../../src/app/plan/plan-table.ts';
import { writtenRequest } from '../../../src/app/plan/written-request.ts';
import { Problem } from '../../../src/kernel/problem.ts';
import { mismatches } from '../../../src/kernel/schema.ts';
import { renderReport } from '../../../src/pages/report.ts';
import { example } from '../../server/served.ts';
import { withWorkspace } from '../fixture.ts';

const view = { organisation: 'medway' };
const by = 'Ada';
const agreement = { agreedBy: 'Cabinet', date: '2024-05-01', minute: '12/24', by };

async function refusal(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (thrown) {
    if (thrown instanceof Problem) return `${thrown.code} ${thrown.detail.place ?? ''}`.trim();
    throw thrown;
  }
  return 'not refused';
}

describe('a suggestion and what is chosen of it', () => {
  test('stand beside each other; choosing keeps what was asked for, and leaves rows that are there', () =>
    withWorkspace(async (workspace) => {
      expect(await plan(workspace, view)).toMatchObject({
        request: null,
        requestFrom: 'none',
        suggestion: null,
        rows: [],
      });
      const request = await writtenRequest(workspace, view, { days: 60, effort: ['7=15'], weight: ['3=2'] });
      const own = await choosePlanRow(workspace, view, {
        objective: 3,
        action: 'Train\r\n  members.',
        by: 'Ben',
      });
      expect(own).toMatchObject({
        target: 3,
        days: 10,
        daysFrom: 'assumed',
        action: 'Train\nmembers.',
        version: 1,
      });
      const done = await choosePlan(workspace, view, request, by);
      expect(done.left).toEqual([3]);
      const report = await plan(workspace, view);
      expect(mismatches(PlanReport, report)).toEqual([]);
      expect(report.requestFrom).toBe('kept');
      expect(report.rows.map(({ objective }) => objective)).toEqual([3, ...done.chosen]);
      expect(report.rows[0]).toMatchObject({ by: 'Ben', state: 'proposed', score: '2/3' });
      expect(report.suggestion?.targets.map(({ objective }) => objective)).toEqual(
        [...done.left, ...done.chosen].toSorted((a, b) => a - b),
      );
      for (const { target, ceiling } of report.rows) expect(target).toBeLessThanOrEqual(ceiling ?? 0);
      expect((await choosePlan(workspace, view, null, by)).chosen).toEqual([]);
    }, example));

  test('a target above the ceiling needs one sentence, and one within it takes none', () =>
    withWorkspace(async (workspace) => {
      const edit = { objective: 4, target: 5, by };
      expect(await refusal(choosePlanRow(workspace, view, edit))).toBe('BAD_VALUE override');
      const override = 'A joint board was founded in June.';
      const row = await choosePlanRow(workspace, view, { ...edit, override });
      expect(row).toMatchObject({ target: 5, override });
      expect((await plan(workspace, view)).rows[0]).toMatchObject({ aboveCeiling: true, ceiling: 4 });
      const within = { objective: 4, version: 1, target: 4, by };
      expect(await refusal(changePlanRow(workspace, view, { ...within, override }))).toBe(
        'BAD_VALUE override',
      );
      expect(await changePlanRow(workspace, view, within)).toMatchObject({
        target: 4,
        override: null,
        days: 0,
      });
    }, example));

  test.each([
    ['BAD_VALUE target of objective 3', { target: 1 }],
    ['BAD_VALUE target of objective 3', { target: 6 }],
    ['BAD_VALUE days', { days: -1 }],
    ['BAD_VALUE due', { due: '2024-02-30' }],
    ['BAD_VALUE by', { by: ' ' }],
    ['BAD_VALUE action', { action: 'x'.repeat(2001) }],
    ['BAD_VALUE owner', { owner: 'A\u0007' }],
    ['UNKNOWN_OBJECTIVE lga-nps-2018', { objective: 99 }],
  ])('refuses with %s', (expected, wrong) =>
    withWorkspace(async (workspace) => {
      expect(await refusal(choosePlanRow(workspace, view, { objective: 3, by, ...wrong }))).toBe(expected);
      expect(workspace.records.plans.rows('medway', '2024')).toEqual([]);
    }, example),
  );

  test.each([
    ['BAD_VALUE minimum', { minimum: ['4'] }],
    ['BAD_VALUE minimum', { minimum: ['nowhere=3'] }],
    ['BAD_VALUE effort', { effort: ['4=-1'] }],
    ['UNKNOWN_OBJECTIVE lga-nps-2018', { lock: ['99=3'] }],
    ['PLAN_IMPOSSIBLE', { minimum: ['4=5'] }],
  ])('refuses a request with %s', (expected, wrong) =>
    withWorkspace(async (workspace) => {
      const asked = writtenRequest(workspace, view, { days: 10, ...wrong }).then((request) =>
        plan(workspace, view, request),
      );
      expect(await refusal(asked)).toBe(expected);
    }, example),
  );
});

describe('a row of the plan', () => {
  test('is changed only from the version that there is', () =>
    withWorkspace(async (workspace) => {
      await choosePlanRow(workspace, view, { objective: 3, by });
      expect(await refusal(changePlanRow(workspace, view, { objective: 3, owner: 'B', by }))).toBe(
        'BAD_VALUE version',
      );
      expect(await refusal(choosePlanRow(workspace, view, { objective: 3, by }))).toMatch(/^ROW_CHANGED/);
      await changePlanRow(workspace, view, { objective: 3, version: 1, owner: 'Ben', by: 'Ben' });
      const stale = changePlanRow(workspace, view, { objective: 3, version: 1, owner: 'Cat', by: 'Cat' });
      expect(await refusal(stale)).toBe('ROW_CHANGED medway, 2024, objective 3');
      expect(workspace.records.plans.rows('medway', '2024')).toMatchObject([{ owner: 'Ben', version: 2 }]);
    }, example));

  test('keeps its agreement while its target stays, and its history keeps it after', () =>
    withWorkspace(async (workspace) => {
      await choosePlanRow(workspace, view, { objective: 3, by });
      const [agreed] = await agreePlan(workspace, view, agreement);
      expect(agreed).toMatchObject({
        state: 'agreed',
        agreed: { by: 'Cabinet', date: '2024-05-01', minute: '12/24' },
      });
      expect(await refusal(agreePlan(workspace, view, agreement))).toBe('BAD_VALUE medway, 2024');
      const owned = await changePlanRow(workspace, view, { objective: 3, version: 2, owner: 'Ben', by });
      expect(owned).toMatchObject({ state: 'agreed', agreed: agreed?.agreed });
      const moved = await changePlanRow(workspace, view, { objective: 3, version: 3, target: 2, by });
      expect(moved).toMatchObject({ state: 'proposed', agreed: null });
      await withdrawPlanRow(workspace, view, { objective: 3, version: 4, reason: 'Not this year.', by });
      const { changes } = await planHistory(workspace, view, 3);
      expect(changes.map(({ act }) => act)).toEqual(['choose', 'agree', 'change', 'change', 'withdraw']);
      expect(changes[1]?.row?.agreed?.minute).toBe('12/24');
      expect(await undoPlanRow(workspace, view, { objective: 3, version: 5, by })).toMatchObject({
        state: 'proposed',
        withdrawn: null,
      });
      expect(await undoPlanRow(workspace, view, { objective: 3, version: 6, by })).toMatchObject({
        state: 'agreed',
        owner: 'Ben',
      });
    }, example));
});

test('a table and a report hold what is for publication, and say how many notes they leave out', () =>
  withWorkspace(async (workspace) => {
    await choosePlanRow(workspace, view, {
      objective: 3,
      evidence: 'A secret file.',
      notes: [
        { text: 'Between us.', audience: 'internal' },
        { text: 'For all.', audience: 'for-publication' },
      ],
      by,
    });
    await choosePlan(workspace, view, { days: 0, locks: [{ objective: 4, level: 4 }] }, by);
    const { header, rows, settings, internalNotes } = await planTable(workspace, view);
    const cells = Object.fromEntries(header.map((title, at) => [title, rows[0]?.[at]]));
    expect(cells).toMatchObject({
      '#': 3,
      Target: 3,
      'Officer-days': 10,
      'About the days': 'assumed 10 days a step; change it',
      Notes: 'For all.',
    });
    expect(settings).toContainEqual(['Settled', 'objective 4: level 4 of 5']);
    expect(internalNotes).toBe(1);
    const report = await renderReport(workspace, view);
    expect(JSON.stringify(rows) + report).not.toMatch(/Between us|secret file/);
    expect(report).toContain('1 internal note was left out.');
    expect(report).toContain('For all.');
  }, example));

test('next year shows what was planned against what was reached, and carries open actions forward', () =>
  withWorkspace(async (workspace) => {
    const last = { organisation: 'oak-lane', period: '2025' };
    await choosePlanRow(workspace, last, { objective: 1, target: 2, action: 'Build a heap.', by });
    await choosePlanRow(workspace, last, {
      objective: 3,
      target: 2,
      action: 'Draw four beds.',
      owner: 'Ben',
      by,
    });
    const reached = await planReached(workspace, { organisation: 'oak-lane' });
    expect(mismatches(PlanReached, reached)).toEqual([]);
    expect(
      reached.rows.map(({ objective, start, target, now, reached: there }) => [
        objective,
        start,
        target,
        now,
        there,
      ]),
    ).toEqual([
      [1, '1', 2, '2', true],
      [3, '1', 2, '1', false],
    ]);
    expect(reached.progress.toTarget).toEqual({ gone: 1, whole: 2, percent: 50 });
    const now = { organisation: 'oak-lane' };
    const planned = (await openActions(workspace, now)).filter(({ source }) => source === 'plan');
    expect(mismatches(OpenAction, planned[0])).toEqual([]);
    expect(planned.map(({ objective, open }) => [objective, open])).toEqual([
      [1, false],
      [3, true],
    ]);
    const said = { objective: 3, action: 'Draw four', outcome: 'dropped', by };
    expect(await confirmAction(workspace, now, said)).toMatchObject({
      open: false,
      confirmed: { outcome: 'dropped', by },
    });
    expect(await confirmAction(workspace, now, { ...said, outcome: 'continues' })).toMatchObject({
      open: true,
    });
    expect(await refusal(confirmAction(workspace, now, { ...said, outcome: 'lost' }))).toBe(
      'BAD_VALUE outcome',
    );
    expect(await refusal(confirmAction(workspace, now, { ...said, action: 'Nothing' }))).toBe(
      'BAD_VALUE action of objective 3',
    );
  }));
