import { describe, expect, test } from 'vitest';
import { generatePanel } from '../../src/app/invent/generate-panel.ts';
import { addOrganisations } from '../../src/app/register/add-organisations.ts';
import { problemCatalogue } from '../../src/kernel/problem.ts';
import { mismatches } from '../../src/kernel/schema.ts';
import { ProblemDocument } from '../../src/server/wire/problem-reply.ts';
import { lists } from '../benchmark/register/fixture.ts';
import { describedBy } from './described.ts';
import { withServer } from './served.ts';
import { servedPaths } from './served-paths.ts';

/** An address of the description, for the example. */
function addressOf(path: string): string {
  return path
    .replace('{organisation}', 'medway')
    .replace('{framework}', 'lga-nps-2018')
    .replace('{objective}', '4')
    .replace('{registered}', 'ASH')
    .replace('{panel}', 'invented')
    .replace('/export/{file}', '/export/advice.json')
    .replace('{period}', '2023')
    .replace('{file}', 'levels.json?organisation=medway');
}

describe('the description of the JSON addresses', () => {
  test('is OpenAPI 3.1 and holds every address, each with a name, a summary, a tag and its problems', async () => {
    await withServer(async ({ app, get }) => {
      const { operations, document } = await describedBy(get);
      const ids = operations.map(({ operationId }) => operationId);
      expect(new Set(ids).size).toBe(ids.length);
      const tags = document.tags.map(({ name }) => name);
      for (const { operationId, path, method, responses, tags: own } of operations) {
        expect(tags, operationId).toEqual(expect.arrayContaining([...own]));
        const statuses = Object.keys(responses);
        const read = method === 'GET' && !path.startsWith('/health');
        expect(statuses.includes('304'), operationId).toBe(read);
        expect(statuses, operationId).toEqual(expect.arrayContaining(['200', '400', '406', '421', '500']));
        if (method !== 'GET')
          expect(statuses, operationId).toEqual(expect.arrayContaining(['403', '413', '415']));
        for (const status of statuses.filter((each) => Number(each) >= 400))
          expect(Object.keys(responses[status]?.content ?? {}), operationId).toEqual([
            'application/problem+json',
          ]);
      }
      const served = servedPaths(app)
        .filter((path) => /^\/(api|charts|health)\//.test(path) && !path.endsWith('openapi.json'))
        .map((path) => path.replace(/:(\w+)/g, '{$1}'));
      const read = operations.filter(({ method }) => method === 'GET').map(({ path }) => path);
      expect(read.toSorted()).toEqual(served.toSorted());
    });
  });

  test('names for each status the problems of the catalogue that a request can meet', async () => {
    await withServer(async ({ get }) => {
      const { components } = await describedBy(get);
      const said = Object.values(components.responses).flatMap(({ description }) =>
        [...description.matchAll(/\b[A-Z_]{5,}\b/g)].map(([code]) => code),
      );
      const others = [
        'USAGE',
        'BIND_REFUSED',
        'PORT_TAKEN',
        'FILE_EXISTS',
        'FILE_UNWRITABLE',
        'METHOD_NOT_ALLOWED',
        'TOO_MANY_TRIES',
        'UPLOAD_GONE',
        'UPLOAD_CHANGED',
      ];
      expect([...new Set([...said, ...others])].toSorted()).toEqual(Object.keys(problemCatalogue).toSorted());
    });
  });

  test('says each path parameter, and the circumstances where they count', async () => {
    await withServer(async ({ get }) => {
      const { operations } = await describedBy(get);
      for (const { path, operationId, parameters = [] } of operations) {
        const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
        const names = parameters.filter((one) => one.in === 'path').map(({ name }) => name);
        expect(names, operationId).toEqual(inPath);
      }
      const namesOf = (id: string) =>
        operations.find(({ operationId }) => operationId === id)?.parameters?.map(({ name }) => name);
      expect(namesOf('getAdvice')).toEqual([
        'organisation',
        'period',
        'panel',
        'circumstances',
        'if-none-match',
      ]);
      expect(namesOf('getPlanReached')).toEqual(['organisation', 'period', 'if-none-match']);
      expect(namesOf('undoRow')).toEqual(['organisation', 'period', 'objective', 'if-match']);
    });
  });

  test('is true: every answer is of the form that it says', async () => {
    await withServer(async ({ get, workspace }) => {
      await addOrganisations(workspace, lists.organisations);
      await generatePanel(workspace, { organisations: 20, periods: 2, seed: 7, by: 'Sam' });
      const { operations, components } = await describedBy(get);
      for (const { path, responses } of operations.filter(({ method }) => method === 'GET')) {
        const answer = await get(addressOf(path).replace('medway/benchmark', 'example-invented/benchmark'), {
          accept: 'application/json',
        });
        expect(answer.statusCode, path).toBe(200);
        const schema = responses['200']?.content?.['application/json']?.schema ?? {};
        expect(mismatches({ ...schema, components }, answer.json()).slice(0, 3), path).toEqual([]);
      }
    });
  });
});

describe('an answer in JSON', () => {
  const at = '/api/v1/organisations/medway';

  test('gives the advice for a period, and for a what-if', async () => {
    await withServer(async ({ get }) => {
      const advice = (await get(`${at}/advice?period=2024`)).json();
      const supposing = (await get(`${at}/advice?factor.joint-boards=yes`)).json();
      const ceiling = (of: typeof advice, number: number) =>
        of.objectives.find(({ objective }: { objective: number }) => objective === number).ceiling.level;
      expect(advice.objectives).toHaveLength(59);
      expect([ceiling(advice, 4), ceiling(supposing, 4)]).toEqual([4, 5]);
      expect(supposing.factors['joint-boards']).toBe('yes');
      const others = (of: typeof advice) =>
        of.objectives.filter(({ objective }: { objective: number }) => objective !== 4);
      expect(others(supposing)).toEqual(others(advice));
    });
  });

  test('is the same every time, and the same with a slash at its end', async () => {
    await withServer(async ({ get }) => {
      const first = await get(`${at}/capped`);
      expect((await get(`${at}/capped`)).body).toBe(first.body);
      expect(first.headers['content-type']).toBe('application/json; charset=utf-8');
    });
  });

  test.each([
    ['/api/v1/organisations/nowhere/advice', 404, 'UNKNOWN_ORGANISATION'],
    [`${at}/advice?period=1999`, 404, 'UNKNOWN_PERIOD'],
    [`${at}/advice?period=next`, 400, 'BAD_VALUE'],
    [`${at}/advice?period=`, 400, 'BAD_VALUE'],
    [`${at}/advice?period=2024&period=2023`, 400, 'BAD_VALUE'],
    [`${at}/advice?factor.nowhere=yes`, 400, 'UNKNOWN_FACTOR'],
    [`${at}/advice?factor.joint-boards=perhaps`, 400, 'BAD_VALUE'],
    [`${at}/advice?factor.joint-boards=yes&factor.joint-boards=no`, 400, 'BAD_VALUE'],
    [`${at}/advice?colour=red`, 400, 'BAD_VALUE'],
    [`${at}/advice?__proto__=1`, 400, 'BAD_VALUE'],
    [`${at}/trends?period=2024`, 400, 'BAD_VALUE'],
    [`${at}/objectives/60`, 404, 'UNKNOWN_OBJECTIVE'],
    [`${at}/objectives/four`, 400, 'BAD_VALUE'],
    [`${at}/nothing`, 404, 'UNKNOWN_PAGE'],
    ['/api/v1', 404, 'UNKNOWN_PAGE'],
    ['/api/v1/organisations?x=1', 400, 'BAD_VALUE'],
    ['/charts/levels.svg', 400, 'BAD_VALUE'],
    ['/charts/levels.svg?organisation=nowhere', 404, 'UNKNOWN_ORGANISATION'],
    ['/charts/nothing.svg?organisation=medway', 404, 'UNKNOWN_DASHBOARD'],
    ['/charts/levels.pdf?organisation=medway', 404, 'UNKNOWN_PAGE'],
    ['/charts/levels.vega?organisation=medway', 404, 'UNKNOWN_PAGE'],
    ['/charts/levels?organisation=medway', 404, 'UNKNOWN_PAGE'],
    ['/charts/..%2f..%2fpackage.json?organisation=medway', 404, 'UNKNOWN_PAGE'],
    ['/charts/levels.svg?organisation=medway&organisation=medway', 400, 'BAD_VALUE'],
    ['/assets/nothing.css', 404, 'UNKNOWN_PAGE'],
  ])('%s is a problem with status %i and code %s', async (url, status, code) => {
    await withServer(async ({ get }) => {
      const answer = await get(url);
      expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
      const problem: unknown = answer.json();
      expect(mismatches(ProblemDocument, problem)).toEqual([]);
      expect(problem).toMatchObject({ status, code, type: `urn:headroom:problem:${code}` });
      expect(answer.statusCode).toBe(status);
    });
  });
});

describe('a chart', () => {
  test('comes in each form, with a name to save it under', async () => {
    await withServer(async ({ get }) => {
      const named = async (url: string) => {
        const { headers, rawPayload } = await get(url);
        const start = rawPayload.subarray(0, 4).toString('latin1');
        return [headers['content-type'], headers['content-disposition'], start];
      };
      expect(await named('/charts/levels.svg?organisation=medway')).toEqual([
        'image/svg+xml; charset=utf-8',
        'inline; filename="medway-levels-2022-to-2023.svg"',
        '<svg',
      ]);
      expect(await named('/charts/headroom.png?organisation=medway&period=2023')).toEqual([
        'image/png',
        'inline; filename="medway-headroom-2023-from-2022.png"',
        '\u0089PNG',
      ]);
      expect(
        (await named('/charts/headroom.csv?organisation=medway&factor.joint-boards=yes')).slice(0, 2),
      ).toEqual([
        'text/csv; charset=utf-8',
        'attachment; filename="medway-headroom-2024-from-2023-what-if.csv"',
      ]);
      expect((await get('/charts/ceilings.json?organisation=medway')).json()).toMatchObject({
        dashboard: 'ceilings',
        stamp: {
          organisation: 'Medway Council',
          example: "Example: Medway Council's published 2022 and 2023 return",
        },
      });
    });
  });
});

describe('health', () => {
  test('is live and ready with records, rules and dashboards', async () => {
    await withServer(async ({ get }) => {
      expect((await get('/health/live')).json()).toEqual({ status: 'live' });
      expect((await get('/health/ready')).json()).toEqual({ status: 'ready' });
    });
  });

  test('is live but not ready when the records are gone, and then says why without a trace', async () => {
    await withServer(async ({ get, workspace, log }) => {
      workspace.close();
      expect((await get('/health/live')).statusCode).toBe(200);
      const ready = await get('/health/ready');
      expect(ready.statusCode).toBe(503);
      expect(ready.headers['content-type']).toBe('application/problem+json; charset=utf-8');
      expect(ready.body).not.toMatch(/database|node:|\.ts/);
      expect(log.join('\n')).toContain('Not ready');
    });
  });

  test('is not ready without a dashboard folder', async () => {
    await withServer(
      async ({ get }) => {
        expect((await get('/health/ready')).statusCode).toBe(503);
      },
      { rules: 'test/packs', sources: null, dashboards: 'test/nowhere' },
    );
  });
});

describe('a mistake of ours', () => {
  test('is logged with its trace, and answered without it', async () => {
    await withServer(async ({ get, workspace, log }) => {
      workspace.close();
      const page = await get('/medway');
      const json = await get('/api/v1/organisations');
      expect(page.statusCode).toBeGreaterThanOrEqual(500);
      for (const { body } of [page, json]) expect(body).not.toMatch(/node:|\.ts|at async/);
      expect(log.length).toBeGreaterThan(0);
    });
  });
});
