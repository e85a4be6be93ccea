import { describe, expect, test } from 'vitest';
import type { Workspace } from '../../src/app/workspace/workspace.ts';
import type { AssessmentRow } from '../../src/model/assessment.ts';
import { renderReport } from '../../src/pages/report.ts';
import { withServer } from './served.ts';

const hostile = `Commentary: "><script>alert('1')</script><img src=x onerror=alert(2)> & {{ 7 * 7 }} {% raw %} \u202Eabc </mark></textarea>\u2028 <a href="javascript:alert(3)">`;
const name = `Evil "<script>alert('4')</script>" & Sons`;

/** An organisation of the invented framework, with words that would run if anything let them. */
function bringIn({ records, pack }: Workspace): void {
  const { objectives } = pack('allotment').framework;
  records.putOrganisation({ id: 'evil', name, framework: 'allotment', example: `Example: ${name}` }, 'test');
  const rows = (label: string, achieved: number) =>
    objectives.map(
      ({ number }): AssessmentRow =>
        number === 2
          ? { objective: number, state: 'not-applicable', reason: hostile, text: hostile }
          : {
              objective: number,
              state: 'scored',
              score: { label, achieved, workingTowards: null },
              text: `${hostile} Action: ${hostile}`,
            },
    );
  const common = { framework: 'allotment', organisation: 'evil' };
  records.saveImport(
    {
      organisation: 'evil',
      assessments: [
        { ...common, period: '2024', rows: rows('1', 1) },
        { ...common, period: '2025', rows: rows('2', 2) },
      ],
      source: { file: `<b>${hostile}</b>.txt`, sha256: 'a'.repeat(64) },
      diagnostics: [
        {
          code: 'source/names-disagree',
          severity: 'warning',
          file: hostile,
          place: hostile,
          seen: hostile,
          allowed: hostile,
          repair: hostile,
        },
      ],
    },
    'test',
  );
}

/** What a browser would take for more than words; the design system's own templates have none of it. */
/** A script that is not our own, or what would run. */
const live =
  /<script(?! type="module" src="\/assets\/scripts-\w+\/)|<img src=x|onerror=alert\(2\)>|href="javascript|<b>"|<\/textarea>/i;

describe('words that would run', () => {
  test('are shown as words on every page, and are whole', async () => {
    await withServer(
      async ({ get, workspace }) => {
        bringIn(workspace);
        const pages = [
          '',
          '/objectives',
          '/objectives/1',
          '/objectives/2',
          '/capped',
          '/unlock',
          '/targets',
          '/trends',
          '/about',
        ];
        for (const page of pages) {
          const { statusCode, body } = await get(`/evil${page}`);
          expect(statusCode, page).toBe(200);
          expect(live.exec(body)?.[0], page).toBeUndefined();
          expect(body, page).toContain(
            'Evil &quot;&lt;script&gt;alert(&#39;4&#39;)&lt;/script&gt;&quot; &amp; Sons',
          );
          expect(body, page).not.toContain('49 {%');
        }
        expect((await get('/evil/objectives/1')).body).toContain(
          '&lt;img src=x onerror=alert(2)&gt; &amp; {{ 7 * 7 }}',
        );
      },
      { rules: 'test/packs', sources: null },
    );
  });

  test('are shown as words in the report, the list of organisations and charts', async () => {
    await withServer(
      async ({ get, workspace }) => {
        bringIn(workspace);
        const report = await renderReport(workspace, { organisation: 'evil' });
        expect(live.exec(report)?.[0]).toBeUndefined();
        expect(report).toContain('&lt;script&gt;');
        const picture = await get('/charts/levels.svg?organisation=evil');
        expect(picture.statusCode).toBe(200);
        expect(live.exec(picture.body)?.[0]).toBeUndefined();
        expect(picture.body).toContain('&lt;script&gt;');
        const list = await get('/evil');
        expect(list.headers['content-type']).toBe('text/html; charset=utf-8');
      },
      { rules: 'test/packs', sources: null },
    );
  });

  test('in an address are shown as words by the page that refuses it', async () => {
    await withServer(async ({ get }) => {
      for (const url of [
        '/%3Cscript%3Ealert(1)%3C%2Fscript%3E',
        '/nowhere/%3Cscript%3E/%22onerror=alert(1)',
        '/oak-lane/benchmark?group=%3Cscript%3E',
        '/oak-lane?period=%3Cscript%3Ealert(1)%3C/script%3E',
        '/oak-lane?factor.%3Cscript%3E=yes',
      ]) {
        const { body, statusCode } = await get(url);
        expect(statusCode, url).toBeGreaterThanOrEqual(400);
        expect(statusCode, url).toBeLessThan(500);
        expect(body, url).not.toMatch(/<script(?! type="module" src="\/assets\/)|"onerror/);
      }
    }, {});
  });
});

describe('another framework', () => {
  test('has its own levels, sections and circumstances on every page', async () => {
    await withServer(async ({ get }) => {
      for (const page of [
        '',
        '/objectives',
        '/objectives/1',
        '/capped',
        '/unlock',
        '/targets',
        '/trends',
        '/about',
      ]) {
        const { statusCode, body } = await get(`/oak-lane${page}`);
        expect(statusCode, page).toBe(200);
        expect(body, page).toContain('Example: the Oak Lane plots, invented');
        expect(body, page).not.toMatch(/Innovator|Medway|undefined|NaN|\[object/);
      }
      expect((await get('/oak-lane/objectives/1')).body).toContain('3 Shown');
      expect((await get('/oak-lane/targets')).body).toContain('Is there a shed shared with other plots?');
    }, {});
  });
});

describe('the start page', () => {
  test('lists the organisations where there are several', async () => {
    await withServer(async ({ get, workspace }) => {
      bringIn(workspace);
      const { statusCode, body } = await get('/');
      expect(statusCode).toBe(200);
      expect(body).toContain('href="/evil"');
      expect(body).toContain('href="/oak-lane"');
    }, {});
  });

  test('says how to begin where there are none, and where one has no assessment yet', async () => {
    await withServer(
      async ({ get, workspace }) => {
        expect((await get('/')).body).toContain('There is nothing here yet');
        workspace.records.putOrganisation(
          { id: 'new', name: 'New', framework: 'allotment', example: null },
          'test',
        );
        const { statusCode, body } = await get('/new');
        expect(statusCode).toBe(422);
        expect(body).toContain('TOO_FEW_PERIODS');
        expect((await get('/new/trends')).statusCode).toBe(422);
        expect((await get('/new/about')).statusCode).toBe(200);
      },
      { rules: 'test/packs', sources: null },
    );
  });

  test('with one period shows trends without what needs two', async () => {
    await withServer(
      async ({ get, workspace }) => {
        bringIn(workspace);
        workspace.records.putOrganisation(
          { id: 'one', name: 'One', framework: 'allotment', example: null },
          'test',
        );
        const rows = workspace.records.assessment('evil', '2025').rows;
        workspace.records.saveImport(
          {
            organisation: 'one',
            assessments: [{ framework: 'allotment', organisation: 'one', period: '2025', rows }],
            source: { file: 'one.txt', sha256: 'b'.repeat(64) },
            diagnostics: [],
          },
          'test',
        );
        const { statusCode, body } = await get('/one/trends');
        expect(statusCode).toBe(200);
        expect(body).toContain('There are too few periods for this');
        expect((await get('/one')).statusCode).toBe(200);
        expect(body).not.toContain('hr-example"');
      },
      { rules: 'test/packs', sources: null },
    );
  });
});
