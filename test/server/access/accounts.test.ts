import { createHook } from 'node:async_hooks';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { changeRole, removeAccount } from '../../../src/app/access/accounts.ts';
import { wordsOf } from '../served.ts';
import { accounts, addCheaply, origin, password, tokenIn, visit } from './visiting.ts';

const session = '__Host-headroom';
const list = '/oak-lane/assessments';
const api = '/api/v1/organisations/oak-lane/assessments/2026';

describe('somebody who has not signed in', () => {
  test('is shown where to, and comes back to the page that was asked for', async () => {
    await visit(async ({ browser }) => {
      const ada = browser();
      const asked = await ada.get('/oak-lane/targets?period=2025');
      expect([asked.statusCode, asked.headers.location]).toEqual([
        303,
        '/sign-in?next=%2Foak-lane%2Ftargets%3Fperiod%3D2025',
      ]);
      const done = await ada.signIn('Ada', { next: '/oak-lane/targets?period=2025' });
      expect([done.statusCode, done.headers.location]).toEqual([303, '/oak-lane/targets?period=2025']);
      const page = await ada.get('/oak-lane/targets');
      expect(page.statusCode).toBe(200);
      expect(wordsOf(page.body)).toContain('Signed in as Ada');
    });
  });

  test('gets nothing else: no page, no data, no chart, and not what is there', async () => {
    await visit(async ({ browser, inject }) => {
      const { get, post } = browser();
      for (const url of ['/', '/oak-lane', '/nowhere', '/%2e%2e/oak-lane'])
        expect((await get(url)).statusCode, url).toBe(303);
      for (const url of [
        '/api/v1/organisations',
        '/api/v1/openapi.json',
        '/charts/levels.svg',
        '/api/v1/nothing',
        '/assets/..%2foak-lane',
      ]) {
        const answer = await get(url, { accept: 'application/json' });
        expect([answer.statusCode, answer.json().code], url).toEqual([401, 'SIGN_IN_NEEDED']);
        expect(answer.headers['www-authenticate']).toBeDefined();
      }
      const form = await post(list, { period: '2026', by: 'Eve' });
      expect([form.statusCode, form.headers.location]).toEqual([
        303,
        '/sign-in?next=%2Foak-lane%2Fassessments%3Frefused%3Dnone&ended=lost',
      ]);
      const put = { method: 'PUT', url: api, payload: { by: 'Eve' } } as const;
      const headers = { host: 'headroom.example.org', origin };
      expect((await inject({ ...put, headers })).statusCode).toBe(401);
      for (const url of ['/health/live', '/health/ready', '/assets/headroom.svg'])
        expect((await get(url)).statusCode, url).toBe(200);
    });
  });

  test('is led to no other site by an address that was made up', async () => {
    await visit(async ({ browser }) => {
      for (const next of [
        '//evil.example',
        'https://evil.example/',
        '/\\evil.example',
        '/\t/evil.example',
        'evil',
      ]) {
        const answer = await browser().signIn('Ada', { next });
        expect([answer.statusCode, answer.headers.location], next).toEqual([303, '/']);
      }
      const { get } = browser();
      expect((await get('//evil.example/')).headers.location ?? '/').toMatch(/^\/(sign-in)?$/);
    });
  });

  test('who follows a link of another site goes on from our own page, so that the cookie is sent', async () => {
    await visit(async ({ browser }) => {
      const { get } = browser();
      const answer = await get('/oak-lane/targets', { 'sec-fetch-site': 'cross-site' });
      expect(answer.statusCode).toBe(200);
      expect(answer.body).toContain('<meta http-equiv="refresh" content="0; url=/oak-lane/targets">');
      expect(answer.body).not.toContain('Oak Lane');
      const led = await get('//evil.example/', { 'sec-fetch-site': 'cross-site' });
      expect(led.body).not.toContain('evil.example');
    });
  });
});

describe('signing in', () => {
  test('gives a cookie that only this host gets, over TLS, and no script reads', async () => {
    await visit(async ({ browser }) => {
      const answer = await browser().signIn('Ada');
      const [cookie = ''] = [answer.headers['set-cookie']].flat();
      expect(cookie.replace(/=[A-Za-z0-9_-]{43};/, '=TOKEN;')).toBe(
        '__Host-headroom=TOKEN; Path=/; HttpOnly; SameSite=Strict; Secure',
      );
    });
  });

  test('says the same of a wrong password and of a name that nobody has', async () => {
    await visit(async ({ browser }) => {
      const said = async (name: string, more = {}) => {
        const answer = await browser().signIn(name, more);
        expect(answer.statusCode).toBe(401);
        expect(answer.body).toContain('<title>Error: Sign in');
        expect(answer.headers['set-cookie']).toBeUndefined();
        return answer.body.replaceAll(name, 'NAME').replace(tokenIn(answer.body), 'TOKEN');
      };
      expect(await said('Ada', { password: 'not the right words' })).toBe(
        await said('Zoe', { password: 'not the right words' }),
      );
      expect(await said('Zoe')).toContain('do not belong together');
      expect(await said('Ada', { password: '' })).toContain('Give your name and your password');
      expect(await said('Ada', { password: password.repeat(50) })).toContain('do not belong together');
    });
  });

  test('works as much for a name that nobody has as for a wrong password', async () => {
    await visit(async ({ browser }) => {
      let worked = 0;
      const hook = createHook({
        init: (_id, type) => {
          if (type === 'SCRYPTREQUEST') worked++;
        },
      }).enable();
      try {
        for (const name of ['Ada', 'Zoe']) {
          worked = 0;
          await browser().signIn(name, { password: 'not the right words' });
          expect(worked, name).toBe(1);
        }
      } finally {
        hook.disable();
      }
    });
  });

  test('knows a name in any capitals, and writes it as it was given', async () => {
    await visit(async ({ browser }) => {
      const ada = browser();
      await ada.signIn('  aDA ');
      expect((await ada.get('/api/v1/session')).json()).toMatchObject({ name: 'Ada', role: 'editor' });
    });
  });

  test('never goes on with a visit that was there before', async () => {
    await visit(async ({ browser, workspace }) => {
      const eve = browser();
      await eve.signIn('Ben');
      const planted = eve.cookies.get(session) ?? '';
      const ada = browser();
      ada.cookies.set(session, planted);
      await ada.get('/sign-in');
      ada.cookies.set(session, 'A'.repeat(43));
      await ada.signIn('Ada');
      expect(ada.cookies.get(session)).not.toBe('A'.repeat(43));
      expect((await eve.get('/api/v1/session')).json()).toMatchObject({ name: 'Ben' });
      const stolen = browser();
      stolen.cookies.set(session, 'A'.repeat(43));
      expect((await stolen.get('/oak-lane')).statusCode).toBe(303);
      const kept = new DatabaseSync(workspace.records.file, { readOnly: true });
      const text = JSON.stringify(kept.prepare('SELECT * FROM session').all());
      kept.close();
      expect(text).not.toContain(ada.cookies.get(session));
      expect(text).not.toContain(planted);
    });
  });

  test('needs a token of the page that was shown, and cookies', async () => {
    await visit(async ({ browser }) => {
      const { post, get, cookies } = browser();
      const fields = { name: 'Ada', password };
      const send = (more: Readonly<Record<string, string>>) => post('/sign-in', { ...fields, ...more });
      const code = async (more: Readonly<Record<string, string>>) => {
        const { statusCode, body } = await send(more);
        return statusCode === 403 && body.includes('The form was out of date') ? 'FORM_EXPIRED' : statusCode;
      };
      const stranger = await send({});
      expect([stranger.statusCode, stranger.headers.location]).toEqual([303, '/sign-in?ended=form']);
      expect(wordsOf((await get('/sign-in?ended=form')).body)).toContain('The browser must allow cookies.');
      cookies.clear();
      const token = tokenIn((await get('/sign-in')).body);
      expect(await code({})).toBe('FORM_EXPIRED');
      expect(await code({ csrf: tokenIn((await browser().get('/sign-in')).body) })).toBe('FORM_EXPIRED');
      expect(await code({ csrf: `${token.slice(0, -2)}AA` })).toBe('FORM_EXPIRED');
      cookies.clear();
      expect((await send({ csrf: token })).headers.location).toBe('/sign-in?ended=form');
    });
  });

  test('is refused from another site even with all that it needs', async () => {
    await visit(async ({ browser }) => {
      const { post, token } = browser();
      const csrf = await token('/sign-in');
      const from = (headers: Readonly<Record<string, string>>) =>
        post('/sign-in', { csrf, name: 'Ada', password }, headers);
      expect((await from({ 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403);
      expect((await from({ 'sec-fetch-site': '', origin: 'https://evil.example' })).statusCode).toBe(403);
    });
  });

  test('is limited for a name, from whatever address, and says for how long', async () => {
    await visit(async ({ browser, pass, log }) => {
      for (let at = 1; at <= 10; at++)
        expect((await browser(`192.0.2.${at}`).signIn('Ada', { password: `wrong ${at}` })).statusCode).toBe(
          401,
        );
      const refused = await browser('192.0.2.99').signIn('Ada');
      expect([refused.statusCode, refused.headers['retry-after']]).toEqual([429, '900']);
      expect(wordsOf(refused.body)).toContain(
        'Too many tries in a short time. Wait 15 minutes, and try again.',
      );
      expect((await browser('192.0.2.99').signIn('Ben')).statusCode).toBe(303);
      expect(log.join('\n')).toContain('192.0.2.99');
      expect(log.join('\n')).not.toContain('Ada');
      pass(15);
      expect((await browser('192.0.2.99').signIn('Ada')).statusCode).toBe(303);
    });
  });

  test('is limited for an address, which only our proxy may say for another', async () => {
    await visit(async ({ browser, workspace }) => {
      for (const name of ['Cy', 'Dee']) addCheaply(workspace, name, 'viewer');
      const attempt = async (peer: string, said: string, name: string) => {
        const { post, token } = browser(peer);
        const csrf = await token('/sign-in');
        return post('/sign-in', { csrf, name, password: 'x' }, { 'x-forwarded-for': said });
      };
      for (const name of ['Ada', 'Ben', 'Cy'])
        for (let at = 0; at < 10; at++)
          expect((await attempt('198.51.100.7', `192.0.2.${at}`, name)).statusCode).toBe(401);
      expect((await attempt('198.51.100.7', '192.0.2.200', 'Dee')).statusCode).toBe(429);
      expect((await attempt('10.0.0.5', '8.8.8.8, 198.51.100.7', 'Dee')).statusCode).toBe(429);
      expect((await attempt('10.0.0.5', '198.51.100.7, 192.0.2.201', 'Dee')).statusCode).toBe(401);
      expect((await attempt('10.0.0.5', 'nonsense', 'Dee')).statusCode).toBe(401);
    });
  });
});

describe('a visit', () => {
  test('ends after an hour without use, and after twelve in any case', async () => {
    await visit(async ({ browser, pass }) => {
      const ada = browser();
      await ada.signIn('Ada');
      for (let hours = 0; hours < 11; hours++) {
        pass(59);
        expect((await ada.get('/oak-lane')).statusCode).toBe(200);
      }
      pass(60);
      expect((await ada.get('/oak-lane')).statusCode).toBe(303);
      await ada.signIn('Ada');
      for (let half = 0; half < 23; half++) {
        pass(30);
        expect((await ada.get('/oak-lane')).statusCode).toBe(200);
      }
      pass(30);
      expect((await ada.get('/oak-lane')).statusCode).toBe(303);
    });
  });

  test('ends after a day for whoever asked for more time', async () => {
    await visit(async ({ browser, pass }) => {
      const ada = browser();
      await ada.signIn('Ada', { longer: 'yes' });
      pass(24 * 60 - 1);
      expect((await ada.get('/oak-lane')).statusCode).toBe(200);
      pass(1);
      expect((await ada.get('/oak-lane')).statusCode).toBe(303);
    });
  });

  test('gets a new token every hour; the one before works for requests under way, and later ends it', async () => {
    await visit(async ({ browser, pass }) => {
      const ada = browser();
      await ada.signIn('Ada');
      const first = ada.cookies.get(session) ?? '';
      pass(40);
      await ada.get('/oak-lane');
      expect(ada.cookies.get(session)).toBe(first);
      pass(30);
      const form = await ada.token('/oak-lane/assessments');
      const second = ada.cookies.get(session) ?? '';
      expect(second).not.toBe(first);
      const slow = browser();
      slow.cookies.set(session, first);
      const answer = await slow.get('/oak-lane');
      expect([answer.statusCode, answer.headers['set-cookie']]).toEqual([200, undefined]);
      expect((await ada.post(list, { csrf: form, form: 'open', period: '2026' })).statusCode).toBe(303);
      pass(2);
      expect((await slow.get('/oak-lane')).statusCode).toBe(303);
      expect((await ada.get('/oak-lane')).statusCode, 'the token may have been taken').toBe(303);
    });
  });

  test('ends everywhere when the role changes, and when the account goes', async () => {
    await visit(async ({ browser, workspace }) => {
      const [ada, ben] = [browser(), browser()];
      await ada.signIn('Ada');
      await ben.signIn('Ben');
      changeRole(workspace, { name: 'Ada', role: 'viewer', by: 'cli' });
      removeAccount(workspace, { name: 'Ben', by: 'cli' });
      expect((await ada.get('/oak-lane')).statusCode).toBe(303);
      expect((await ben.get('/oak-lane')).statusCode).toBe(303);
      expect((await ben.signIn('Ben')).statusCode).toBe(401);
    });
  });

  test('ends by signing out, which needs a token too', async () => {
    await visit(async ({ browser }) => {
      const ada = browser();
      await ada.signIn('Ada');
      const token = ada.cookies.get(session) ?? '';
      expect((await ada.post('/sign-out', {})).statusCode).toBe(403);
      const out = await ada.post('/sign-out', { csrf: await ada.token('/oak-lane') });
      expect([out.statusCode, out.headers.location]).toEqual([303, '/sign-in?out=yes']);
      expect(ada.cookies.has(session)).toBe(false);
      ada.cookies.set(session, token);
      expect((await ada.get('/oak-lane')).statusCode).toBe(303);
    });
  });

  test('that stands in two cookies is none', async () => {
    await visit(async ({ browser }) => {
      const ada = browser();
      await ada.signIn('Ada');
      const value = ada.cookies.get(session) ?? '';
      const cookie = `${session}=${value}; ${session}=${'B'.repeat(43)}`;
      expect((await browser().get('/oak-lane', { cookie })).statusCode).toBe(303);
      expect((await browser().get('/oak-lane', { cookie: `headroom=${value}` })).statusCode).toBe(303);
    });
  });
});

describe('a change', () => {
  test('needs a token of the visit in which its form was shown', async () => {
    await visit(async ({ browser, workspace }) => {
      const [ada, other] = [browser(), browser()];
      await ada.signIn('Ada');
      await other.signIn('Ada');
      const fields = { form: 'open', period: '2026' };
      for (const csrf of ['', 'A'.repeat(86), await other.token(list)]) {
        const answer = await ada.post(list, { ...fields, csrf });
        expect([answer.statusCode, answer.body.includes('The form was out of date')]).toEqual([403, true]);
      }
      expect(workspace.records.assessments('oak-lane').map(({ period }) => period)).not.toContain('2026');
      expect((await ada.post(list, { ...fields, csrf: await ada.token(list) })).statusCode).toBe(303);
    });
  });

  test('bears the name of who made it, whatever the form says', async () => {
    await visit(async ({ browser, workspace, inject }) => {
      const ada = browser();
      await ada.signIn('Ada');
      const page = await ada.get(list);
      expect(page.body).not.toContain('name="by"');
      const csrf = tokenIn(page.body);
      await ada.post(list, { csrf, form: 'open', period: '2026', by: 'The Leader' });
      expect(workspace.records.journal({ limit: 1 })[0]).toMatchObject({
        action: 'open-assessment',
        by: 'Ada',
      });
      const send = (headers: Readonly<Record<string, string>>) =>
        inject({
          method: 'PUT',
          url: `${api}/rows/1`,
          headers: {
            host: 'headroom.example.org',
            origin,
            cookie: `${session}=${ada.cookies.get(session)}`,
            ...headers,
          },
          payload: { score: '2', text: 'Done', version: 0, by: 'The Leader' },
        });
      expect((await send({})).json()).toMatchObject({ code: 'FORM_EXPIRED' });
      const { csrf: token } = (await ada.get('/api/v1/session')).json();
      expect((await send({ 'x-csrf-token': token })).json()).toMatchObject({ by: 'Ada' });
    });
  });

  test('is not offered to a viewer, and is refused', async () => {
    await visit(async ({ browser }) => {
      const [ada, ben] = [browser(), browser()];
      await ada.signIn('Ada');
      await ada.post(list, { csrf: await ada.token(list), form: 'open', period: '2026' });
      await ben.signIn('Ben');
      const pages = [
        list,
        `${list}/2026`,
        `${list}/2026/1`,
        `${list}/2026/discard`,
        '/oak-lane/plan',
        '/oak-lane/review',
        '/oak-lane/objectives/1/criteria',
      ];
      for (const url of pages) {
        const forms = (html: string) => (html.match(/<form[^>]*method="post"/g) ?? []).length;
        const [hers, his] = [await ada.get(url), await ben.get(url)];
        expect([his.statusCode, forms(his.body)], `${url}: signing out is all`).toEqual([200, 1]);
        expect(forms(hers.body), url).toBeGreaterThan(1);
        expect((hers.body.match(/name="csrf"/g) ?? []).length, url).toBe(forms(hers.body));
      }
      const csrf = await ben.token('/oak-lane');
      const answer = await ben.post(list, { csrf, form: 'open', period: '2027' });
      expect(answer.statusCode).toBe(403);
      expect(wordsOf(answer.body)).toContain('Only an editor can change this');
      expect(wordsOf(answer.body)).toContain('Signed in as Ben, to read');
    });
  });
});

describe('the headers', () => {
  test('say that the host is reached over TLS only, and that nothing is kept', async () => {
    await visit(async ({ browser }) => {
      const { headers } = await browser().get('/sign-in');
      expect(headers['strict-transport-security']).toBe('max-age=31536000');
      expect(headers['cache-control']).toBe('no-store');
      expect(headers['permissions-policy']).toContain('camera=()');
    });
  });

  test('are refused where they name another host than the public one', async () => {
    await visit(async ({ browser }) => {
      const { get } = browser();
      for (const host of ['evil.example', 'headroom.example.org:8080', 'headroom.example.org.evil.example'])
        expect((await get('/sign-in', { host })).statusCode, host).toBe(421);
    }, accounts);
  });
});

test('the address of a view is the one that people use, whatever stands in between', () =>
  visit(async ({ browser }) => {
    const { signIn, get } = browser();
    await signIn('Ada');
    for (const page of ['/oak-lane/targets', '/oak-lane/pack'])
      expect((await get(page)).body).toContain(`https://headroom.example.org${page}`);
  }));
