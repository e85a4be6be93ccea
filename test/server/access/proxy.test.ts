import { describe, expect, test } from 'vitest';
import type { Access } from '../../../src/server/access/access.ts';
import { addressList } from '../../../src/server/access/addresses.ts';
import { wordsOf } from '../served.ts';
import { tokenIn, visit } from './visiting.ts';

const access: Access = {
  kind: 'header',
  header: 'x-forwarded-user',
  proxies: addressList('--trust-proxy', ['10.0.0.5', '10.1.0.0/24', '2001:db8::5']),
  editors: new Set(['ada@example.org']),
};
const ada = { 'x-forwarded-user': 'Ada@example.org' };
const list = '/oak-lane/assessments';

describe('a proxy that signs people in', () => {
  test.each(['10.0.0.5', '::ffff:10.0.0.5', '10.1.0.77', '2001:db8::5'])(
    'is heeded from %s',
    async (address) => {
      await visit(async ({ browser }) => {
        const page = await browser(address).get('/oak-lane', ada);
        expect(page.statusCode).toBe(200);
        expect(wordsOf(page.body)).toContain('Signed in as Ada@example.org');
        expect(page.body).not.toContain('Sign out');
      }, access);
    },
  );

  test.each(['127.0.0.1', '::1', '10.0.0.6', '10.1.1.1', '::ffff:192.0.2.1', '2001:db8::6'])(
    'is not believed from %s, whatever the request says of itself',
    async (address) => {
      await visit(async ({ browser }) => {
        const { get, post } = browser(address);
        const claims = {
          ...ada,
          'x-forwarded-for': '10.0.0.5',
          'x-real-ip': '10.0.0.5',
          forwarded: 'for=10.0.0.5',
        };
        for (const url of ['/', '/oak-lane', '/api/v1/organisations', '/assets/headroom.svg', '/sign-in'])
          expect((await get(url, claims)).statusCode, url).toBe(403);
        expect((await get('/oak-lane', claims)).body).toContain('NOT_FROM_PROXY');
        expect((await post(list, { form: 'open', period: '2026', by: 'Ada' }, claims)).statusCode).toBe(403);
      }, access);
    },
  );

  test('gives one name, or nobody is let in', async () => {
    await visit(async ({ browser, inject }) => {
      const { get } = browser('10.0.0.5');
      for (const headers of [
        {},
        { 'x-forwarded-user': '' },
        { 'x-forwarded-user': '  ' },
        { 'x-forwarded_user': 'ada@example.org' },
      ])
        expect((await get('/oak-lane', headers)).statusCode).toBe(401);
      expect((await get('/oak-lane', { 'x-forwarded-user': 'x'.repeat(101) })).statusCode).toBe(401);
      const two = await inject({
        method: 'GET',
        url: '/oak-lane',
        remoteAddress: '10.0.0.5',
        headers: { host: 'headroom.example.org', 'x-forwarded-user': ['ben@example.org', 'ada@example.org'] },
      });
      expect(two.statusCode).toBe(401);
    }, access);
  });

  test('makes editors of those who were named, and viewers of all others', async () => {
    await visit(async ({ browser, workspace }) => {
      const { get, post } = browser('10.0.0.5');
      const ben = { 'x-forwarded-user': 'ben@example.org' };
      const fields = { form: 'open', period: '2026', by: 'The Leader' };
      const csrf = tokenIn((await get(list, ada)).body);
      expect((await post(list, { ...fields, csrf }, ben)).statusCode).toBe(403);
      expect((await post(list, fields, ada)).body).toContain('The form was out of date');
      expect((await post(list, { ...fields, csrf: 'A'.repeat(86) }, ada)).statusCode).toBe(403);
      expect((await get(list, ben)).body).not.toContain('method="post"');
      expect((await post(list, { ...fields, csrf }, ada)).statusCode).toBe(303);
      expect(workspace.records.journal({ limit: 1 })[0]?.by).toBe('Ada@example.org');
    }, access);
  });

  test('may send a name that is not ASCII', async () => {
    await visit(async ({ browser }) => {
      const name = Buffer.from('Zoë Ångström').toString('latin1');
      const answer = await browser('10.0.0.5').get('/api/v1/session', { 'x-forwarded-user': name });
      expect(answer.json()).toMatchObject({ name: 'Zoë Ångström', role: 'viewer' });
    }, access);
  });

  test('is not asked whether the server lives, on the machine itself', async () => {
    await visit(async ({ browser }) => {
      expect((await browser('127.0.0.1').get('/health/live')).statusCode).toBe(200);
      expect((await browser('192.0.2.1').get('/health/live')).statusCode).toBe(403);
    }, access);
  });
});
