import { describe, expect, test } from 'vitest';
import { PlanReport } from '../../src/app/plan/plan-report.ts';
import { mismatches } from '../../src/kernel/schema.ts';
import { type Running, shownAfter, withServer, wordsOf } from './served.ts';

const page = '/medway/plan';
const api = '/api/v1/organisations/medway/plan';

function send(
  { app }: Running,
  url: string,
  payload: Readonly<Record<string, unknown>>,
  headers: Readonly<Record<string, string>> = {},
) {
  const json = url.startsWith('/api');
  const sent = app.inject({
    method: 'POST',
    url,
    headers: {
      host: 'localhost:8080',
      accept: json ? 'application/json' : 'text/html',
      'sec-fetch-site': 'same-origin',
      'content-type': json ? 'application/json' : 'application/x-www-form-urlencoded',
      ...headers,
    },
    payload: json
      ? JSON.stringify(payload)
      : new URLSearchParams(
          Object.entries(payload).map(([name, value]): [string, string] => [name, String(value)]),
        ).toString(),
  });
  return shownAfter(app, sent);
}

describe('the page of the plan', () => {
  test('shows what the days are best for, takes it, changes it, agrees it and undoes', () =>
    withServer(async (running) => {
      const shown = wordsOf((await running.get(`${page}?days=60`)).body);
      expect(shown).toContain('For 60 officer-days: 8 targets above the present score');
      expect(shown).toContain('assumed 10 days a step; change it');
      expect(shown.match(/Each is worth less for its days than #56/g)).toHaveLength(1);
      expect(shown).toContain('2 Reporting: 20 days more');
      const taken = await send(running, `${page}?days=60`, { form: 'suggestion', by: 'Ada' });
      expect([taken.statusCode, taken.headers.location]).toEqual([
        303,
        `${page}?days=60&kept=suggestion#chosen`,
      ]);
      const edit = {
        form: 'row-3',
        objective: 3,
        version: 1,
        owner: '<b>Ben</b>',
        internal: 'Hush.',
        public: '',
        by: 'Ben',
      };
      expect((await send(running, page, edit)).statusCode).toBe(303);
      const html = (await running.get(`${page}?kept=row&objective=3`)).body;
      expect(html).not.toContain('<b>Ben');
      expect(html).toMatch(
        /id="objective-3"(?:(?!<\/section>)[^])*role="status"><strong>The target is kept\./,
      );
      expect(wordsOf(html)).toContain('8 targets chosen, 0 of them agreed, in 60 officer-days.');
      const rows = running.workspace.records.plans
        .rows('medway', '2024')
        .map((row) => `${row.objective}:${row.version}`);
      const agree = {
        form: 'agree',
        rows: rows.join(' '),
        agreedBy: 'Cabinet',
        date: '2024-05-01',
        minute: '12',
        by: 'Ada',
      };
      expect((await send(running, page, agree)).headers.location).toBe(`${page}?kept=agreed#chosen`);
      expect(wordsOf((await running.get(page)).body)).toContain('Agreed by Cabinet on 1 May 2024, 12');
      expect(
        (await send(running, page, { form: 'undo-3', objective: 3, version: 3, by: 'Ada' })).statusCode,
      ).toBe(303);
      expect(running.workspace.records.plans.rows('medway', '2024')[0]).toMatchObject({
        state: 'proposed',
        owner: '<b>Ben</b>',
      });
    }));

  test('draws gain against days for what is asked, with its table, and offers the same as files', () =>
    withServer(async ({ get }) => {
      expect((await get(page)).body).not.toContain('id="chart-plan-frontier"');
      const html = (await get(`${page}?days=20&effort=3%3D20`)).body;
      expect(html).toContain(
        'data-vega="/charts/plan-frontier.vega.json?organisation=medway&amp;days=20&amp;effort=3%3D20"',
      );
      expect(wordsOf(html)).toContain('With 20 officer-days the best plan gains 5 of 36');
      expect(wordsOf(html)).toContain('20 (this one)');
      for (const form of ['svg', 'png', 'csv', 'json']) {
        const { statusCode, headers, rawPayload } = await get(
          `/charts/plan-frontier.${form}?organisation=medway&days=20&effort=3%3D20`,
        );
        expect([form, statusCode]).toEqual([form, 200]);
        expect(headers['content-disposition']).toContain(
          `"medway-plan-frontier-2024-from-2023-20-days.${form}"`,
        );
        expect(rawPayload.length).toBeGreaterThan(500);
      }
      const bare = (await get('/charts/plan-frontier.json?organisation=medway')).json();
      expect(
        bare.rows.every(
          ({ chosen, budget }: { chosen: boolean; budget: null }) => !chosen && budget === null,
        ),
      ).toBe(true);
      expect((await get('/charts/levels.svg?organisation=medway&days=20')).statusCode).toBe(400);
      expect((await get('/charts/plan-frontier.svg?organisation=medway&lock=9%3D3')).statusCode).toBe(400);
    }));

  test('shows both versions where somebody else changed the row, and keeps mine only if I say so', () =>
    withServer(async (running) => {
      const add = { form: 'add', objective: 3, version: 0, by: 'Ada' };
      expect((await send(running, page, add)).statusCode).toBe(303);
      const mine = { form: 'row-3', objective: 3, version: 1, target: 3, owner: 'Mine', by: 'Ben' };
      await send(running, page, { ...mine, owner: 'Theirs', by: 'Cat' });
      const answer = await send(running, page, mine);
      expect(answer.statusCode).toBe(409);
      const words = wordsOf(answer.body);
      expect(words).toContain('Somebody else changed this target meanwhile');
      expect(words).toContain('Mine');
      expect(words).toContain('Theirs');
      expect(answer.body).toContain('<input type="hidden" name="version" value="2">');
      expect(running.workspace.records.plans.rows('medway', '2024')[0]?.owner).toBe('Theirs');
      expect((await send(running, page, { ...mine, version: 2 })).statusCode).toBe(303);
      expect(running.workspace.records.plans.rows('medway', '2024')[0]?.owner).toBe('Mine');
    }));

  test('says at its form what is wrong, keeps what was typed, and names demands that cannot hold', () =>
    withServer(async (running) => {
      const answer = await send(running, page, {
        form: 'add',
        objective: 4,
        version: 0,
        target: 5,
        override: '',
        owner: 'Kept',
        by: 'Ada',
      });
      expect(answer.statusCode).toBe(400);
      expect(answer.body).toContain('id="add-override-error"');
      expect(answer.body).toContain('value="Kept"');
      const impossible = await running.get(`${page}?days=10&minimum=4%3D5`);
      expect(impossible.statusCode).toBe(422);
      expect(wordsOf(impossible.body)).toContain(
        'Error: These cannot hold together: objective 4 would have to reach 5, and can reach 4 (its ceiling).',
      );
      expect((await send(running, page, { form: 'suggestion', by: 'Ada' })).statusCode).toBe(400);
    }));

  test('takes nothing from another site, and no other kind of body', () =>
    withServer(async (running) => {
      const add = { form: 'add', objective: 3, version: 0, by: 'Eve' };
      expect((await send(running, page, add, { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403);
      const api3 = await send(running, `${api}/rows/3`, { by: 'Eve' }, { 'sec-fetch-site': 'cross-site' });
      expect(api3.statusCode).toBe(403);
      expect((await send(running, page, add, { 'content-type': 'text/plain' })).statusCode).toBe(415);
      expect(running.workspace.records.plans.rows('medway', '2024')).toEqual([]);
    }));
});

describe('the plan for programs', () => {
  test('answers the suggestion; more days never gain less', () =>
    withServer(async ({ get }) => {
      const at = async (days: number) =>
        (await get(`${api}?days=${days}`, { accept: 'application/json' })).json();
      const [some, more] = [await at(60), await at(65)];
      expect(mismatches(PlanReport, some)).toEqual([]);
      expect(some.suggestion.days).toBeLessThanOrEqual(60);
      expect(more.suggestion.gain).toBeGreaterThanOrEqual(some.suggestion.gain);
      expect(some.suggestion.targets.length + some.suggestion.leftOut.length).toBe(59);
    }));

  test('loses no update: of editors who start from one version one is kept, and the others get both versions', () =>
    withServer(async (running) => {
      expect((await send(running, `${api}/rows/3`, { by: 'Ada' })).statusCode).toBe(200);
      const owners = Array.from({ length: 20 }, (_, index) => `Editor ${index}`);
      const answers = await Promise.all(
        owners.map((owner) => send(running, `${api}/rows/3`, { version: 1, owner, by: owner })),
      );
      const kept = answers.filter(({ statusCode }) => statusCode === 200);
      expect(kept).toHaveLength(1);
      for (const answer of answers.filter(({ statusCode }) => statusCode !== 200)) {
        expect(answer.statusCode).toBe(409);
        expect(answer.json()).toMatchObject({
          code: 'ROW_CHANGED',
          data: { given: { version: 1 }, held: { version: 2, row: { owner: kept[0]?.json().owner } } },
        });
      }
      const history = await running.get(`${api}/rows/3`, { accept: 'application/json' });
      expect(history.json().changes).toHaveLength(2);
    }));

  test('withdraws, takes back, agrees and confirms', () =>
    withServer(async (running) => {
      await send(running, `${api}/choose`, { request: { days: 20 }, by: 'Ada' });
      const gone = await send(running, `${api}/rows/3/withdraw`, { version: 1, reason: 'No.', by: 'Ada' });
      expect(gone.json()).toMatchObject({ state: 'withdrawn', withdrawn: 'No.' });
      expect((await send(running, `${api}/rows/3/undo`, { version: 2, by: 'Ada' })).json()).toMatchObject({
        state: 'proposed',
      });
      const agreement = { agreedBy: 'Cabinet', date: '2024-05-01', minute: '12', by: 'Ada' };
      const agreed = (await send(running, `${api}/agree`, agreement)).json();
      expect(agreed.every((row: { state: string }) => row.state === 'agreed')).toBe(true);
      const [first] = (await running.get(`${api}/actions`, { accept: 'application/json' })).json();
      const { objective, action } = first;
      const said = await send(running, `${api}/actions`, {
        objective,
        action,
        outcome: 'dropped',
        by: 'Ada',
      });
      expect(said.json()).toMatchObject({ open: false, confirmed: { outcome: 'dropped' } });
      expect((await send(running, `${api}/rows/3`, { days: -1, version: 4, by: 'Ada' })).statusCode).toBe(
        400,
      );
    }));
});
