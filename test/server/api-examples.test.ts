import { describe, expect, test } from 'vitest';
import { generatePanel } from '../../src/app/invent/generate-panel.ts';
import { addNeighbours } from '../../src/app/register/add-neighbours.ts';
import { addOrganisations } from '../../src/app/register/add-organisations.ts';
import { mismatches } from '../../src/kernel/schema.ts';
import { apiExamplesFile } from '../../src/server/api/api-examples.ts';
import { lists } from '../benchmark/register/fixture.ts';
import { visit } from './access/visiting.ts';
import { type Described, describedBy } from './described.ts';
import { type Running, withServer } from './served.ts';

const by = 'A. Officer';

/** An example for every parameter; by operation where one of them needs another. */
const parameters: Readonly<Record<string, unknown>> = {
  organisation: 'medway',
  framework: 'lga-nps-2018',
  objective: '4',
  period: '2024',
  'exportFile.organisation': 'example-invented',
  'exportFile.period': '2025',
  'getPlanReached.period': '2023',
  'exportFile.file': 'benchmark.json',
  targets: 'yes',
  'drawChart.file': 'plan-frontier.json',
  circumstances: { 'factor.joint-boards': 'yes' },
  return: '2022',
  unconfirmed: 'yes',
  days: '60',
  minimum: '9=3',
  lock: '3=3',
  weight: '4=3',
  effort: '4=15',
  levels: '1',
  'getBenchmark.organisation': 'example-invented',
  'getBenchmark.period': '2025',
  panel: 'invented',
  registered: 'ASH',
  type: 'City',
  region: 'North',
  ended: 'yes',
  page: '1',
  'listRegister.find': 'ashmere',
  group: 'all',
  section: 'enablers',
  layout: 'narrow',
  stance: 'hold',
  capped: 'now',
  cause: 'joint-working',
  find: 'joint board',
  sort: 'score',
  'if-match': '"1"',
  'if-none-match': '"yMhD2nLzQ1yS1xXk0nEw5A"',
};

/** Parameters that are of some charts only, not of the one in the example. */
const ofOtherCharts = ['panel', 'group', 'section'];

/** A change for every operation that makes one, in an order in which each can be made. */
const changes: readonly (readonly [operationId: string, body: object])[] = [
  ['choosePlan', { request: { days: 20 }, by }],
  ['putPlanRow', { target: 4, owner: 'Head of Commissioning', reason: 'Members asked for it.', by }],
  ['withdrawPlanRow', { version: 1, reason: 'The board meets next year only.', by }],
  ['undoPlanRow', { version: 2, by }],
  ['agreePlan', { agreedBy: 'Cabinet', date: '2024-03-05', minute: 'Minute 12', by }],
  ['confirmAction', { objective: 3, outcome: 'done', by }],
  ['changeCriteria', { wording: { level: 5, text: 'Members sit on a joint board.' }, by }],
  [
    'changeEvidence',
    {
      add: {
        title: 'Minutes of the board',
        kind: 'link',
        target: 'https://example.org/minutes',
        owner: 'Democratic Services',
        date: '2023-11-01',
      },
      by,
    },
  ],
  [
    'recordCircumstance',
    { factor: 'joint-boards', state: 'yes', reason: 'Cabinet minute 12', version: 0, by },
  ],
  ['decideReading', { decision: 'confirm', objective: 4, reading: 'only-through-joint-board', by }],
  ['openAssessment', { by }],
  ['agreeStandard', { level: 3, agreed: 'November 2021', by }],
  ['enterRow', { score: '4', text: 'Members are briefed every quarter.', version: 0, by }],
  ['undoRow', { version: 1, by }],
  ['enterRow', { score: '4', text: 'Members are briefed every month.', version: 2, by }],
  ['closeAssessment', { incomplete: true, by }],
  ['reopenAssessment', { reason: 'A score was missing.', by }],
];
const last: readonly (readonly [operationId: string, body: object])[] = [
  ['discardAssessment', { entered: true, by }],
];

const own = {
  host: 'localhost:8080',
  origin: 'http://localhost:8080',
  accept: 'application/json',
  'content-type': 'application/json',
};

/** The address of an operation with the examples of its parameters: those that it needs, or all. */
function addressOf({ operationId, path, parameters: takes = [] }: Described, all = false): string {
  const value = (name: string) => parameters[`${operationId}.${name}`] ?? parameters[name];
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => String(value(name)));
  const query = takes
    .filter((one) => one.in === 'query' && (all || one.required === true))
    .filter(({ name }) => operationId !== 'drawChart' || !ofOtherCharts.includes(name))
    // The panel is invented, and a real organisation is not compared with it.
    .filter(({ name }) => name !== 'panel' || value('organisation') !== 'medway')
    .flatMap(({ name }): [string, string][] => {
      const given = value(name);
      return typeof given === 'object' && given !== null
        ? Object.entries(given).map(([key, each]) => [key, String(each)])
        : [[name, String(given)]];
    });
  return query.length === 0 ? filled : `${filled}?${new URLSearchParams(query)}`;
}

/** An answer with what differs from rules to rules the same, and long lists cut. */
function shortened(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/^[0-9a-f]{64}$/, 'e3b0c442'.repeat(8));
  if (Array.isArray(value)) return value.slice(0, 2).map(shortened);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shortened(inner)]));
}

/** What a file would change that is sent as a form, which is no JSON. */
async function imported({ app, get }: Running) {
  const file = (await get('/api/v1/organisations/medway/export/appendix.csv')).body.replace(',2/3,', ',3,');
  const fields = { organisation: 'medway', period: '2022', dryRun: 'yes', by };
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new File([file], 'medway-2022.csv'));
  const sent = new Response(form);
  const answer = await app.inject({
    method: 'POST',
    url: '/api/v1/import',
    headers: { ...own, 'content-type': sent.headers.get('content-type') ?? '' },
    payload: Buffer.from(await sent.arrayBuffer()),
  });
  expect(answer.statusCode, answer.body).toBe(200);
  return { body: { file: 'the bytes of medway-2022.csv', ...fields }, answer: shortened(answer.json()) };
}

/** What somebody gets who has not signed in, where people sign in. */
function asStranger() {
  return visit(({ browser }) => browser().get('/api/v1/organisations', { accept: 'application/json' }));
}

/** What the server answers to every operation, and to what cannot be answered. */
async function gathered(running: Running) {
  const { app, get, workspace } = running;
  await addOrganisations(workspace, lists.organisations);
  await addNeighbours(workspace, lists.neighbours);
  await generatePanel(workspace, { organisations: 20, periods: 2, seed: 7, by });
  const { operations } = await describedBy(get);
  const answered = new Map<string, { body?: object; answer: unknown }>();
  const send = async (asks: typeof changes) => {
    for (const [id, body] of asks) {
      const operation = operations.find(({ operationId }) => operationId === id);
      if (operation === undefined) throw new Error(`no operation ${id}`);
      const method = operation.method === 'PUT' ? 'PUT' : 'POST';
      const answer = await app.inject({ method, url: addressOf(operation), headers: own, payload: body });
      expect(answer.statusCode, `${id}: ${answer.body}`).toBe(200);
      answered.set(id, { body, answer: shortened(answer.json()) });
    }
  };
  await send(changes);
  answered.set('importDocument', await imported(running));
  for (const operation of operations.filter(({ method }) => method === 'GET')) {
    const answer = await get(addressOf(operation), { accept: 'application/json' });
    expect(answer.statusCode, `${operation.operationId}: ${answer.body}`).toBe(200);
    answered.set(operation.operationId, { answer: shortened(answer.json()) });
  }
  await send(last);
  const row = '/api/v1/organisations/medway/plan/rows/4';
  const failed = [
    await get('/api/v1/organisations/medway/advice?period=soon'),
    await app.inject({ method: 'POST', url: row, headers: { ...own, origin: 'null' }, payload: { by } }),
    await get('/api/v1/organisations/medway/objectives/60'),
    await get('/api/v1/organisations', { accept: 'text/csv' }),
    await app.inject({
      method: 'POST',
      url: row,
      headers: own,
      payload: { owner: 'Head of Finance', version: 1, by },
    }),
    await app.inject({ method: 'POST', url: row, headers: own, payload: { by: 'a'.repeat(70_000) } }),
    await app.inject({
      method: 'POST',
      url: row,
      headers: { ...own, 'content-type': 'text/plain' },
      payload: '',
    }),
    await get('/api/v1/organisations', { host: 'example.org' }),
    await get('/api/v1/organisations/medway/plan?days=1&minimum=4%3D5'),
  ];
  workspace.close();
  failed.push(await get('/health/ready'), await get('/api/v1/organisations'), await asStranger());
  return {
    parameters,
    operations: Object.fromEntries([...answered].toSorted(([a], [b]) => (a < b ? -1 : 1))),
    problems: Object.fromEntries(failed.map((answer) => [answer.statusCode, answer.json()])),
  };
}

describe('the examples in the description', () => {
  test('are real answers of the server', async () => {
    await withServer(async (running) => {
      // Where this differs, look at what differs, and take it over with `npx vitest run test/server/api-examples.test.ts -u`.
      const examples = await gathered(running);
      await expect(`${JSON.stringify(examples, null, 1)}\n`).toMatchFileSnapshot(apiExamplesFile);
    });
  });

  test('are there for every operation, body, parameter and problem, and are of the form that is said', async () => {
    await withServer(async ({ get }) => {
      const { operations, components } = await describedBy(get);
      const wrong: string[] = [];
      const check = (where: string, { schema, example }: { schema: object; example?: unknown }) => {
        if (example === undefined) wrong.push(`${where}: no example`);
        else
          for (const { path, message } of mismatches({ ...schema, components }, example).slice(0, 2))
            wrong.push(`${where}${path}: ${message}`);
      };
      for (const { operationId, parameters: takes = [], requestBody, responses } of operations) {
        for (const parameter of takes) {
          check(`${operationId}, ${parameter.name}`, parameter);
          if (parameter.description === undefined)
            wrong.push(`${operationId}, ${parameter.name}: no description`);
        }
        for (const media of Object.values(requestBody?.content ?? {})) check(`${operationId}, body`, media);
        for (const [status, { content = {} }] of Object.entries(responses))
          for (const [type, media] of Object.entries(content))
            if (type.endsWith('json')) check(`${operationId}, ${status}`, media);
      }
      expect(wrong).toEqual([]);
    });
  });

  test('of parameters can be asked together', async () => {
    await withServer(async ({ get, workspace }) => {
      await addOrganisations(workspace, lists.organisations);
      await generatePanel(workspace, { organisations: 20, periods: 2, seed: 7, by });
      const { operations } = await describedBy(get);
      for (const operation of operations.filter(({ method }) => method === 'GET')) {
        if (!operation.parameters?.some((one) => one.in === 'query')) continue;
        const url = addressOf(operation, true);
        const answer = await get(url, { accept: 'application/json' });
        expect(answer.statusCode, `${url}: ${answer.body.slice(0, 300)}`).toBe(200);
      }
    });
  });
});
