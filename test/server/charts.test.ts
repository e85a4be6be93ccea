import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { scripts } from '../../src/pages/frame/scripts.ts';
import { withServer } from './served.ts';

describe('the specification of a chart', () => {
  test('holds the rows of the view, and is not sent again while they are the same', async () => {
    await withServer(async ({ get }) => {
      const address = '/charts/ceilings.vega.json?organisation=medway';
      const first = await get(address);
      const spec = first.json();
      const { rows } = (await get('/charts/ceilings.json?organisation=medway')).json();
      expect(spec.$schema).toContain('/vega/v6');
      expect(spec.data[0]).toEqual({ name: 'ceilings', values: rows });
      const etag = String(first.headers['etag']);
      expect(first.headers['cache-control']).toBe('private, no-cache');
      const again = await get(address, { 'if-none-match': etag });
      expect([again.statusCode, again.body]).toEqual([304, '']);
      const other = await get(`${address}&factor.joint-boards=yes`, { 'if-none-match': etag });
      expect(other.statusCode).toBe(200);
    });
  });

  test('of every dashboard on a page is there, with its four forms to take away', async () => {
    await withServer(async ({ get }) => {
      for (const page of ['', '/capped', '/targets', '/trends', '/unlock', '/plan?days=60', '/benchmark']) {
        const { body } = await get(`/medway${page}`);
        const sections = body.split('<section class="hr-chart"').slice(1);
        for (const section of sections) {
          expect(section).toMatch(/<p class="govuk-body hr-chart__headline">[^<]{20,}<\/p>/);
          expect(section).toContain('<caption');
          const addresses = [...section.matchAll(/(?:href|data-vega)="(\/charts\/[^"]+)"/g)].map(
            ([, one = '']) => one.replaceAll('&amp;', '&'),
          );
          const drawn = section.includes('<svg');
          const forms = addresses.map((one) => /\.([a-z.]+)\?/.exec(one)?.[1]);
          expect(forms).toEqual(drawn ? ['vega.json', 'svg', 'png', 'csv', 'json'] : ['csv', 'json']);
          for (const address of addresses.filter((one) => !one.includes('.png'))) {
            const { statusCode, headers } = await get(address);
            expect([address, statusCode]).toEqual([address, 200]);
            expect(headers['content-disposition']).toMatch(
              /filename="medway-[a-z-]+-[a-z0-9-]*\d{4}[a-z0-9-]*\./,
            );
          }
        }
        if (page !== '/benchmark') expect(sections.length, page).toBeGreaterThan(0);
      }
    });
  });
});

describe('a script', () => {
  test('is sent as the browser takes it, and kept for good', async () => {
    await withServer(async ({ get }) => {
      const address = `${scripts().folder}/live-chart.js`;
      const plain = await get(address);
      expect(plain.headers['cache-control']).toBe('public, max-age=31536000, immutable');
      expect(plain.headers['content-type']).toBe('text/javascript; charset=utf-8');
      expect(plain.headers['vary']).toBe('accept-encoding');
      const brotli = await get(address, { 'accept-encoding': 'gzip, deflate, br' });
      expect(brotliDecompressSync(brotli.rawPayload).toString()).toBe(plain.body);
      const gzip = await get(address, { 'accept-encoding': 'gzip, br;q=0' });
      expect(gunzipSync(gzip.rawPayload).toString()).toBe(plain.body);
      expect((await get(address.replace(/scripts-\w+/, 'scripts-000000000000'))).statusCode).toBe(404);
    });
  });
});
