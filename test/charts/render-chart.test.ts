import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Resvg } from '@resvg/resvg-js';
import { describe, expect, test } from 'vitest';
import { chartText } from '../../src/charts/chart-text.ts';
import { dashboardById, loadDashboards } from '../../src/charts/load.ts';
import { type ChartFormat, renderChart, renderDrawing } from '../../src/charts/render-chart.ts';
import { requireLetters, svgToPng } from '../../src/charts/svg-to-png.ts';
import { Problem } from '../../src/kernel/problem.ts';
import { expectGolden } from './golden.ts';
import {
  ceilingsRows,
  levelsRows,
  movesRows,
  orchardStamp,
  sampleRows,
  sectionsRows,
} from './sample-rows.ts';

const dashboards = loadDashboards(fileURLToPath(new URL('../../dashboards', import.meta.url)));

describe.each(dashboards)('the dashboard $id', (dashboard) => {
  const rows = sampleRows(dashboard.data);

  test('is drawn as it was agreed', async () => {
    expectGolden(dashboard.id, await text(dashboard.id, rows));
  });

  test('is the same every time, and leaves its rows as they are', async () => {
    const before = structuredClone(rows);
    expect(await text(dashboard.id, rows)).toBe(await text(dashboard.id, rows));
    expect(rows).toEqual(before);
  });

  test('is an image with a title and a description, under ids of its own', async () => {
    const svg = await text(dashboard.id, rows);
    const { headline } = chartText(dashboard, rows);
    expect(svg).toContain(
      `role="img" aria-labelledby="headroom-${dashboard.id}-title headroom-${dashboard.id}-desc"`,
    );
    expect(svg).toContain(`<title id="headroom-${dashboard.id}-title">${headline}</title>`);
    expect(svg).toMatch(new RegExp(`<desc id="headroom-${dashboard.id}-desc">[^<]{40,}</desc>`));
    const ids = [...svg.matchAll(/ id="([^"]*)"/g)].map((match) => match[1] ?? '');
    expect(ids.filter((id) => !id.startsWith(`headroom-${dashboard.id}-`))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('carries organisation, period, framework and pack version in every form', async () => {
    expect(await text(dashboard.id, rows)).toContain(
      'Apple &amp; Sons, 2023. Framework: Orchard 1. Rules: version 1.0.0.',
    );
    expect(await text(dashboard.id, rows, 'csv')).toMatch(/,Apple & Sons,2023,Orchard 1,1\.0\.0\r\n$/);
    expect(JSON.parse(await text(dashboard.id, rows, 'json'))).toMatchObject({ stamp: orchardStamp, rows });
  });

  test('has a form that fits a window of 320 pixels without being made smaller', async () => {
    const narrow = (await renderDrawing(dashboard, rows, 'A label'))?.narrow ?? '';
    expect(Number(/width="(\d+)"/.exec(narrow)?.[1])).toBeLessThanOrEqual(296);
    const sizes = [...narrow.matchAll(/font-size="([\d.]+)px"/g)].map((match) => Number(match[1]));
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(12);
  });

  test('gives its table a cell for each column', () => {
    const { table } = chartText(dashboard, rows);
    expect(table.rows.length).toBeGreaterThan(0);
    for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
  });

  test('says in a sentence that there is nothing to draw', async () => {
    const { headline, shortage } = chartText(dashboard, []);
    expect(shortage).toBe(headline);
    expect(await text(dashboard.id, [])).toContain(headline);
  });
});

test('sections are drawn as lines from three periods on', async () => {
  expectGolden('sections-over-time', await text('sections', sectionsRows(['2021', '2022', '2023'])));
});

test('a comparison with one period gives the reason instead of an empty chart', async () => {
  expect(chartText(dashboardById(dashboards, 'sections'), sectionsRows(['2023'])).headline).toBe(
    'This chart compares periods: it takes at least 2, and there is only 2023.',
  );
  expectGolden('sections-one-period', await text('sections', sectionsRows(['2023'])));
});

test('moves without a move, and ceilings without a cap, are drawn or told', async () => {
  const still = movesRows().map((row) => ({ ...row, to: row.from, toLabel: row.fromLabel, change: 0 }));
  expect(await text('moves', still)).toContain('No score differs between 2022 and 2023');
  const open = ceilingsRows().map((row) => ({ ...row, count: 0 }));
  expect(await text('ceilings', open)).toContain('No limit is stated for any of 4 objectives.');
});

test('an example says so on the picture', async () => {
  const stamp = { ...orchardStamp, example: 'Example: an orchard <invented>' };
  const { body } = await renderChart(dashboardById(dashboards, 'levels'), levelsRows(), {
    format: 'svg',
    stamp,
  });
  expect(body).toContain('>Example: an orchard &lt;invented&gt;</text>');
});

test('text of the rows is escaped', async () => {
  const svg = await text('headroom', sampleRows('headroom'));
  expect(svg).toContain('Grafting &lt;old stock&gt;');
  expect(svg).not.toContain('<old');
});

test('a picture does not depend on the language or the time zone of the machine', async () => {
  const script = `
    import { loadDashboards } from './src/charts/load.ts';
    import { renderChart } from './src/charts/render-chart.ts';
    import { orchardStamp, sampleRows } from './test/charts/sample-rows.ts';
    for (const dashboard of loadDashboards('dashboards'))
      process.stdout.write((await renderChart(dashboard, sampleRows(dashboard.data), { format: 'svg', stamp: orchardStamp })).body);`;
  const elsewhere = execFileSync(process.execPath, ['--input-type=module-typescript', '-e', script], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    env: { ...process.env, TZ: 'Pacific/Kiritimati', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const here = await Promise.all(dashboards.map(({ id, data }) => text(id, sampleRows(data))));
  expect(elsewhere).toBe(here.join(''));
});

test('a PNG is the size of the SVG times the scale', async () => {
  const svg = await text('levels', levelsRows());
  const { width, height } = new Resvg(svg);
  const png = Buffer.from(svgToPng(svg, 3, { files: [], system: false }));
  expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  expect(png.readUInt32BE(16)).toBe(3 * width);
  expect(png.readUInt32BE(20)).toBe(3 * height);
});

test('without any font a PNG is refused, as its words would be left out', () => {
  expect(() => requireLetters({ files: [], system: false })).toThrow(
    new Problem('FONTS_MISSING', {
      seen: 'no fonts on this machine',
      repair: 'Install a font, such as fonts-liberation, or ask for the chart as SVG.',
    }),
  );
});

test('figures are readable on every part of a bar, also where the lower levels are empty', async () => {
  const rows = levelsRows(['2023']).map((row) => (row.level === 1 ? { ...row, count: 0, share: 0 } : row));
  const svg = await text('levels', rows);
  const { theme } = dashboardById(dashboards, 'levels');
  const parts = [
    ...svg.matchAll(
      /<path d="[^"]*h[1-9][^"]*" fill="(#\w{6})" stroke="#12436D" stroke-width="1" opacity="1"/g,
    ),
  ].map((match) => match[1] ?? '');
  const inks = [...svg.matchAll(/fill="(#\w{6})">\d+ \(\d+%\)<\/text>/g)].map((match) => match[1] ?? '');
  expect(parts).toEqual(theme.ranks.slice(1, 3));
  expect(inks).toEqual(parts.map((part) => theme.onRanks[theme.ranks.indexOf(part)]));
});

test('a part with nothing in it leaves no line', async () => {
  const rows = levelsRows(['2023']).map((row) => (row.level === 1 ? { ...row, count: 0, share: 0 } : row));
  const svg = await text('levels', rows);
  const bars = [...svg.matchAll(/ stroke="#12436D" stroke-width="1" opacity="([01])"/g)].map(
    (match) => match[1],
  );
  expect(bars).toEqual(
    rows.filter(({ section }) => section === '').map(({ count }) => (count === 0 ? '0' : '1')),
  );
});

test('a scale outside 1 to 4 is refused', async () => {
  const levels = dashboardById(dashboards, 'levels');
  const render = renderChart(levels, levelsRows(), { format: 'png', stamp: orchardStamp, scale: 40 });
  await expect(render).rejects.toMatchObject({ code: 'BAD_VALUE' });
});

test('rows of another form are our mistake, told with row and field', async () => {
  const rows = levelsRows().map((row) => ({ ...row, count: 'many' }));
  await expect(text('levels', rows)).rejects.toThrow(/row 1 of the data "levels"\/count/);
});

test('the Vega specification names its data and holds none', async () => {
  const spec: unknown = JSON.parse(await text('levels', levelsRows(), 'vega'));
  expect(spec).toHaveProperty('data.0', { name: 'levels' });
  expect(JSON.stringify(spec)).not.toContain('"values":[{');
});

test('the specification for a page holds its data, and none other', async () => {
  const spec = JSON.parse(await text('levels', levelsRows(), 'live'));
  expect(spec.data[0]).toEqual({ name: 'levels', values: levelsRows() });
  expect({ ...spec, data: [{ name: 'levels' }, ...spec.data.slice(1)] }).toEqual(
    JSON.parse(await text('levels', levelsRows(), 'vega')),
  );
});

test('the picture for a page has no frame, and there is none of too little', async () => {
  const sections = dashboardById(dashboards, 'sections');
  const drawing = await renderDrawing(sections, sectionsRows(), 'Fruit & "roots"');
  for (const one of [drawing?.wide, drawing?.narrow])
    expect(one).toMatch(
      /^<svg xmlns="[^"]*" width="\d+" height="\d+" viewBox="0 0 \d+ \d+" role="img" aria-label="Fruit &amp; &quot;roots&quot;"/,
    );
  expect(drawing?.wide).not.toMatch(/<title|Apple|style=/);
  expect(drawing?.wide).not.toBe(drawing?.narrow);
  expect(await renderDrawing(sections, sectionsRows(['2023']), '')).toBeNull();
  expect(await renderDrawing(sections, [], '')).toBeNull();
});

async function text(id: string, rows: readonly object[], format: ChartFormat = 'svg'): Promise<string> {
  const { body } = await renderChart(dashboardById(dashboards, id), rows, { format, stamp: orchardStamp });
  return typeof body === 'string' ? body : '';
}
