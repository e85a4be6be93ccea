import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { serve } from '../../src/server/main.ts';
import { inTemporaryFolder } from '../app/fixture.ts';
import { withServer } from './served.ts';

const empty = { rules: 'test/packs', sources: null };
const allowed = ['localhost:8080', '127.0.0.1:8080', '[::1]:8080', 'LOCALHOST:8080'];
const refused = [
  'localhost',
  'localhost:8081',
  'example.org',
  'example.org:8080',
  '127.0.0.1.example.org:8080',
  'localhost.:8080',
  '127.0.0.1:8080@example.org',
  '0.0.0.0:8080',
  '192.168.0.2:8080',
  '',
];

describe('the host of a request', () => {
  test.each(allowed)('%s is this machine', async (host) => {
    await withServer(async ({ get }) => {
      expect((await get('/health/live', { host })).statusCode).toBe(200);
    }, empty);
  });

  test('of any other name is refused, whatever is asked for', async () => {
    await withServer(async ({ get }) => {
      for (const host of refused)
        for (const url of [
          '/',
          '/health/live',
          '/api/v1/organisations',
          '/nowhere',
          '/assets/headroom.svg',
        ]) {
          const answer = await get(url, { host });
          expect([answer.statusCode, answer.body.includes('WRONG_HOST')], `${host} ${url}`).toEqual([
            421,
            true,
          ]);
        }
    }, empty);
  });

  test('that a proxy claims is not heeded', async () => {
    await withServer(async ({ get }) => {
      const forwarded = { 'x-forwarded-host': 'localhost:8080', forwarded: 'host=localhost:8080' };
      expect((await get('/', { host: 'example.org', ...forwarded })).statusCode).toBe(421);
      expect((await get('/', { 'x-forwarded-host': 'example.org' })).statusCode).toBe(200);
    }, empty);
  });

  test('is there once: none, two, or a whole address in its place are refused', async () => {
    await inTemporaryFolder(async (workspace) => {
      const told: string[] = [];
      const effects = { now: () => new Date(), log: (line: string) => told.push(line) };
      const { address, stop } = await serve({ workspace, port: 0, effects, announce: () => {} });
      const { port } = new URL(address);
      const host = `Host: localhost:${port}`;
      const status = async (lines: readonly string[]) => (await speak(Number(port), lines)).split(' ')[1];
      try {
        expect(await status(['GET /health/live HTTP/1.1', host])).toBe('200');
        expect(await status(['GET /health/live HTTP/1.1'])).toBe('421');
        expect(await status(['GET /health/live HTTP/1.0'])).toBe('421');
        expect(await status(['GET /health/live HTTP/1.1', host, 'Host: example.org'])).toBe('421');
        expect(await status(['GET /health/live HTTP/1.1', host, host])).toBe('421');
        expect(await status(['GET http://example.org/health/live HTTP/1.1', host])).toBe('421');
        expect(await status(['OPTIONS * HTTP/1.1', host])).toBe('421');
        expect(await status(['GET /health/live HTTP/1.1', 'Host: example.org', host])).toBe('421');
      } finally {
        await stop();
      }
    });
  });
});

describe('a request that could change something', () => {
  const json = { 'content-type': 'application/json' };
  const own = { origin: 'http://localhost:8080' };
  test.each([
    ['without an origin', {}, 403],
    ['from another origin', { origin: 'http://example.org' }, 403],
    ['from the same name on another port', { origin: 'http://localhost:8081' }, 403],
    ['from a page without an origin', { origin: 'null' }, 403],
    ['from another site by the browser’s word', { ...own, 'sec-fetch-site': 'cross-site' }, 403],
    ['from a sibling site', { ...own, 'sec-fetch-site': 'same-site' }, 403],
    ['typed by hand', { 'sec-fetch-site': 'none' }, 403],
    ['of our own, to an address that only shows', { ...own, ...json }, 405],
    ['of our own by the browser’s word', { 'sec-fetch-site': 'same-origin', ...json }, 405],
    ['of our own without a body, to an address that only shows', own, 405],
  ])('%s', async (_name, headers, status) => {
    await withServer(async ({ app }) => {
      for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'] as const) {
        const answer = await app.inject({
          method,
          url: '/api/v1/organisations',
          headers: { host: 'localhost:8080', ...headers },
          payload: '{}',
        });
        expect(answer.statusCode, method).toBe(status);
        expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
      }
    }, empty);
  });
});

describe('a body', () => {
  test.each(['', 'text/plain', 'multipart/form-data'])(
    'of type “%s” is refused where one is taken',
    async (type) => {
      await withServer(async ({ app }) => {
        const answer = await app.inject({
          method: 'PUT',
          url: '/api/v1/organisations/oak-lane/assessments/2026',
          headers: {
            host: 'localhost:8080',
            origin: 'http://localhost:8080',
            ...(type === '' ? {} : { 'content-type': type }),
          },
          payload: '{}',
        });
        expect([answer.statusCode, answer.json().code]).toEqual([415, 'BODY_TYPE']);
      }, empty);
    },
  );
});

describe('the headers of every answer', () => {
  test('let nothing run and nothing be loaded from elsewhere', async () => {
    await withServer(async ({ get }) => {
      const urls = [
        '/',
        '/nowhere',
        '/%zz',
        '/health/live',
        '/api/v1/openapi.json',
        '/charts/x.svg',
        '/assets/headroom.svg',
      ];
      for (const url of urls) {
        const { headers } = await get(url);
        expect(headers['content-security-policy'], url).toBe(
          "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
        );
        expect(headers['x-content-type-options'], url).toBe('nosniff');
        expect(headers['referrer-policy'], url).toBe('same-origin');
        expect(headers['cross-origin-resource-policy'], url).toBe('same-origin');
        expect(headers['access-control-allow-origin'], url).toBeUndefined();
        if (!/^\/(assets|api)/.test(url)) expect(headers['cache-control'], url).toBe('no-store');
      }
    }, empty);
  });

  test('are there for an address of another host too', async () => {
    await withServer(async ({ get }) => {
      const { headers } = await get('/', { host: 'example.org' });
      expect(headers['content-security-policy']).toContain("default-src 'none'");
    }, empty);
  });
});

/** Says lines to a port as they are, and gives the answer's first line. */
function speak(port: number, lines: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(`${[...lines, 'Connection: close'].join('\r\n')}\r\n\r\n`);
    });
    let heard = '';
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => {
      heard += text;
    });
    socket.on('end', () => resolve(heard.split('\r\n')[0] ?? ''));
    socket.on('error', reject);
  });
}
