import { expect, test } from 'vitest';
import { addressList } from '../../../src/server/access/addresses.ts';
import { wordsOf } from '../served.ts';
import { password, visit } from './visiting.ts';

const next = 'three other lanterns';
const form = { present: password, password: next, again: next };

test('somebody who is signed in changes the own password, and is signed out everywhere else', () =>
  visit(async ({ browser, workspace }) => {
    const [here, elsewhere, ben] = [browser(), browser(), browser()];
    await here.signIn('Ada', { longer: 'yes' });
    await elsewhere.signIn('Ada');
    await ben.signIn('Ben');
    expect((await here.get('/oak-lane')).body).toContain('href="/password"');
    const before = here.cookies.get('__Host-headroom');
    const done = await here.post('/password', { ...form, csrf: await here.token('/password') });
    expect([done.statusCode, done.headers.location]).toEqual([303, '/password?kept=yes']);
    expect(here.cookies.get('__Host-headroom')).not.toBe(before);
    expect(wordsOf((await here.get('/password?kept=yes')).body)).toContain('Your password is changed.');
    expect((await elsewhere.get('/oak-lane')).statusCode).toBe(303);
    expect((await ben.get('/oak-lane')).statusCode).toBe(200);
    expect((await browser().signIn('Ada')).statusCode).toBe(401);
    expect((await browser().signIn('Ada', { password: next })).statusCode).toBe(303);
    expect(workspace.records.journal()[0]).toMatchObject({
      ...{ action: 'change-account', subject: 'Ada', by: 'Ada' },
      after: { role: 'editor', password: 'new' },
    });
    expect(JSON.stringify(workspace.records.journal())).not.toContain('lanterns');
  }));

test('a viewer may too, and nobody without a token or without signing in', () =>
  visit(async ({ browser }) => {
    const ben = browser();
    expect((await ben.get('/password')).statusCode).toBe(303);
    expect((await ben.post('/password', form)).headers.location).toContain('/sign-in?');
    await ben.signIn('Ben');
    expect((await ben.post('/password', form)).statusCode).toBe(403);
    expect((await ben.post('/password', { ...form, csrf: await ben.token('/password') })).statusCode).toBe(
      303,
    );
    expect((await ben.get('/oak-lane')).statusCode).toBe(200);
  }));

test('what is wrong is said at its field, no password is sent back, and tries are counted', () =>
  visit(async ({ browser, workspace }) => {
    const ada = browser();
    await ada.signIn('Ada');
    const csrf = await ada.token('/password');
    const send = (fields: Readonly<Record<string, string>>) =>
      ada.post('/password', { ...form, csrf, ...fields });
    for (const [fields, field, why] of [
      [{ present: '' }, 'present', 'Give your present password.'],
      [{ password: '', again: '' }, 'password', 'Give a new password.'],
      [{ password, again: password }, 'password', 'not the present one'],
      [{ password: 'short', again: 'short' }, 'password', '5 characters'],
      [{ password: 'adaada adaada', again: 'adaada adaada' }, 'password', 'few characters'],
      [{ again: 'three other candles' }, 'again', 'The two new passwords differ.'],
      [{ present: 'not mine at all' }, 'present', 'not your present password'],
    ] as const) {
      const { statusCode, body } = await send(fields);
      expect([400, 422]).toContain(statusCode);
      expect(body).toContain(`<a href="#${field}">`);
      expect(wordsOf(body)).toContain(why);
      expect(body).not.toContain('lanterns');
    }
    for (let more = 0; more < 9; more++) await send({ present: 'not mine at all' });
    const stopped = await send({});
    expect([stopped.statusCode, Number(stopped.headers['retry-after']) > 0]).toEqual([429, true]);
    expect((await browser('192.0.2.9').signIn('Ada')).statusCode).toBe(429);
    expect(workspace.records.journal()[0]?.action).not.toBe('change-account');
  }));

test('of two changes of one password at once, one is made', () =>
  visit(async ({ browser, workspace }) => {
    const [here, there] = [browser(), browser()];
    await here.signIn('Ada');
    await there.signIn('Ada');
    const tokens = [await here.token('/password'), await there.token('/password')];
    const other = 'four quiet candles';
    await Promise.all([
      here.post('/password', { ...form, csrf: tokens[0] ?? '' }),
      there.post('/password', { ...form, password: other, again: other, csrf: tokens[1] ?? '' }),
    ]);
    expect(workspace.records.journal().filter(({ action }) => action === 'change-account')).toHaveLength(1);
    const signsIn = async (words: string) => (await browser().signIn('Ada', { password: words })).statusCode;
    expect([await signsIn(next), await signsIn(other)].toSorted()).toEqual([303, 401]);
  }));

test('there is no such page where a proxy says who asks', () =>
  visit(
    async ({ inject }) => {
      const headers = { host: 'headroom.example.org', accept: 'text/html', 'x-user': 'Ada' };
      const answer = await inject({ method: 'GET', url: '/password', headers, remoteAddress: '10.0.0.5' });
      expect(answer.statusCode).toBe(404);
      expect(answer.body).not.toContain('href="/password"');
    },
    {
      kind: 'header',
      header: 'x-user',
      proxies: addressList('--trust-proxy', ['10.0.0.5']),
      editors: new Set(['ada']),
    },
  ));
