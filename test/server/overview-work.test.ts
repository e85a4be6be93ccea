import { expect, test } from 'vitest';
import { Overview } from '../../src/app/overview/overview-data.ts';
import { choosePlanRow } from '../../src/app/plan/change-plan-row.ts';
import { agreePlan } from '../../src/app/plan/decide-plan.ts';
import { enterRow } from '../../src/app/year/enter-row.ts';
import { openYear } from '../../src/app/year/open-year.ts';
import { mismatches } from '../../src/kernel/schema.ts';
import { withServer, wordsOf } from './served.ts';

const organisation = 'medway';
const by = 'Ada';

test('the overview says what is under way, a line each, with where to go on', () =>
  withServer(async ({ get, workspace }) => {
    const page = async () => (await get('/medway')).body;
    const data = async () => (await get('/api/v1/organisations/medway/overview')).json();
    expect(await page()).not.toContain('aria-label="Under way"');
    expect(await data()).toMatchObject({ plan: null, reached: null, open: [] });

    await choosePlanRow(workspace, { organisation, period: '2023' }, { objective: 3, target: 4, by });
    for (const objective of [3, 16]) await choosePlanRow(workspace, { organisation }, { objective, by });
    const rows = [{ objective: 16, version: 1 }];
    await agreePlan(
      workspace,
      { organisation },
      { agreedBy: 'Cabinet', date: '2024-01-05', minute: '12', rows, by },
    );
    await openYear(workspace, { organisation, period: '2024', by });
    enterRow(workspace, {
      organisation,
      period: '2024',
      objective: 4,
      score: '4',
      text: 'So.',
      version: 0,
      by,
    });
    const words = wordsOf(await page());
    expect(words).toContain('Return of 2024: 1 of 59 entered. Go on');
    expect(words).toContain('Plan for 2024: 2 targets, 1 agreed. The plan');
    expect(words).toContain('Planned for 2023: 0 of 1 target reached. Planned and reached');
    expect(await page()).toContain('href="/medway/assessments/2024"');
    const overview = await data();
    expect(mismatches(Overview, overview)).toEqual([]);
    expect(overview).toMatchObject({
      plan: { period: '2024', proposed: 1, agreed: 1 },
      reached: { period: '2023', planned: 1, reached: 0 },
      open: [{ period: '2024', entered: 1, of: 59 }],
    });
  }));
