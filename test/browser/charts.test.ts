import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Served, serve } from '../../src/server/main.ts';
import { findChromium, startChromium } from './chromium.ts';
import { violationsOf } from './violations.ts';

const chromium = findChromium();

/** Scripts that run in the page, as text. */
const inPage = {
  live: `[...document.querySelectorAll('[data-vega]')].filter((one) => one.checkVisibility()).map((one) => one.dataset.live ?? 'not yet')`,
  boxes: `[...document.querySelectorAll('.hr-drawing svg')].filter((one) => one.checkVisibility()).map((one) => {
    const { width, height } = one.getBoundingClientRect();
    return [Math.round(width), Math.round(height)];
  })`,
  drawnBy: `[...document.querySelectorAll('.hr-drawing svg')].filter((one) => one.checkVisibility()).map((one) => one.querySelector('.mark-rect path')?.__data__ === undefined ? 'server' : 'browser')`,
  shifts: `new Promise((tell) => {
    new PerformanceObserver((list) => tell(list.getEntries().reduce((sum, one) => sum + one.value, 0))).observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => tell(0), 300);
  })`,
  elsewhere: `document.activeElement !== [...document.querySelectorAll('[data-vega]')].filter((one) => one.checkVisibility())[1]`,
  said: `document.activeElement.closest('section').querySelector('[aria-live]').textContent`,
  tip: `[...document.querySelectorAll('.hr-tip')].filter((one) => !one.hidden).map((one) => one.textContent).join()`,
  textColour: `getComputedStyle(document.querySelector('.hr-drawing [fill="#0B0C0C" i]')).fill`,
  paper: `getComputedStyle(document.querySelector('.hr-drawing')).backgroundColor`,
};

describe.skipIf(chromium === null)('a chart in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'headroom-charts-'));
  let browser: Browser;
  let served: Served;

  beforeAll(async () => {
    const effects = { now: () => new Date('2026-01-02T03:04:05Z'), log: () => {} };
    served = await serve({ workspace: join(folder, 'workspace'), port: 0, effects, announce: () => {} });
    browser = await startChromium(chromium ?? '');
  });
  afterAll(async () => {
    await browser?.close();
    await served?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  interface Opened {
    readonly page: Page;
    readonly complaints: readonly string[];
  }

  /** Opens a page; what the browser complains of is in `complaints`. */
  async function open(
    path: string,
    options: BrowserContextOptions & { readonly without?: RegExp } = {},
  ): Promise<Opened> {
    const { without, ...rest } = options;
    const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, ...rest });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    if (without !== undefined) await page.route(without, (route) => route.abort());
    await page.goto(new URL(path, served.address).href);
    return { page, complaints };
  }

  /** Brings each chart into view, and waits until it is live or is known to stay as it is. */
  async function seeCharts(page: Page): Promise<readonly string[]> {
    const charts = page.locator('[data-vega]:visible');
    for (let at = 0; at < (await charts.count()); at += 1) {
      await charts.nth(at).scrollIntoViewIfNeeded();
      await charts.nth(at).and(page.locator('[data-live]')).waitFor();
    }
    return page.evaluate<string[]>(inPage.live);
  }

  test.each([
    ['/medway', 1200],
    ['/medway/capped', 1200],
    ['/medway/unlock', 1200],
    ['/medway/trends', 1200],
    ['/medway/plan?days=60', 1200],
    ['/medway/capped', 375],
    ['/medway/trends', 375],
  ])(
    '%s, %i pixels wide: every chart becomes live in its own place, and nothing is refused',
    async (path, width) => {
      const { page, complaints } = await open(path, { viewport: { width, height: 900 } });
      const before = await page.evaluate<number[][]>(inPage.boxes);
      const live = await seeCharts(page);
      expect(live.length).toBeGreaterThan(0);
      expect(new Set(live)).toEqual(new Set(['yes']));
      expect(await page.evaluate<number[][]>(inPage.boxes)).toEqual(before);
      expect(await page.evaluate<number>(inPage.shifts)).toBeLessThan(0.01);
      expect(await violationsOf(page, '.hr-chart')).toEqual([]);
      expect(complaints).toEqual([]);
      await page.context().close();
    },
  );

  test('the keyboard comes to it once and goes through it, what is there is read out, and Enter goes there', async () => {
    const { page, complaints } = await open('/medway/capped');
    await seeCharts(page);
    await page.locator('[data-vega]:visible').nth(0).focus();
    for (let stop = 0; stop < 12 && (await page.evaluate<boolean>(inPage.elsewhere)); stop += 1)
      await page.keyboard.press('Tab');
    expect(await page.evaluate<string>(inPage.tip)).toBe('Arrow keys go through the chart, Escape closes.');
    await page.keyboard.press('ArrowRight');
    expect(await page.evaluate<string>(inPage.said)).toMatchInlineSnapshot(
      `"Engaging Senior Members: joint working (outside) caps 3 objectives of 4 at level 4. Enter shows more. 1 of 15."`,
    );
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate<string>(inPage.tip)).toContain('Working with partners');
    await page.keyboard.press('End');
    expect(await page.evaluate<string>(inPage.said)).toContain('15 of 15');
    await page.keyboard.press('Escape');
    expect(await page.evaluate<string>(inPage.tip)).toBe('');
    await page.keyboard.press('Home');
    await Promise.all([page.waitForURL('**/objectives?*'), page.keyboard.press('Enter')]);
    expect(new URL(page.url()).search).toBe('?section=engaging-senior-members');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('the pointer is told what it is on, can go to what is said, and sends it away with Escape', async () => {
    const { page } = await open('/medway');
    await seeCharts(page);
    const bar = page.locator('[data-vega]:visible').nth(1).locator('path.hr-leads').first();
    await bar.scrollIntoViewIfNeeded();
    await bar.hover();
    const said = await page.evaluate<string>(inPage.tip);
    expect(said).toBe('Engaging Councillors, 2023: 1 of 3 at level 2 Developing.');
    await page.locator('.hr-tip:not([hidden])').hover();
    await page.waitForTimeout(400);
    expect(await page.evaluate<string>(inPage.tip)).toBe(said);
    await page.keyboard.press('Escape');
    expect(await page.evaluate<string>(inPage.tip)).toBe('');
    await bar.hover();
    await page.mouse.move(2, 2);
    await page.locator('.hr-tip:not([hidden])').waitFor({ state: 'detached' });
    await page.context().close();
  });

  test('a click on an objective opens it', async () => {
    const { page } = await open('/medway/targets');
    await seeCharts(page);
    const dot = page.locator('.hr-drawing .mark-symbol.role-mark path.hr-leads').first();
    await Promise.all([page.waitForURL('**/objectives/1'), dot.click()]);
    await page.context().close();
  });

  test.each([
    ['no script comes', /\/assets\/scripts-/],
    ['Vega does not come', /\/vega\.js$/],
    ['the specification does not come', /\.vega\.json/],
  ])('where %s, the picture from the server stays', async (_what, without) => {
    const { page, complaints } = await open('/medway/capped', { without });
    await page.locator('[data-vega]:visible').first().scrollIntoViewIfNeeded();
    await page.waitForTimeout(400);
    expect(await page.evaluate<string[]>(inPage.live)).not.toContain('yes');
    expect(new Set(await page.evaluate<string[]>(inPage.drawnBy))).toEqual(new Set(['server']));
    expect(complaints.filter((one) => !one.includes('ERR_FAILED'))).toEqual([]);
    await page.context().close();
  });

  test('it is light on paper, dark on a dark ground, and in the colours of the reader who chose them', async () => {
    const { page } = await open('/medway', { colorScheme: 'dark' });
    const colours = async () => [
      await page.evaluate<string>(inPage.textColour),
      await page.evaluate<string>(inPage.paper),
    ];
    expect(await colours()).toEqual(['rgb(243, 242, 241)', 'rgb(20, 24, 28)']);
    await seeCharts(page);
    expect(await colours()).toEqual(['rgb(243, 242, 241)', 'rgb(20, 24, 28)']);
    expect(await violationsOf(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
    expect(await colours()).toEqual(['rgb(11, 12, 12)', 'rgb(255, 255, 255)']);
    await page.emulateMedia({ colorScheme: 'light', media: 'screen' });
    expect(await colours()).toEqual(['rgb(11, 12, 12)', 'rgb(255, 255, 255)']);
    await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
    expect(await colours()).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
    await page.context().close();
  });
});
