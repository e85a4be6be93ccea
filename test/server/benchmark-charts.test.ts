import { describe, expect, test } from 'vitest';
import { generatePanel } from '../../src/app/invent/generate-panel.ts';
import { withServer } from './served.ts';

const dashboards = ['distribution', 'uptake', 'causes', 'over-time'] as const;

describe('charts of others', () => {
  test('say that there is nobody to compare with where no panel is held', async () => {
    await withServer(async ({ get }) => {
      for (const dashboard of dashboards) {
        const sent = await get(`/charts/benchmark-${dashboard}.svg?organisation=medway`);
        expect(sent.statusCode).toBe(200);
        expect(sent.body).toContain('There is nobody to compare with: no panel that can be used is held.');
      }
      const missing = await get('/charts/benchmark-uptake.svg?organisation=medway&panel=other');
      expect(missing.statusCode).toBe(404);
    });
  });

  test('are labelled as invented, name panel and group, and take a period, group and section', async () => {
    await withServer(async ({ get, workspace }) => {
      await generatePanel(workspace, { organisations: 60, periods: 3, seed: 7, by: 'Sam' });
      const of = (file: string, query = '') =>
        get(`/charts/benchmark-${file}?organisation=example-invented${query}`);
      for (const dashboard of dashboards) {
        const svg = await of(`${dashboard}.svg`);
        expect(svg.body).toContain('>Demonstration data, invented');
        expect(svg.body).toContain('beside all organisations of');
      }
      const csv = await of('distribution.csv', '&section=enablers&period=2024');
      const parts = new Set(
        csv.body
          .split('\r\n')
          .slice(1)
          .map((line) => line.split(',')[2]),
      );
      expect([...parts].sort()).toEqual([undefined, 'objective', 'section'].sort());
      expect(csv.body).toContain('Demonstration data, invented');
      expect(csv.body.split('\r\n')[1]).toMatch(/^2024,all organisations,section,enablers,/);
      const few = (await of('over-time.json', '&group=type-and-region')).json();
      expect(few.headline).toBe('Figures of others are not given: none of its objectives can be compared.');
      expect((await get('/charts/benchmark-causes.svg?organisation=medway')).body).toContain(
        'what is real and what is invented are not compared',
      );
      for (const query of ['&group=chosen', '&section=nowhere', '&factor.joint-boards=yes'])
        expect((await of('distribution.svg', query)).statusCode).toBe(400);
      expect((await of('uptake.svg', '&section=enablers')).statusCode).toBe(400);
      expect((await get('/charts/levels.svg?organisation=medway&group=all')).statusCode).toBe(400);
    });
  });

  test('that compare two periods say so where a panel has one', async () => {
    await withServer(async ({ get, workspace }) => {
      await generatePanel(workspace, { organisations: 30, periods: 1, seed: 7, by: 'Sam' });
      const uptake = await get('/charts/benchmark-uptake.svg?organisation=example-invented');
      expect(uptake.body).toContain(
        'This chart compares two periods, and the panel does not have the one before 2025.',
      );
      const moving = await get('/charts/benchmark-over-time.svg?organisation=example-invented');
      expect(moving.body).toContain('it takes at least 2, and there is only 2025.');
    });
  });
});
