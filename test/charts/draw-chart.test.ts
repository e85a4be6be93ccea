import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { closedLoader } from '../../src/charts/closed-loader.ts';
import { type ChartSpec, type DashboardVariant } from '../../src/charts/dashboard.ts';
import { drawChart } from '../../src/charts/draw-chart.ts';
import { loadDashboards } from '../../src/charts/load.ts';
import { levelsRows } from './sample-rows.ts';

const theme = loadDashboards(fileURLToPath(new URL('../../dashboards', import.meta.url)))[0]?.theme;
if (theme === undefined) throw new Error('There are no dashboards.');

test.each([
  'https://example.org/data.csv',
  'http://127.0.0.1/',
  '/etc/passwd',
  'file:///etc/passwd',
  'data.csv',
])('the loader refuses %s', async (address) => {
  await expect(closedLoader.load(address)).rejects.toThrow(address);
  await expect(closedLoader.file(address)).rejects.toThrow(address);
  await expect(closedLoader.http(address, {})).rejects.toThrow(address);
  await expect(closedLoader.sanitize(address, { context: 'image' })).rejects.toThrow(address);
});

test('data from a file is refused while a chart is drawn, even where the checks were passed by', async () => {
  const data = { url: 'package.json', format: { type: 'json' } };
  const spec = { layer: [{ mark: 'point', data, encoding: {} }] };
  await expect(draw({ data: { name: 'levels' }, ...spec })).rejects.toMatchObject({
    code: 'DASHBOARD_BROKEN',
  });
});

test('a picture from an address is left out', async () => {
  const mark = { type: 'image', url: 'https://example.org/logo.png', width: 10, height: 10 };
  const { elements } = await draw({ data: { name: 'levels' }, mark });
  expect(elements).not.toContain('example.org');
});

test('what Vega-Lite refuses is told with the file', async () => {
  await expect(draw({ data: { name: 'levels' }, mark: 'sparkle' })).rejects.toThrow(/chart\.vl\.json/);
});

test('ids inside a drawing are the same however many were drawn before', async () => {
  const spec = {
    data: { name: 'levels' },
    mark: { type: 'bar', clip: true },
    encoding: { x: { field: 'count', type: 'quantitative' } },
  };
  const first = await draw(spec);
  expect(first.elements).toContain('clip');
});

function draw(spec: ChartSpec): ReturnType<typeof drawChart> {
  const variant: DashboardVariant = { file: 'chart.vl.json', periods: 1, subtitle: '', spec };
  if (theme === undefined) throw new Error('There is no theme.');
  return drawChart(variant, theme, 'levels', levelsRows());
}
