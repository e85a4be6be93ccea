import { Type } from 'typebox';
import { describe, expect, test } from 'vitest';
import { generatePanel } from '../../src/app/invent/generate-panel.ts';
import { matches, mismatches } from '../../src/kernel/schema.ts';
import { ProblemDocument } from '../../src/server/problem-reply.ts';
import { type Get, withServer } from './served.ts';

const Operation = Type.Object({
  operationId: Type.String({ minLength: 1 }),
  summary: Type.String({ minLength: 1 }),
  parameters: Type.Optional(
    Type.Array(
      Type.Object({
        name: Type.String({ minLength: 1 }),
        in: Type.Union([Type.Literal('query'), Type.Literal('path')]),
        schema: Type.Object({}),
      }),
    ),
  ),
  responses: Type.Record(
    Type.String({ pattern: '^[2-5]\\d\\d$' }),
    Type.Object({
      description: Type.String({ minLength: 1 }),
      content: Type.Record(Type.String(), Type.Object({ schema: Type.Object({}) })),
    }),
  ),
});
const OpenApi = Type.Object({
  openapi: Type.Literal('3.1.0'),
  info: Type.Object({ title: Type.String({ minLength: 1 }), version: Type.String({ minLength: 1 }) }),
  components: Type.Object({ schemas: Type.Object({}) }),
  paths: Type.Record(
    Type.String({ pattern: '^/' }),
    Type.Object({
      get: Type.Optional(Operation),
      put: Type.Optional(Operation),
      post: Type.Optional(Operation),
    }),
  ),
});

async function describedBy(get: Get) {
  const answer = await get('/api/v1/openapi.json');
  expect(answer.statusCode).toBe(200);
  const described: unknown = answer.json();
  expect(mismatches(OpenApi, described)).toEqual([]);
  if (!matches(OpenApi, described)) throw new Error('not OpenAPI');
  const paths = Object.fromEntries(
    Object.entries(described.paths).flatMap(([path, { get: read }]) =>
      read === undefined ? [] : [[path, { get: read }] as const],
    ),
  );
  const operations = Object.values(described.paths).flatMap(({ get: read, put, post }) =>
    [read, put, post].filter((one) => one !== undefined),
  );
  /** `paths` are those that can be read; `operations` all that can be done. */
  return { ...described, paths, operations };
}

/** The addresses of programs, from the tree that the server prints of its routes, as a description writes them. */
function servedPaths(tree: string): readonly string[] {
  const trail: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const [, indent = '', part = ''] = /^([^\w/:]*)(\S+) \(GET/.exec(line) ?? [];
    if (part === '') return [];
    const depth = indent.length / 4 - 1;
    trail.splice(depth, trail.length, part);
    const path = trail
      .slice(1)
      .join('')
      .replace(/:(\w+)/g, '{$1}');
    return /^(api|charts|health)\//.test(path) && !path.endsWith('openapi.json') ? [`/${path}`] : [];
  });
}

/** An address of the description, for the example. */
function addressOf(path: string): string {
  return path
    .replace('{organisation}', 'medway')
    .replace('{objective}', '4')
    .replace('/export/{file}', '/export/advice.json')
    .replace('{period}', '2023')
    .replace('{file}', 'levels.json?organisation=medway');
}

describe('the description of the JSON addresses', () => {
  test('is OpenAPI 3.1 and holds every address, each with a name, a summary and its problems', async () => {
    await withServer(async ({ app, get }) => {
      const { paths, operations } = await describedBy(get);
      const ids = operations.map(({ operationId }) => operationId);
      expect(new Set(ids).size).toBe(ids.length);
      for (const { operationId, responses } of operations) {
        const problems = Object.keys(responses).filter((status) => status !== '200');
        expect(problems, operationId).toContain('400');
        for (const status of problems)
          expect(Object.keys(responses[status]?.content ?? {}), operationId).toEqual([
            'application/problem+json',
          ]);
      }
      const served = servedPaths(app.printRoutes({ commonPrefix: false }));
      expect(Object.keys(paths).toSorted()).toEqual(served.toSorted());
      expect(served).toHaveLength(31);
    });
  });

  test('says each path parameter, and the circumstances where they count', async () => {
    await withServer(async ({ get }) => {
      const { paths } = await describedBy(get);
      for (const [path, { get: operation }] of Object.entries(paths)) {
        const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
        const names = (where: string) =>
          operation.parameters?.filter((one) => one.in === where).map(({ name }) => name) ?? [];
        expect(names('path'), path).toEqual(inPath);
        const asRecorded = path.endsWith('/export/{file}') || path.endsWith('/benchmark');
        expect(names('query').includes('circumstances'), path).toBe(
          names('query').includes('period') && !asRecorded,
        );
      }
      const advice = paths['/api/v1/organisations/{organisation}/advice'];
      expect(advice?.get.parameters?.map(({ name }) => name)).toEqual([
        'organisation',
        'period',
        'circumstances',
      ]);
    });
  });

  test('is true: every answer is of the form that it says', async () => {
    await withServer(async ({ get, workspace }) => {
      await generatePanel(workspace, { organisations: 20, periods: 2, seed: 7, by: 'Sam' });
      const { paths, components } = await describedBy(get);
      for (const [path, { get: operation }] of Object.entries(paths)) {
        const answer = await get(addressOf(path).replace('medway/benchmark', 'example-invented/benchmark'), {
          accept: 'application/json',
        });
        expect(answer.statusCode, path).toBe(200);
        const schema = operation.responses['200']?.content['application/json']?.schema ?? {};
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
        'inline; filename="medway-levels.svg"',
        '<svg',
      ]);
      expect(await named('/charts/headroom.png?organisation=medway&period=2023')).toEqual([
        'image/png',
        'inline; filename="medway-headroom-2023.png"',
        '\u0089PNG',
      ]);
      expect(
        (await named('/charts/headroom.csv?organisation=medway&factor.joint-boards=yes')).slice(0, 2),
      ).toEqual(['text/csv; charset=utf-8', 'attachment; filename="medway-headroom-what-if.csv"']);
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
