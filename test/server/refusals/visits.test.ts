import { describe, expect, test } from 'vitest';
import type { Access } from '../../../src/server/access/access.ts';
import { addressList } from '../../../src/server/access/addresses.ts';
import { tokenIn, visit } from '../access/visiting.ts';
import { wordsOf } from '../served.ts';

const list = '/oak-lane/assessments';
const row = `${list}/2026/1`;
const typed = { form: 'enter', version: '0', score: '2', comment: 'Seven odd heaps', action: '' };
const placeOf = (answer: { readonly headers: Readonly<Record<string, unknown>> }) =>
  String(answer.headers['location']);

describe('what was typed before signing in', () => {
  test('keeps the name and never the password, for the browser that sent it', async () => {
    await visit(async ({ browser, inject }) => {
      const ada = browser();
      const csrf = await ada.token('/sign-in');
      const cookie = [...ada.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const answer = await inject({
        ...{ method: 'POST', url: '/sign-in?next=%2Foak-lane%2Fplan', remoteAddress: '192.0.2.1' },
        headers: {
          ...{ host: 'headroom.example.org', accept: 'text/html', 'sec-fetch-site': 'same-origin', cookie },
          'content-type': 'application/x-www-form-urlencoded',
        },
        payload: `${new URLSearchParams({ csrf, name: 'Adda', password: 'not the words' })}`,
      });
      expect([answer.statusCode, placeOf(answer).split('&refused=')[0]]).toEqual([
        303,
        '/sign-in?next=%2Foak-lane%2Fplan',
      ]);
      const shown = await ada.get(placeOf(answer));
      expect(shown.statusCode).toBe(401);
      expect(shown.body).toContain('value="Adda"');
      expect(shown.body).not.toContain('not the words');
      expect(shown.body).toContain('action="/sign-in?next=%2Foak-lane%2Fplan"');
      const other = await browser().get(placeOf(answer));
      expect([other.statusCode, other.body.includes('Adda')]).toEqual([200, false]);
      expect((await ada.signIn('Ada', { next: '/oak-lane/plan' })).headers.location).toBe('/oak-lane/plan');
    });
  });
});

describe('a form of somebody who signed in', () => {
  test('with a token of another visit is there to send again', async () => {
    await visit(async ({ browser }) => {
      const ada = browser();
      await ada.signIn('Ada');
      await ada.post(list, { csrf: await ada.token(list), form: 'open', period: '2026' });
      const shown = await ada.post(row, { ...typed, csrf: 'A'.repeat(86) });
      expect(shown.statusCode).toBe(403);
      expect(wordsOf(shown.body)).toContain('The form was out of date, and nothing was changed.');
      expect(shown.body).toContain('Seven odd heaps');
      const sent = await ada.post(row, { ...typed, csrf: tokenIn(shown.body) });
      expect(placeOf(sent)).toContain('kept=saved');
    });
  });

  test('is kept where the visit ended meanwhile, and is there after signing in, for nobody else', async () => {
    await visit(async ({ browser, pass, workspace }) => {
      const [ada, ben] = [browser(), browser('192.0.2.2')];
      await ada.signIn('Ada');
      await ada.post(list, { csrf: await ada.token(list), form: 'open', period: '2026' });
      const csrf = await ada.token(row);
      pass(61);
      const ended = await ada.post(row, { ...typed, csrf });
      const to = placeOf(ended);
      expect([ended.statusCode, to]).toEqual([303, expect.stringMatching(/^\/sign-in\?next=.*&ended=kept$/)]);
      expect(workspace.records.rows('oak-lane', '2026')[0]?.version).toBe(0);
      expect(wordsOf((await ada.get(to)).body)).toContain('What you typed is kept for an hour');
      const next = new URL(to, 'http://localhost').searchParams.get('next') ?? '';
      await ben.signIn('Ben');
      const his = await ben.get(next);
      expect([his.statusCode, his.body.includes('Seven odd heaps')]).toEqual([200, false]);
      expect(placeOf(await ada.signIn('Ada', { next }))).toBe(next);
      const shown = await ada.get(next);
      expect(shown.body).toContain('Seven odd heaps');
      expect(wordsOf(shown.body)).toContain('You were signed out before this was sent.');
      const sent = await ada.post(
        row,
        { ...typed, csrf: tokenIn(shown.body) },
        { referer: `https://x${next}` },
      );
      expect(placeOf(sent)).toContain('kept=saved');
      expect(wordsOf((await ada.get(next)).body)).toContain('What you typed here is not kept any more.');
    });
  });
});

test('a name that a proxy gives sees its own alone', async () => {
  const access: Access = {
    kind: 'header',
    header: 'x-forwarded-user',
    proxies: addressList('--trust-proxy', ['10.0.0.5']),
    editors: new Set(['ada', 'cy']),
  };
  await visit(async ({ browser, inject }) => {
    const { get } = browser('10.0.0.5');
    const named = (name: string) => ({ 'x-forwarded-user': name });
    const csrf = tokenIn((await get(list, named('Ada'))).body);
    const answer = await inject({
      ...{ method: 'POST', url: list, remoteAddress: '10.0.0.5' },
      headers: {
        ...{ host: 'headroom.example.org', accept: 'text/html', 'sec-fetch-site': 'same-origin' },
        'content-type': 'application/x-www-form-urlencoded',
        ...named('Ada'),
      },
      payload: `${new URLSearchParams({ csrf, form: 'open', period: 'soon' })}`,
    });
    expect((await get(placeOf(answer), named('Ada'))).body).toContain('value="soon"');
    const other = await get(placeOf(answer), named('Cy'));
    expect([other.statusCode, other.body.includes('value="soon"')]).toEqual([200, false]);
  }, access);
});
