import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorkspace } from '../../src/app/workspace/workspace.ts';
import { type Served, serve } from '../../src/server/main.ts';
import { addCheaply, password } from '../server/access/visiting.ts';
import { findChromium, startChromium } from './chromium.ts';
import { byKeyboard, byMouse, type Way, ways } from './hand.ts';
import { officersYear } from './officers-year.ts';
import { uses } from './three-uses.ts';
import { violationsOf } from './violations.ts';

const chromium = findChromium();
if (chromium === null)
  process.stderr.write(
    'Skipped: no Chromium on this machine. Install one, or name it in HEADROOM_CHROMIUM.\n',
  );

const long = process.env['HEADROOM_TEST_LONG'] !== undefined;
const gone = uses.flatMap((use) => ways.map((way) => [use.name, way.name, use, way] as const));
/** The year is long: in the short run it is gone once. */
const yearWays = ways.filter(({ name }) => long || name === 'by mouse');

describe.skipIf(chromium === null)('in a browser, from start to finish', () => {
  const folder = mkdtempSync(join(tmpdir(), 'headroom-uses-'));
  let now = Date.parse('2026-01-05T09:00:00Z');
  const effects = { now: () => new Date(now), log: () => {} };
  const announce = () => {};
  let browser: Browser;
  let served: Served;
  const others: Served[] = [];

  beforeAll(async () => {
    const workspace = join(folder, 'workspace');
    served = await serve({ workspace, port: 0, effects, announce });
    browser = await startChromium(chromium ?? '');
  });
  afterAll(async () => {
    await browser?.close();
    for (const one of [served, ...others]) await one?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Opens a page in a browser of its own, as a way says. */
  async function visit(address: string, context: BrowserContextOptions = {}): Promise<Page> {
    const opened = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...context });
    const page = await opened.newPage();
    page.setDefaultTimeout(60_000);
    await page.goto(address);
    return page;
  }
  const at = (path: string, { address } = served) => new URL(path, address).href;
  /** What a page of targets says, without its pictures. */
  const said = (page: Page) => page.locator('#what-changes, main table').allInnerTexts();

  test.each(gone)('%s, %s', async (_use, _way, use, way) => {
    const page = await visit(served.address, way.context);
    await use.go(page, way.hand(page));
    await page.context().close();
  });

  test.each(yearWays.map((way) => [way.name, way] as const))(
    'the year of an officer, %s',
    async (name, way: Way) => {
      const workspace = join(folder, name.replaceAll(' ', '-'));
      const own = await serve({ workspace, port: 0, effects, announce });
      others.push(own);
      const page = await visit(own.address, way.context);
      await officersYear(page, way.hand(page));
      await page.context().close();
    },
  );

  test('a what-if is its address: who is sent it sees the same page, however it is written', async () => {
    const first = await visit(at('/medway/targets'));
    const hand = byMouse(first);
    await hand.write('Officer-days that there are', '40', '#what-if');
    await hand.unfold('Circumstances', '#what-if');
    await hand.choose('Joint boards', 'Yes', '#what-if');
    await hand.press('Work out the targets');
    const address = first.url();
    expect(new URL(address).search).toBe('?days=40&factor.joint-boards=yes');
    const words = await said(first);
    expect(words[0]).toContain('Supposing Joint boards: yes and 40 officer-days: 6 targets');
    const second = await visit(address);
    expect(await said(second)).toEqual(words);
    await second.goto(at('/medway/targets?factor.joint-boards=yes&levels=&days=40'));
    expect(second.url()).toBe(address);
    expect(await said(second)).toEqual(words);
    await second.goto(at('/medway/targets'));
    await second.goBack();
    expect(await said(second)).toEqual(words);
    await first.context().close();
    await second.context().close();
  });

  test('two people who change one target are shown both versions, and nothing is lost', async () => {
    const [first, second] = [await visit(at('/medway/plan')), await visit(at('/medway/plan'))];
    await chooseTarget(first, '4 Influence and impact', 'Ada');
    await second.reload();
    const change = async (page: Page, by: string) => {
      const hand = byMouse(page);
      await hand.unfold('Change, withdraw or undo', '#objective-4');
      await hand.write('Owner', by, '#row-4');
      await hand.write('Your name', by, '#row-4');
      return async () => {
        const answer = page.waitForResponse((one) => one.request().method() === 'POST');
        await hand.press(/^Save changes/, '#row-4');
        return (await answer).status();
      };
    };
    const [keepBen, keepCleo] = [await change(first, 'Ben'), await change(second, 'Cleo')];
    expect(await keepBen()).toBe(303);
    expect(await keepCleo()).toBe(303);
    const heading = () => second.textContent('h1');
    expect(await heading()).toBe('Somebody else changed this target meanwhile');
    await second.reload();
    expect(await heading()).toBe('Somebody else changed this target meanwhile');
    await second.goBack();
    expect(await heading()).toContain('Plan for 2024');
    await second.goForward();
    expect(await heading()).toBe('Somebody else changed this target meanwhile');
    const owner = second.locator('tr', { hasText: 'Owner' });
    expect(await owner.locator('td').allInnerTexts()).toEqual(['Cleo', 'Ben']);
    await first.reload();
    expect(await first.locator('#objective-4').innerText()).toMatch(/Owner\s+Ben/);
    await byMouse(second).press('Put mine in its place');
    expect(await second.locator('#objective-4').innerText()).toMatch(/Owner\s+Cleo/);
    await second.goBack();
    expect(await second.innerText('main')).toContain('What you typed here is not kept any more.');
    expect(await second.locator('#objective-4').innerText()).toMatch(/Owner\s+Cleo/);
    const hand = byMouse(second);
    await hand.unfold('Change, withdraw or undo', '#objective-4');
    await hand.write('Your name', 'Cleo', '#undo-4');
    await hand.press(/^Take it back/, '#undo-4');
    expect(await second.locator('#objective-4').innerText()).toMatch(/Owner\s+Ben/);
    await second.goto(at('/medway/objectives?stance=best&section=enablers'));
    expect(await violationsOf(second)).toEqual([]);
    await hand.follow('Show the page without it', 'main');
    expect(second.url()).toBe(at('/medway/objectives?section=enablers'));
    await first.context().close();
    await second.context().close();
  });

  async function chooseTarget(page: Page, objective: string, by: string): Promise<void> {
    const hand = byMouse(page);
    await hand.unfold('Choose a target for another objective', 'main');
    await hand.choose('Objective', objective, '#add');
    await hand.choose('Target', '4 Leader', '#add');
    await hand.write('Your name', by, '#add');
    await hand.press('Choose it', '#add');
  }

  describe('where people sign in', () => {
    let guarded: Served;
    beforeAll(async () => {
      const workspace = join(folder, 'accounts');
      const opened = await openWorkspace({ folder: workspace, effects });
      addCheaply(opened, 'Ada', 'editor');
      addCheaply(opened, 'Ben', 'viewer');
      opened.close();
      guarded = await serve({ workspace, port: 0, accounts: true, effects, announce });
      others.push(guarded);
    });
    const signIn = async (page: Page, name: string) => {
      const hand = byKeyboard(page);
      await hand.write('Name', name, '.hr-sign-in');
      await hand.write('Password', password, '.hr-sign-in');
      await hand.press('Sign in');
    };
    const person = (page: Page) => page.innerText('.hr-person p');
    const changing = 'form[method=post]:not([action^="/sign-"])';

    test('the keyboard is enough to sign in, to come to the page that was asked for, and to sign out', async () => {
      const page = await visit(at('/medway/plan?days=20', guarded));
      expect(await page.textContent('h1')).toBe('Sign in');
      const hand = byKeyboard(page);
      await hand.write('Name', 'Ada', '.hr-sign-in');
      await hand.write('Password', 'three loud lanterns', '.hr-sign-in');
      await hand.press('Sign in');
      expect(await page.title()).toContain('Error: Sign in');
      await signIn(page, 'Ada');
      expect(page.url()).toBe(at('/medway/plan?days=20', guarded));
      expect(await person(page)).toBe('Signed in as Ada');
      expect(await page.locator(changing).count()).toBeGreaterThan(0);
      await hand.press('Sign out');
      expect(await page.innerText('[role=status]')).toBe('You are signed out.');
      await page.goBack();
      expect(await page.textContent('h1')).toBe('Sign in');
      await page.context().close();
    });

    test('who may only read is shown no form that changes something, and what it would send is refused', async () => {
      const page = await visit(at('/', guarded));
      await signIn(page, 'Ben');
      expect(await person(page)).toBe('Signed in as Ben, to read');
      for (const path of [
        '/medway/assessments',
        '/medway/assessments/2023',
        '/medway/assessments/2023/4',
        '/medway/plan?days=20',
        '/medway/review?objective=4',
        '/medway/objectives/4/criteria',
        '/medway/import',
      ]) {
        await page.goto(at(path, guarded));
        expect(await page.locator(changing).count(), path).toBe(0);
      }
      expect(await page.innerText('main')).toContain('Only an editor can import a file.');
      const answer = await page.request.post(at('/medway/assessments', guarded), {
        headers: { 'sec-fetch-site': 'same-origin', accept: 'text/html' },
        form: { form: 'open', period: '2024', by: 'Ben' },
      });
      expect([answer.status(), await answer.text()]).toEqual([403, expect.stringContaining('editor')]);
      await page.context().close();
    });

    test('a form without its token, or with that of another visit, changes nothing', async () => {
      const page = await visit(at('/medway/assessments', guarded));
      await signIn(page, 'Ada');
      const send = async () => {
        await page.fill('#open-period', '2024');
        const answer = page.waitForResponse((one) => one.request().method() === 'POST');
        await byMouse(page).press('Open it');
        expect((await answer).status()).toBe(303);
        expect(await page.innerText('.govuk-error-summary')).toContain('The form was out of date');
        expect(await page.inputValue('#open-period')).toBe('2024');
      };
      const token = "document.querySelector('#open [name=csrf]')";
      await page.evaluate(`${token}.remove()`);
      await send();
      await page.goto(at('/medway/assessments', guarded));
      await page.evaluate(`${token}.value = 'A'.repeat(86)`);
      await send();
      await page.goto(at('/medway/assessments', guarded));
      expect(await page.locator('main li').allInnerTexts()).toEqual(['2023 closed', '2022 closed']);
      await page.context().close();
    });

    test('a visit that ended leads to signing in and back, where what was typed is there to send again', async () => {
      const page = await visit(at('/medway/assessments', guarded));
      await signIn(page, 'Ada');
      now += 61 * 60_000;
      await page.fill('#open-period', '2024');
      await byMouse(page).press('Open it');
      expect(await page.innerText('main')).toContain('What you typed is kept for an hour');
      await signIn(page, 'Ada');
      expect(await page.innerText('.govuk-error-summary')).toContain('You were signed out before');
      expect(await page.inputValue('#open-period')).toBe('2024');
      now += 61 * 60_000;
      await byMouse(page).follow('Trends', '.hr-nav');
      expect(await page.textContent('h1')).toBe('Sign in');
      await signIn(page, 'Ada');
      expect(page.url()).toBe(at('/medway/trends', guarded));
      await page.goto(at('/medway/assessments', guarded));
      expect(await page.locator('main li').allInnerTexts()).toEqual(['2023 closed', '2022 closed']);
      await page.context().close();
    });
  });
});
