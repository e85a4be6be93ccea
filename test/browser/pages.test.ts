import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addAccount } from '../../src/app/access/accounts.ts';
import { generatePanel } from '../../src/app/invent/generate-panel.ts';
import { choosePlanRow } from '../../src/app/plan/change-plan-row.ts';
import { addOrganisations } from '../../src/app/register/add-organisations.ts';
import { newOrganisation } from '../../src/app/workspace/new-organisation.ts';
import { openWorkspace } from '../../src/app/workspace/workspace.ts';
import { enterRow } from '../../src/app/year/enter-row.ts';
import { openYear } from '../../src/app/year/open-year.ts';
import { renderReport } from '../../src/pages/report.ts';
import { addressList } from '../../src/server/access/addresses.ts';
import { createApp } from '../../src/server/app.ts';
import { type Served, serve } from '../../src/server/main.ts';
import { lists } from '../benchmark/register/fixture.ts';
import { servedPaths } from '../server/served-paths.ts';
import { findChromium, startChromium } from './chromium.ts';
import { type Focus, inPage } from './in-page.ts';
import { listedPages, routeOf, statusOf } from './listed-pages.ts';
import { violationsOf } from './violations.ts';

const password = 'seven quiet lanterns';
const long = process.env['HEADROOM_TEST_LONG'] !== undefined;
/** A window of 1280 by 1024 at 400 %. */
const zoomed = { width: 320, height: 256 };
const chromium = findChromium();
if (chromium === null)
  process.stderr.write(
    'Skipped: no Chromium on this machine. Install one, or name it in HEADROOM_CHROMIUM.\n',
  );

describe.skipIf(chromium === null)('in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'headroom-browser-'));
  const effects = { now: () => new Date('2026-01-02T03:04:05Z'), log: () => {} };
  const report = join(folder, 'report.html');
  let browser: Browser;
  let served: Served;
  let signIn: Served;
  let upload: string;
  let routes: readonly string[];

  beforeAll(async () => {
    const workspace = join(folder, 'workspace');
    served = await serve({ workspace, port: 0, effects, announce: () => {} });
    const opened = await openWorkspace({ folder: workspace, effects });
    await addOrganisations(opened, lists.organisations);
    await generatePanel(opened, { organisations: 40, periods: 2, seed: 7, by: 'Ada' });
    await openYear(opened, { organisation: 'medway', period: '2024', by: 'Ada' });
    const row = { organisation: 'medway', period: '2024', objective: 4, by: 'Ada' };
    enterRow(opened, { ...row, score: '4/5', text: 'Said.\nAction: Do it.', version: 0 });
    const target = { objective: 4, owner: 'Ben', due: '2024-12-31', by: 'Ada' };
    await choosePlanRow(opened, { organisation: 'medway' }, target);
    opened.records.putOrganisation(newOrganisation(opened, { id: 'elm-row', name: 'Elm Row' }), 'Ada');
    writeFileSync(report, await renderReport(opened, { organisation: 'medway' }));
    const access = { kind: 'accounts', proxies: addressList('--trust-proxy', []), secure: false } as const;
    const app = await createApp(opened, { port: () => 0, access });
    routes = servedPaths(app).filter((path) => !/^\/(api|charts|health|assets|favicon)|\/word$/.test(path));
    await app.close();
    opened.close();
    upload = await send(new URL('import', served.address));
    const named = join(folder, 'named');
    const withNames = await openWorkspace({ folder: named, effects });
    await addAccount(withNames, { name: 'Ada', role: 'editor', password, by: 'Ada' });
    withNames.close();
    signIn = await serve({ workspace: named, port: 0, accounts: true, effects, announce: () => {} });
    browser = await startChromium(chromium ?? '');
  });
  afterAll(async () => {
    await browser?.close();
    await served?.stop();
    await signIn?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const addressOf = (page: string) =>
    page === 'report'
      ? pathToFileURL(report).href
      : new URL(
          page.replace('UPLOAD', upload),
          (/^\/(sign-in|password)/.test(page) ? signIn : served).address,
        ).href;

  /** Sends a file to be looked at, and gives the name of the upload. */
  async function send(to: URL): Promise<string> {
    const exported = new URL('/api/v1/organisations/medway/export/appendix.csv', to);
    const body = new FormData();
    body.set('file', new File([await (await fetch(exported)).text()], 'oak.csv', { type: 'text/csv' }));
    body.set('whose', 'medway');
    const answer = await fetch(to, {
      method: 'POST',
      body,
      headers: { origin: to.origin },
      redirect: 'manual',
    });
    return basename(new URL(answer.headers.get('location') ?? '', to).pathname);
  }

  /** Opens a page; what the browser complains of, and what is asked of anybody else, is in `complaints`. */
  async function open(
    path: string,
    width: number,
  ): Promise<{ page: Page; complaints: string[]; done: () => Promise<void> }> {
    const context = await browser.newContext({ viewport: { width, height: 900 } });
    const page = await context.newPage();
    const complaints: string[] = [];
    const status = statusOf(path);
    const ours = status === 200 ? /^$/ : new RegExp(`status of ${status}`);
    page.on('console', (message) => {
      if (message.type() !== 'log' && !ours.test(message.text())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('request', (request) => {
      const url = request.url();
      if (
        ![served, signIn].some(({ address }) => url.startsWith(address)) &&
        !url.startsWith('file:') &&
        !url.startsWith('data:')
      )
        complaints.push(`asked for ${url}`);
    });
    await page.goto(addressOf(path));
    if (path === '/password') {
      await page.fill('#name', 'Ada');
      await page.fill('#password', password);
      await Promise.all([page.waitForURL(/\/password$/), page.press('#password', 'Enter')]);
    }
    return { page, complaints, done: () => context.close() };
  }

  /** Goes with the keyboard from the first place of a page to the last. */
  async function goThrough(page: Page, path: string): Promise<void> {
    // A chart becomes live when it comes near: then it is a place of its own.
    for (const chart of await page.locator('[data-vega]:visible').all()) {
      await chart.scrollIntoViewIfNeeded();
      await chart.and(page.locator('[data-live]')).waitFor();
    }
    const places = await page.evaluate<number>(inPage.numberPlaces);
    const reached: (string | null)[] = [];
    for (let step = 0; step < places; step += 1) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate<Focus>(inPage.focus);
      expect(at.visible, at.what).toBe(true);
      expect(at.covered, at.what).toBe(false);
      reached.push(at.place);
    }
    expect(reached, path).toEqual(Array.from({ length: places }, (_, index) => String(index)));
  }

  test.each(listedPages)(
    '%s: axe finds nothing, every picture is there, and the browser has no complaint',
    async (path) => {
      const { page, complaints, done } = await open(path, 1280);
      expect(await page.evaluate<string[]>(inPage.brokenPictures)).toEqual([]);
      await page.evaluate(inPage.openDetails);
      expect(await violationsOf(page)).toEqual([]);
      await page.setViewportSize({ width: 320, height: 900 });
      expect(await page.evaluate<number>(inPage.sidewaysScroll), 'scroll sideways at 320 pixels').toBe(0);
      expect(await page.evaluate<string[]>(inPage.shrunkCharts), 'charts made smaller').toEqual([]);
      await page.evaluate(inPage.spaceText);
      expect(await page.evaluate<number>(inPage.sidewaysScroll), 'scroll sideways, spaced').toBe(0);
      expect(await page.evaluate<string[]>(inPage.cutOff), 'cut off at 320 pixels, spaced').toEqual([]);
      await page.setViewportSize({ width: 1280, height: 900 });
      expect(await page.evaluate<string[]>(inPage.cutOff), 'cut off, spaced').toEqual([]);
      expect(await page.evaluate<string[]>(inPage.namesToFill)).toEqual([]);
      expect(complaints).toEqual([]);
      await done();
    },
  );

  test('no page of the server is forgotten above', () => {
    const addresses = listedPages.filter((path) => path !== '/nowhere' && path !== 'report');
    expect(new Set(addresses.map((path) => routeOf(path, routes)))).toEqual(new Set(routes));
  });

  test.skipIf(!long).each(listedPages)(
    '%s: axe finds nothing on a dark ground, nor at 400 per cent of a window of 1280 by 1024',
    async (path) => {
      const { page, complaints, done } = await open(path, 1280);
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.evaluate(inPage.openDetails);
      expect(await violationsOf(page), 'dark').toEqual([]);
      await page.setViewportSize(zoomed);
      expect(await violationsOf(page), 'dark, 400 %').toEqual([]);
      await page.emulateMedia({ colorScheme: 'light' });
      expect(await violationsOf(page), '400 %').toEqual([]);
      for (const width of [320, 480, 640, 768, 1024, 1920]) {
        await page.setViewportSize({ width, height: 900 });
        expect(await page.evaluate<number>(inPage.sidewaysScroll), `scroll sideways at ${width}`).toBe(0);
        expect(await page.evaluate<string[]>(inPage.cutOff), `cut off at ${width}`).toEqual([]);
      }
      expect(complaints).toEqual([]);
      await done();
    },
  );

  test.skipIf(!long).each(listedPages)(
    '%s: at 400 per cent the keyboard reaches everything, and nothing covers where it is',
    async (path) => {
      const { page, done } = await open(path, 1280);
      await page.setViewportSize(zoomed);
      await page.evaluate(inPage.openDetails);
      await goThrough(page, path);
      await done();
    },
  );

  test('somebody signs in by keyboard, is told what was wrong, and signs out', async () => {
    const { page, complaints, done } = await open('/sign-in', 320);
    await page.focus('#name');
    await page.keyboard.type('Ada');
    await page.keyboard.press('Tab');
    await page.keyboard.type('seven quiet candles');
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
    expect(await page.title()).toMatch(/^Error: /);
    expect(await page.inputValue('#name')).toBe('Ada');
    expect(await violationsOf(page)).toEqual([]);
    await page.focus('#password');
    await page.keyboard.type(password);
    await Promise.all([
      page.waitForURL(({ pathname }) => pathname !== '/sign-in'),
      page.keyboard.press('Enter'),
    ]);
    expect(await page.textContent('.hr-person')).toContain('Signed in as Ada');
    expect(await violationsOf(page)).toEqual([]);
    await page.goto(new URL('/password', signIn.address).href);
    await page.focus('#present');
    await page.keyboard.type(password);
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
    expect(await page.textContent('.govuk-error-summary')).toContain('Give a new password.');
    expect(await page.inputValue('#present')).toBe('');
    expect(await violationsOf(page)).toEqual([]);
    await page.focus('.hr-link-button');
    await Promise.all([page.waitForURL(/sign-in\?out=yes$/), page.keyboard.press('Enter')]);
    expect(complaints).toEqual([
      expect.stringContaining('status of 401'),
      expect.stringContaining('status of 400'),
    ]);
    await done();
  });

  test.each(['2024', '2024/4', '2023'])(
    'the year %s fits on a small screen, with nothing to scroll',
    async (path) => {
      const { page, done } = await open(`/medway/assessments/${path}`, 375);
      expect(await page.evaluate<string[]>(inPage.innerScroll)).toEqual([]);
      await page.setViewportSize({ width: 320, height: 900 });
      expect(await page.evaluate<string[]>(inPage.innerScroll)).toEqual([]);
      expect(await page.evaluate<number>(inPage.sidewaysScroll)).toBe(0);
      await done();
    },
  );

  test('two people who change one row are shown both versions, and the second chooses', async () => {
    const path = '/medway/assessments/2024/5?by=Ada';
    const [first, second] = [await open(path, 1280), await open(path, 1280)];
    const save = async ({ page }: { page: Page }, comment: string) => {
      await page.fill('#enter-comment', comment);
      await Promise.all([page.waitForNavigation(), page.click('button[value="stay"]')]);
    };
    await save(first, 'The first.');
    await save(second, 'The second.');
    expect(await second.page.textContent('#conflict ~ .hr-sides')).toMatch(/The first\.[^]*The second\./);
    expect(await violationsOf(second.page)).toEqual([]);
    await save(second, 'The first, and the second.');
    expect(await second.page.textContent('[role=status]')).toContain('Saved.');
    expect(await second.page.inputValue('#enter-comment')).toBe('The first, and the second.');
    await second.page.evaluate("document.querySelector('#enter [name=version]').value = 'x'");
    await save(second, 'What no page can mend.');
    const kept = () => second.page.innerText('main');
    expect(await kept()).toMatch(/What you typed[^]*What no page can mend\./);
    await second.page.reload();
    expect(await kept()).toMatch(/What you typed[^]*What no page can mend\./);
    expect(await violationsOf(second.page)).toEqual([]);
    await first.done();
    await second.done();
  });

  test('the keyboard reaches every link, field and frame, in the order of the page, and shows where it is, uncovered', async () => {
    for (const path of [
      '/medway',
      '/medway/targets',
      '/medway/objectives',
      '/medway/objectives/4',
      '/medway/review?objective=9',
    ]) {
      const { page, done } = await open(path, 1280);
      await goThrough(page, path);
      await done();
    }
  });

  test('a what-if is set, sent and read with the keyboard alone, and its address can be sent on', async () => {
    const { page, done } = await open('/medway/targets', 1280);
    await page.focus('#what-if summary');
    await page.keyboard.press('Enter');
    await page.focus('#factor-joint-boards');
    await page.keyboard.press('Y');
    await page.focus('#what-if button');
    await Promise.all([page.waitForURL('**/targets?**'), page.keyboard.press('Enter')]);
    expect(new URL(page.url()).search).toBe('?factor.joint-boards=yes');
    expect(await page.textContent('main')).toContain('The ceiling rises from 4 to 5');
    expect(await page.inputValue('#copy-address')).toBe(page.url());
    await page.focus('.hr-copy button');
    await page.keyboard.press('Enter');
    await page.waitForFunction("document.querySelector('.hr-copied').textContent !== ''");
    expect(await page.textContent('.hr-copied')).toMatch(/^The address is (copied|selected)/);
    await done();
  });

  test('days, weights and levels are chosen without a script, and taken into the plan', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(addressOf('/medway/targets'));
    expect(await page.locator('.hr-copy button').count()).toBe(0);
    await page.fill('#ask-days', '40');
    await page.click('text=Weights and minimum levels by section');
    await page.selectOption('#weight-enablers', '3');
    await page.click('text=Single objectives');
    await page.selectOption('[name="more.1.of"]', '20');
    await page.selectOption('[name="more.1.minimum"]', '4');
    await Promise.all([page.waitForNavigation(), page.click('#what-if button')]);
    expect(new URL(page.url()).search).toBe('?days=40&minimum=20%3D4&weight=enablers%3D3');
    expect(await page.inputValue('#weight-enablers')).toBe('3');
    expect(await page.inputValue('[name="minimum.20"]')).toBe('4');
    expect(await page.textContent('main')).toContain('Supposing 40 officer-days');
    await Promise.all([page.waitForNavigation(), page.click('text=Take these into the plan')]);
    expect(await page.inputValue('#ask-days')).toBe('40');
    expect(await page.inputValue('#weight-enablers')).toBe('3');
    await context.close();
  });

  test('the overview fits one screen of 1280 by 800', async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    await page.goto(addressOf('/medway'));
    const box = await page.locator('.hr-columns').boundingBox();
    expect((box?.y ?? 800) + (box?.height ?? 800)).toBeLessThanOrEqual(800);
    await context.close();
  });

  test.each(['/medway/pack?factor.joint-boards=yes', '/medway/targets', '/medway/trends', 'report'])(
    '%s prints on several pages, each with its foot, without navigation and controls',
    async (path) => {
      const { page, done } = await open(path, 1280);
      const pdf = await page.pdf({ preferCSSPageSize: true, tagged: true });
      await done();
      const file = join(folder, 'printed.pdf');
      writeFileSync(file, pdf);
      const { status, stdout } = spawnSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
      const pages = (pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length;
      expect(pages).toBeGreaterThan(1);
      if (status !== 0) return;
      const printed = stdout.split('\f').filter((text) => text.trim() !== '');
      expect(printed).toHaveLength(pages);
      for (const [index, text] of printed.entries()) {
        expect(text).toContain(`Page ${index + 1} of ${pages}`);
        expect(text).toContain('Medway Council: ');
        expect(text).toMatch(/\b[0-9a-f]{12}\. \d+ \w+ \d{4}\./);
        expect(text).not.toMatch(/Skip to main content|Copy this view|Work out the targets|Download SVG/);
      }
      if (path.includes('joint-boards')) expect(stdout).toContain('What if: Joint boards: Yes.');
    },
  );

  test('a reading is decided on with the keyboard alone, and a form that was refused says why', async () => {
    const { page, complaints, done } = await open('/medway/review?objective=9', 1280);
    await page.focus('#reading-9-1 summary');
    await page.keyboard.press('Enter');
    await page.focus('#form-9-1-dismiss-by');
    await page.keyboard.type('Ann');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.govuk-error-summary');
    expect(await page.title()).toContain('Error: Review');
    expect(await violationsOf(page)).toEqual([]);
    await page.focus('.govuk-error-summary a');
    await page.keyboard.press('Enter');
    expect(await page.evaluate<string>(inPage.activeId)).toBe('form-9-1-dismiss-reason');
    await page.keyboard.type('It would be of use');
    await Promise.all([page.waitForURL('**kept=9*'), page.keyboard.press('Enter')]);
    expect(await page.textContent('main')).toContain('Your decision is kept.');
    expect(await page.textContent('main')).toContain('It would be of use.');
    expect(complaints).toEqual([expect.stringContaining('status of 400')]);
    await done();
  });

  test('evidence is recorded and removed without a script, and a refused form is as sound as the page', async () => {
    const { page, done } = await open('/medway/objectives/4/criteria', 1280);
    const send = (button: string) =>
      Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: button }).click()]);
    await page.fill('#evidence-title', 'Minutes');
    await page.fill('#evidence-target', 'nowhere');
    await send('Record the evidence');
    const refused = async () => {
      expect(await page.textContent('.govuk-error-summary')).toContain('There is a problem');
      expect(await page.inputValue('#evidence-title')).toBe('Minutes');
    };
    await refused();
    expect(await violationsOf(page)).toEqual([]);
    await page.reload();
    await refused();
    await page.goBack();
    expect(await page.locator('.govuk-error-summary').count()).toBe(0);
    await page.goForward();
    await refused();
    await page.fill('#evidence-target', 'https://example.org/minutes');
    await page.fill('#evidence-owner', 'Adalbert-Maximilian.of.the.southern.district@example.org');
    await page.fill('#evidence-date', '2023-05-01');
    await page.fill('#evidence-by', 'Ada');
    await send('Record the evidence');
    expect(await page.textContent('[role=status]')).toContain('The evidence is recorded.');
    await page.reload();
    expect(await page.locator('[id^=remove-][id$=-by]').count()).toBe(1);
    await page.evaluate(inPage.openDetails);
    expect(await violationsOf(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 900 });
    expect(await page.evaluate<number>(inPage.sidewaysScroll), 'scroll sideways at 320 pixels').toBe(0);
    await page.fill('#remove-1-by', 'Ada');
    await send('Remove it');
    expect(await page.textContent('[role=status]')).toContain('The evidence is removed.');
    await done();
  });

  test('a file is sent, looked at and imported without a script, and a refresh is safe', async () => {
    const { page, done } = await open('/import', 1280);
    const send = (button: string) =>
      Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: button }).click()]);
    const sound = async () => {
      expect(await violationsOf(page)).toEqual([]);
    };
    await send('See what it would change');
    expect(await page.title()).toContain('Error: Import');
    await sound();
    const answer = await page.request.get(
      new URL('/api/v1/organisations/medway/export/appendix.csv', served.address).href,
    );
    const buffer = await answer.body();
    await page.setInputFiles('#file', { name: 'oak.csv', mimeType: 'text/csv', buffer });
    await page.selectOption('#whose', 'new');
    await page.fill('#name', 'Oak Lane');
    await send('See what it would change');
    expect(await page.textContent('main')).toContain('Oak Lane (oak-lane), which is new here');
    await sound();
    await page.setViewportSize({ width: 320, height: 900 });
    expect(await page.evaluate<number>(inPage.sidewaysScroll), 'scroll sideways at 320 pixels').toBe(0);
    await send('Yes, import it');
    expect(await page.textContent('.govuk-error-summary')).toContain('Give your name');
    await sound();
    await page.fill('#by', 'Ada');
    await send('Yes, import it');
    expect(await page.textContent('[role=status]')).toContain('2023: new, with 59 scored objectives.');
    await sound();
    await page.reload();
    expect(await page.textContent('[role=status]')).toContain('2023: new, with 59 scored objectives.');
    await page.goto(new URL('/oak-lane', served.address).href);
    expect(await page.textContent('h1')).toContain('2023 scores and targets for 2024');
    await done();
  });

  test('every page is found from any other, with More opened by the keyboard', async () => {
    const { page, done } = await open('/medway', 320);
    await page.focus('.hr-nav__more summary');
    await page.keyboard.press('Enter');
    await Promise.all([page.waitForURL('**/challenges'), page.getByText('Challenge list').click()]);
    expect(await page.getAttribute('.hr-nav__panel [aria-current]', 'href')).toBe('/medway/challenges');
    await done();
  });

  test('the first stop of the keyboard leads past the navigation', async () => {
    const { page, done } = await open('/medway', 1280);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate<string>(inPage.activeId)).toBe('main');
    await done();
  });

  test('a chart opened by itself is drawn without a complaint', async () => {
    const { page, complaints, done } = await open('/charts/levels.svg?organisation=medway', 1280);
    expect(await page.title()).toContain('57 of 59');
    expect(complaints).toEqual([]);
    await done();
  });

  test('a printed page leaves nothing out at the side', async () => {
    const { page, done } = await open('report', 720);
    await page.emulateMedia({ media: 'print' });
    expect(await page.evaluate<number>(inPage.width)).toBeLessThanOrEqual(720);
    await done();
  });
});
