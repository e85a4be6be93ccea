import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { keptBodies } from '../../src/server/wire/kept-bodies.ts';
import { type Get, withServer } from './served.ts';

const advice = '/api/v1/organisations/medway/advice';
const chart = '/charts/levels.svg?organisation=medway';

async function stylesheetOf(get: Get): Promise<string> {
  const found = /href="(\/assets\/[^"]+\.css)"/.exec((await get('/medway')).body)?.[1];
  if (found === undefined) throw new Error('no stylesheet');
  return found;
}

describe('an answer that can be asked for again', () => {
  test('has a strong tag of its content, and is not sent twice', () =>
    withServer(async ({ get }) => {
      for (const url of [
        advice,
        chart,
        '/api/v1/openapi.json',
        '/assets/headroom.svg',
        await stylesheetOf(get),
      ]) {
        const first = await get(url);
        const tag = String(first.headers['etag']);
        expect(tag, url).toMatch(/^"[\w-]{22}"$/);
        expect((await get(url)).headers['etag'], url).toBe(tag);
        for (const held of [tag, `"other", ${tag}`, `W/${tag}`, tag.replace(/"$/, '-br"'), '*']) {
          const again = await get(url, { 'if-none-match': held });
          expect([again.statusCode, again.body, again.headers['etag']], `${url} ${held}`).toEqual([
            304,
            '',
            tag,
          ]);
          expect(again.headers['content-type']).toBeUndefined();
          expect(again.headers['cache-control']).toBe(first.headers['cache-control']);
        }
        expect((await get(url, { 'if-none-match': '"other"' })).statusCode, url).toBe(200);
      }
    }));

  test('has another tag for another view, and a new one after a change', () =>
    withServer(async ({ app, get }) => {
      const url = '/api/v1/organisations/medway/review';
      const before = (await get(url)).headers['etag'];
      expect((await get(`${url}?objective=4`)).headers['etag']).not.toBe(before);
      const decided = await app.inject({
        method: 'POST',
        url,
        headers: {
          host: 'localhost:8080',
          origin: 'http://localhost:8080',
          'content-type': 'application/json',
        },
        payload: JSON.stringify({
          decision: 'confirm',
          objective: 4,
          reading: 'only-through-joint-board',
          by: 'Ada',
        }),
      });
      expect(decided.statusCode, decided.body).toBe(200);
      expect(decided.headers['etag']).toBeUndefined();
      expect(decided.headers['cache-control']).toBe('no-store');
      const after = await get(url, { 'if-none-match': String(before) });
      expect(after.statusCode).toBe(200);
      expect(after.headers['etag']).not.toBe(before);
    }));

  test('says who may keep it: pages and problems nobody, data the asker, assets by name for good', () =>
    withServer(async ({ get }) => {
      const kept = async (url: string) => (await get(url)).headers['cache-control'];
      expect(await kept('/medway')).toBe('no-store');
      expect(await kept('/medway/nowhere')).toBe('no-store');
      expect(await kept('/health/live')).toBe('no-store');
      expect(await kept('/api/v1/organisations/nowhere')).toBe('no-store');
      expect(await kept(advice)).toBe('private, no-cache');
      expect(await kept(chart)).toBe('private, no-cache');
      expect(await kept(await stylesheetOf(get))).toBe('public, max-age=31536000, immutable');
      expect((await get('/medway')).headers['etag']).toBeUndefined();
    }));

  test('is the same for HEAD, without its body', () =>
    withServer(async ({ app, get }) => {
      const { headers } = await get(advice);
      const head = await app.inject({ method: 'HEAD', url: advice, headers: { host: 'localhost:8080' } });
      expect([head.statusCode, head.body]).toEqual([200, '']);
      for (const name of ['etag', 'content-type', 'content-length', 'cache-control', 'vary'])
        expect(head.headers[name], name).toBe(headers[name]);
    }));
});

describe('text on the wire', () => {
  test('is compressed as the asker wants it, under a tag of its own, and is the same text', () =>
    withServer(async ({ get }) => {
      for (const url of ['/medway', advice, chart, await stylesheetOf(get), '/medway/nowhere/at/all']) {
        const plain = await get(url);
        expect(plain.headers['vary'], url).toBe('accept-encoding');
        expect(plain.headers['content-encoding'], url).toBeUndefined();
        if (plain.rawPayload.byteLength < 1400) continue;
        for (const [asked, encoding, open] of [
          ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
          ['gzip', 'gzip', gunzipSync],
          ['br;q=0.1, gzip;q=0.9', 'gzip', gunzipSync],
        ] as const) {
          const small = await get(url, { 'accept-encoding': asked });
          expect(small.headers['content-encoding'], url).toBe(encoding);
          expect(small.headers['content-length'], url).toBe(String(small.rawPayload.byteLength));
          expect(open(small.rawPayload).equals(plain.rawPayload), url).toBe(true);
          expect(small.rawPayload.byteLength).toBeLessThan(plain.rawPayload.byteLength / 2);
          const tag = plain.headers['etag'];
          expect(small.headers['etag']).toBe(
            tag === undefined ? undefined : String(tag).replace(/"$/, `-${encoding}"`),
          );
        }
      }
    }));

  test.each([
    ['nothing is said of it', advice, {}],
    ['it is refused', advice, { 'accept-encoding': 'br;q=0, gzip;q=0' }],
    ['the text as it is is preferred', advice, { 'accept-encoding': 'gzip;q=0.5, identity' }],
    ['it is a picture', '/charts/levels.png?organisation=medway', { 'accept-encoding': 'br' }],
    ['it is small', '/health/live', { 'accept-encoding': 'br' }],
    ['a page of another site asks', '/medway', { 'accept-encoding': 'br', 'sec-fetch-site': 'cross-site' }],
    ['it could be another site that uses a cookie', '/medway', { 'accept-encoding': 'br', cookie: 'a=b' }],
  ])('goes as it is where %s', async (_why, url, headers) => {
    await withServer(async ({ get }) => {
      const answer = await get(url, headers);
      expect([answer.statusCode, answer.headers['content-encoding']]).toEqual([200, undefined]);
    });
  });

  test('is compressed for the pages of Headroom itself, with a cookie too', () =>
    withServer(async ({ get }) => {
      const own = { 'accept-encoding': 'br', cookie: 'a=b', 'sec-fetch-site': 'same-origin' };
      expect((await get('/medway', own)).headers['content-encoding']).toBe('br');
    }));

  test('is kept only up to a bound, the latest asked for longest', () => {
    const kept = keptBodies<Buffer>(80, ({ byteLength }) => byteLength);
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']) kept.keep(name, Buffer.alloc(8));
    kept.keep('a', Buffer.alloc(8));
    kept.get('b');
    kept.keep('i', Buffer.alloc(8));
    kept.keep('j', Buffer.alloc(9));
    expect([...'abcdefghij'].filter((name) => kept.get(name) !== undefined).join('')).toBe('abdefghi');
  });
});

describe('what no address answers', () => {
  const own = { origin: 'http://localhost:8080', 'content-type': 'application/json' };
  test.each([
    ['GET', '/api/v1/nothing', {}, 404, 'UNKNOWN_PAGE', undefined],
    ['GET', '/api/v1/organisations/medway/plan/choose', {}, 405, 'METHOD_NOT_ALLOWED', 'POST'],
    [
      'PATCH',
      '/api/v1/organisations/medway/assessments/2023/',
      own,
      405,
      'METHOD_NOT_ALLOWED',
      'GET, HEAD, PUT',
    ],
    [
      'DELETE',
      '/api/v1/organisations/medway/review?period=2024',
      own,
      405,
      'METHOD_NOT_ALLOWED',
      'GET, HEAD, POST',
    ],
    ['POST', '/charts/levels.svg?organisation=medway', own, 405, 'METHOD_NOT_ALLOWED', 'GET, HEAD'],
    ['POST', '/api/v1/nothing', own, 404, 'UNKNOWN_PAGE', undefined],
    ['GET', advice, { accept: 'text/csv, application/json;q=0' }, 406, 'NOT_ACCEPTABLE', undefined],
    ['GET', '/%zz', { accept: 'application/json' }, 400, 'BAD_VALUE', undefined],
  ] as const)('%s %s is a problem', async (method, url, headers, status, code, allow) => {
    await withServer(async ({ app }) => {
      const answer = await app.inject({ method, url, headers: { host: 'localhost:8080', ...headers } });
      expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
      expect([answer.statusCode, answer.json().code, answer.headers['allow']]).toEqual([status, code, allow]);
    });
  });

  test.each([
    ['JSON that is none', '{"by": ', 400, 'BAD_VALUE'],
    ['nothing', '', 400, 'BAD_VALUE'],
    ['JSON of another form', '[]', 400, 'BAD_VALUE'],
    ['a name that objects have already', '{"__proto__": {}, "by": "Ada"}', 400, 'BAD_VALUE'],
    ['too much', `{"by": "${'a'.repeat(70_000)}"}`, 413, 'BODY_TOO_LARGE'],
  ])('a body of %s is a problem', async (_what, payload, status, code) => {
    await withServer(async ({ app }) => {
      const url = '/api/v1/organisations/medway/assessments/2026';
      const answer = await app.inject({
        method: 'PUT',
        url,
        headers: { host: 'localhost:8080', ...own },
        payload,
      });
      expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
    });
  });
});
