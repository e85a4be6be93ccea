import { describe, expect, test } from 'vitest';
import { advise } from '../../src/app/advice/advise.ts';
import { CircumstancesReport } from '../../src/app/circumstances/circumstances-report.ts';
import { mismatches } from '../../src/kernel/schema.ts';
import { scoredAdvice } from '../../src/model/advice.ts';
import { rules, sources } from '../app/fixture.ts';
import { visit } from './access/visiting.ts';
import { type Running, shownAfter, withServer, wordsOf } from './served.ts';

const small = { rules, sources };
const page = '/oak-lane/circumstances';
const api = '/api/v1/organisations/oak-lane/circumstances';
const shed = { factor: 'shared-shed', state: 'yes', reason: 'It was built: minute 12', by: 'Ada' };
const form = { ...shed, from: '2026', version: '0' };

/** Sends what a form or a program sends, by its address. */
function send({ app }: Running, url: string, payload: Readonly<Record<string, unknown>>) {
  const json = url.startsWith('/api');
  const sent = app.inject({
    method: 'POST',
    url,
    headers: {
      host: 'localhost:8080',
      accept: json ? 'application/json' : 'text/html',
      'sec-fetch-site': 'same-origin',
      'content-type': json ? 'application/json' : 'application/x-www-form-urlencoded',
    },
    payload: json
      ? JSON.stringify(payload)
      : new URLSearchParams(
          Object.entries(payload).map(([name, value]): [string, string] => [name, String(value)]),
        ).toString(),
  });
  return shownAfter(app, sent);
}

async function ceilings({ workspace }: Running) {
  const { advice } = await advise(workspace, { organisation: 'oak-lane' });
  return scoredAdvice(advice).map(({ ceiling }) => ceiling.level);
}

describe('the page of circumstances', () => {
  test('shows each with what it limits and where to see a change first, and records it for good', () =>
    withServer(async (running) => {
      const before = (await running.get(page)).body;
      expect(wordsOf(before)).toContain('Nobody has said. What is not known lifts nothing.');
      expect(wordsOf(before)).toContain('A yes would raise the ceiling of');
      expect(before).toContain('href="/oak-lane/targets?factor.shared-shed=yes#what-changes"');
      const low = await ceilings(running);
      const kept = await send(running, page, form);
      expect([kept.statusCode, kept.headers.location]).toEqual([303, `${page}?kept=shared-shed#shared-shed`]);
      const after = wordsOf((await running.get(`${page}?kept=shared-shed`)).body);
      expect(after).toContain('It is recorded.');
      expect(after).toContain('Yes. From 2026 on: It was built: minute 12 (Ada, 2 January 2026)');
      const high = await ceilings(running);
      expect(high.every((level, index) => level >= (low[index] ?? 0))).toBe(true);
      expect(high).not.toEqual(low);
      expect(wordsOf((await running.get('/oak-lane/capped')).body)).not.toContain('What if:');
      expect(running.workspace.records.journal()[0]).toMatchObject({ action: 'set-factor', by: 'Ada' });

      const back = { ...form, state: 'no', reason: '<b>Burnt</b> down', version: 1 };
      expect((await send(running, page, back)).statusCode).toBe(303);
      expect(await ceilings(running)).toEqual(low);
      const history = (await running.get(page)).body;
      expect(history).not.toContain('<b>Burnt');
      expect(wordsOf(history)).toMatch(/What was recorded before.*No from 2026.*Yes from 2026/);
    }, small));

  test('shows what somebody else recorded meanwhile, keeps what was typed, and takes it when sent again', () =>
    withServer(async (running) => {
      await send(running, page, { ...form, by: 'Ben' });
      // The same sent twice is sent once.
      expect((await send(running, page, { ...form, by: 'Ben' })).statusCode).toBe(303);
      const late = { ...form, state: 'no', reason: 'Not yet' };
      const refused = await send(running, page, late);
      expect(refused.statusCode).toBe(409);
      expect(refused.body).toContain('value="Not yet"');
      expect(refused.body).toMatch(/name="version" value="1"/);
      expect(wordsOf(refused.body)).toContain('Somebody else recorded this circumstance meanwhile');
      expect((await send(running, page, { ...late, version: 1 })).statusCode).toBe(303);
      const states = running.workspace.records.factorSettings('oak-lane').map(({ state, by }) => [state, by]);
      expect(states).toEqual([
        ['yes', 'Ben'],
        ['no', 'Ada'],
      ]);
    }, small));

  test.each([
    [{ state: '' }, 'state'],
    [{ state: 'claimed' }, 'state'],
    [{ reason: ' ' }, 'reason'],
    [{ reason: 'x'.repeat(1001) }, 'reason'],
    [{ from: 'soon' }, 'from'],
    [{ by: '' }, 'by'],
  ])('says at its field what is wrong with %j, and keeps nothing', (fields, field) =>
    withServer(async (running) => {
      const { statusCode, body } = await send(running, page, { ...form, ...fields });
      expect(statusCode).toBe(400);
      expect(body).toContain(`<a href="#record-shared-shed-${field}">`);
      expect(body).toContain(`id="record-shared-shed-${field}"`);
      expect(running.workspace.records.factorSettings('oak-lane')).toEqual([]);
    }, small),
  );

  test('refuses circumstances and forms that there are not, and has one address', () =>
    withServer(async (running) => {
      expect((await send(running, page, { ...form, factor: 'weather' })).statusCode).toBe(400);
      expect((await send(running, page, { ...form, version: 'x' })).statusCode).toBe(400);
      expect((await send(running, '/nowhere/circumstances', form)).statusCode).toBe(404);
      expect((await running.get(`${page}?kept=weather`)).statusCode).toBe(400);
      expect((await running.get(`${page}?kept=`)).headers.location).toBe(page);
    }, small));

  test('is to be read by a viewer, who has no form and can record nothing', () =>
    visit(async ({ browser, workspace }) => {
      const ben = browser();
      await ben.signIn('Ben');
      const { body } = await ben.get(page);
      expect(wordsOf(body)).toContain('A yes would raise the ceiling of');
      expect(body).not.toContain('name="reason"');
      expect((await ben.post(page, form)).statusCode).toBe(403);
      const ada = browser();
      await ada.signIn('Ada');
      expect((await ada.post(page, form)).statusCode).toBe(403);
      expect((await ada.post(page, { ...form, by: 'Eve', csrf: await ada.token(page) })).statusCode).toBe(
        303,
      );
      expect(workspace.records.factorSettings('oak-lane')).toMatchObject([{ by: 'Ada' }]);
    }));
});

test('programs read and record circumstances, and lose no update', () =>
  withServer(async (running) => {
    const first = await running.get(api, { accept: 'application/json' });
    expect(mismatches(CircumstancesReport, first.json())).toEqual([]);
    const recorded = await send(running, api, { ...shed, version: 0 });
    expect(recorded.statusCode).toBe(200);
    expect(recorded.json()).toMatchObject({
      circumstances: [
        { factor: 'shared-shed', state: 'yes', version: 1, holds: { from: '2026', by: 'Ada' } },
        { factor: 'show-tent', version: 0 },
      ],
    });
    const late = await send(running, api, { ...shed, state: 'no', version: 0 });
    expect(late.statusCode).toBe(409);
    expect(late.json()).toMatchObject({
      code: 'ROW_CHANGED',
      data: { given: { version: 0 }, held: { version: 1, setting: { state: 'yes' } } },
    });
    expect((await send(running, api, { ...shed, version: 1, reason: '' })).statusCode).toBe(400);
    const past = (await running.get(`${api}?period=2025`, { accept: 'application/json' })).json();
    expect(past).toMatchObject({ circumstances: [{ holds: null, version: 1 }, { holds: null }] });
  }, small));
