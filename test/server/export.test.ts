import { describe, expect, test } from 'vitest';
import { withServer } from './served.ts';

const at = '/api/v1/organisations/medway/export';

describe('files to take away', () => {
  test('are linked on their page, and each link gives a file to save', async () => {
    await withServer(async ({ get }) => {
      const page = (await get('/medway/export')).body;
      const links = [...page.matchAll(/href="(\/api\/v1\/[^"]*\/export\/[^"]*)" download/g)].map(
        ([, href]) => href ?? '',
      );
      expect(links).toEqual([
        ...['docx', 'xlsx', 'csv'].map((form) => `${at}/appendix.${form}?period=2023`),
        `${at}/report.html?period=2024`,
        ...['xlsx', 'csv'].map((form) => `${at}/plan.${form}?period=2024`),
        ...['csv', 'json', 'xlsx'].map((form) => `${at}/advice.${form}?period=2024`),
        ...['xlsx', 'docx'].map((form) => `${at}/template.${form}?period=2024`),
      ]);
      for (const link of links) {
        const answer = await get(link);
        expect(answer.statusCode, link).toBe(200);
        const [, what, ending, period] = /export\/(\w+)\.(\w+)\?period=(\d+)/.exec(link) ?? [];
        expect(answer.headers['content-disposition'], link).toBe(
          `attachment; filename="medway-${what}-${period}.${ending}"`,
        );
        const zip = ending === 'docx' || ending === 'xlsx';
        expect(answer.rawPayload.subarray(0, 2).toString() === 'PK', link).toBe(zip);
      }
    });
  });

  test('that are not there, and questions that they do not take, are refused', async () => {
    await withServer(async ({ get }) => {
      const status = async (path: string) => (await get(`${at}/${path}`)).statusCode;
      expect(await status('appendix.pdf')).toBe(404);
      expect(await status('appendix.csv?period=1999')).toBe(404);
      expect(await status('appendix.docx?targets=perhaps')).toBe(400);
      expect((await get('/api/v1/organisations/nobody/export/appendix.csv')).statusCode).toBe(404);
    });
  });
});
