import { describe, expect, test } from 'vitest';
import { WhatIfReport } from '../../src/app/what-if/what-if-report.ts';
import { mismatches } from '../../src/kernel/schema.ts';
import { type Running, withServer, wordsOf } from './served.ts';

const page = '/medway/targets';
const api = '/api/v1/organisations/medway/what-if';
const both = 'days=60&minimum=20%3D4&weight=enablers%3D3&factor.joint-boards=yes';

async function words({ get }: Running, url: string): Promise<string> {
  const answer = await get(url);
  expect(answer.statusCode, url).toBe(200);
  return wordsOf(answer.body);
}

describe('the page of targets', () => {
  test('sends a form to the one address of its view, with what is as usual left out', () =>
    withServer(async ({ get }) => {
      const led = async (url: string) => (await get(url)).headers.location;
      const fields = 'weight.enablers=3&weight.engaging-councillors=1&minimum.enablers=&levels=1&of=20&to=4';
      expect(await led(`${page}?days=060&minimum=&${fields}&factor.joint-boards=yes`)).toBe(
        `${page}?${both}`,
      );
      expect(await led(`${page}?minimum=20%3D4%2C+4%3D3&minimum.enablers=4`)).toBe(
        `${page}?minimum=enablers%3D4%2C4%3D3%2C20%3D4`,
      );
      expect(await led(`${page}?days=&of=4&to=`)).toBe(page);
      expect((await get(`${page}?${both}`)).statusCode).toBe(200);
    }));

  test('takes rows of single objectives, with blank ones to add more, and shows each as a row', () =>
    withServer(async ({ get }) => {
      const rows =
        'minimum.4=4&lock.4=&weight.9=2&effort.4%3A3=5&more.1.of=20&more.1.minimum=4&more.1.effort=15&more.2.lock=3';
      const { location } = (await get(`${page}?${rows}`)).headers;
      expect(location).toBe(`${page}?minimum=4%3D4%2C20%3D4&weight=9%3D2&effort=4%3A3%3D5%2C20%3D15`);
      for (const url of [location ?? '', `/medway/plan?days=60&minimum=4%3D4`]) {
        const { body } = await get(url);
        expect(body).toMatch(/id="minimum\.4" name="minimum\.4">(?:(?!<\/select>)[^])*value="4" selected/);
        expect(body).toContain('name="more.3.of"');
        expect(body).not.toContain('Such as 4=3');
      }
      const { body } = await get(location ?? '');
      expect(body).toMatch(/name="effort\.20" value="15"/);
      expect(body).toMatch(/name="effort\.4:3" value="5"/);
      expect(body).toContain('href="#ask-single">assumed 10 days a step; change it</a>');
    }));

  test('keeps what is asked in the links to the pages that understand it, and through others on the way back', () =>
    withServer(async ({ get }) => {
      const asks = 'days=60&minimum=20%3D4';
      for (const from of ['targets', 'plan', 'pack']) {
        const { body } = await get(`/medway/${from}?${asks}`);
        for (const to of ['targets', 'plan', 'pack'])
          expect(body, `${from} to ${to}`).toContain(`href="/medway/${to}?${asks.replace('&', '&amp;')}"`);
        expect(body).toContain('href="/medway/trends"');
      }
      const asking = (await get(`${page}?${asks}`)).body;
      for (const from of ['', '/capped', '/unlock', '/objectives', '/objectives/4']) {
        expect(asking).toContain(`href="/medway${from}?${asks.replace('&', '&amp;')}"`);
        const { body } = await get(`/medway${from}?${asks}`);
        expect(body, from).toContain(`href="/medway/targets?${asks.replace('&', '&amp;')}"`);
        expect(body, from).toContain('Kept from Targets:</strong> 60 officer-days and minimum levels.');
        expect(body, from).not.toContain('Shown: days');
      }
      const narrowed = (await get(`/medway/objectives?stance=hold&${asks}`)).body;
      expect(narrowed).toContain('<input type="hidden" name="days" value="60">');
      const undated = (await get(`${page}?weight=4%3D3`)).body;
      expect(undated).toContain('href="/medway/pack?weight=4%3D3"');
      expect(undated).toContain('href="/medway/plan"');
      const faulty = (await get(`${page}?minimum=99%3D4`)).body;
      expect(faulty).toContain('href="/medway/pack"');
      expect(faulty).toContain('value="99=4"');
    }));

  test('shows both sides with totals, the difference by sign and word, and a sentence', () =>
    withServer(async (running) => {
      const said = await words(running, `${page}?${both}`);
      expect(said).toContain(
        'Supposing Joint boards: yes, 60 officer-days, Enablers counted 3 times and #20 at 4',
      );
      expect(said).toMatch(/Targets above the present score ?7 ?8 ?\+1 more/);
      expect(said).toMatch(/Officer-days that they take ?60 ?60 ?the same/);
      expect(said).toMatch(/Capped now ?16 ?15 ?−1 fewer/);
      const plain = await words(running, page);
      expect(plain).not.toContain('What changes, objective by objective');
      expect(plain).toMatch(/Officer-days that they take ?60/);
    }));

  test('leads to the plan with the same request, or with the days that the targets take', () =>
    withServer(async (running) => {
      const body = (await running.get(`${page}?days=60&minimum=20%3D4`)).body;
      expect(body).toContain('href="/medway/plan?days=60&amp;minimum=20%3D4#suggestion-title"');
      expect(body).toContain(
        'value="http://localhost:8080/medway/targets?days=60&amp;minimum=20%3D4" readonly',
      );
      const [, plan = ''] =
        /href="(\/medway\/plan\?days=60[^"#]*)#/.exec((await running.get(page)).body) ?? [];
      expect(await words(running, plan.replaceAll('&amp;', '&'))).toContain(
        'For 60 officer-days: 8 targets above the present score',
      );
    }));

  test('names the smallest set that cannot hold together, in the summary and beside the fields', () =>
    withServer(async ({ get }) => {
      const answer = await get(`${page}?days=10&minimum=16%3D4%2C20%3D4`);
      expect(answer.statusCode).toBe(422);
      expect(answer.body).toContain('<title>Error: Targets for 2024');
      expect(answer.body).toContain('href="#ask-days"');
      const said = wordsOf(answer.body);
      expect(said).toContain('together take 20 officer-days; there are 10. Change one of them.');
      expect(said).toContain('Cannot hold with the others: 10 officer-days in all.');
      expect(said).toContain(
        'Cannot hold with the others: objective 16 at level 4 or above; objective 20 at level 4 or above.',
      );
      for (const [asked, field, why] of [
        ['minimum=99%3D4', 'minimum', '99'],
        ['days=many', 'days', 'whole number'],
        ['weight=nowhere%3D2', 'weight', 'nowhere'],
        ['effort=4', 'effort', 'such as 4=15'],
        ['minimum=4%3D5', 'minimum', 'its ceiling'],
      ] as const) {
        const refused = await get(`${page}?${asked}`);
        expect([asked, refused.statusCode]).toEqual([asked, 422]);
        expect(refused.body).toContain(`href="#ask-${field}"`);
        expect(refused.body).toMatch(new RegExp(`id="ask-${field}-error">[^]{0,300}${why}`));
      }
    }));

  test('answers the same for programs, with what cannot hold together as data', () =>
    withServer(async ({ get }) => {
      const report = (await get(`${api}?${both}`)).json();
      expect(mismatches(WhatIfReport, report)).toEqual([]);
      expect(report.sentence).toContain('8 targets above the present score (1 more)');
      expect(report.supposed).toEqual({ 'joint-boards': 'yes' });
      const refused = (await get(`${api}?minimum=4%3D5`)).json();
      expect(refused).toMatchObject({
        whatIf: null,
        conflict: { demands: [{ kind: 'minimum', objective: 4, text: 'objective 4 at level 5 or above' }] },
      });
    }));
});

describe('the committee pack', () => {
  test('holds overview, capped, targets and trends, and the plan where there is one, without internal notes', () =>
    withServer(async (running) => {
      const { get, app } = running;
      const before = await words(running, '/medway/pack?days=60');
      for (const part of ['Contents', 'Overview', 'What is capped', 'Targets for 2024', 'How scores moved'])
        expect(before).toContain(part);
      expect(before).toContain('Supposing 60 officer-days');
      expect(before).not.toContain('The plan for 2024');
      const add = {
        form: 'add',
        objective: '4',
        version: '0',
        owner: 'Ben',
        internal: 'Hush.',
        public: 'Aloud.',
      };
      const sent = await app.inject({
        method: 'POST',
        url: '/medway/plan',
        headers: {
          host: 'localhost:8080',
          'sec-fetch-site': 'same-origin',
          'content-type': 'application/x-www-form-urlencoded',
        },
        payload: new URLSearchParams({ ...add, by: 'Ada' }).toString(),
      });
      expect(sent.statusCode).toBe(303);
      const after = (await get('/medway/pack')).body;
      expect(after).toContain('href="#plan"');
      expect(wordsOf(after)).toContain('Aloud.');
      expect(after).not.toContain('Hush.');
    }));

  test('leaves out reasons that nobody has confirmed, and counts them', () =>
    withServer(async (running) => {
      const said = await words(running, '/medway/pack');
      expect(said).not.toContain('representation on joint Council boards');
      expect(said).toContain('Left out here: a reason of 14 capped objectives and 7 possible limits');
      expect(said).toContain('The reason is left out for 14 of 59');
      expect(await words(running, '/medway/capped')).toContain('representation on joint Council boards');
    }));

  test('has one address for a view, and says where demands that cannot hold are changed', () =>
    withServer(async ({ get }) => {
      expect((await get('/medway/pack?days=&factor.joint-boards=yes&levels=1')).headers.location).toBe(
        '/medway/pack?factor.joint-boards=yes',
      );
      expect((await get('/medway/pack?minimum=4%3D5')).statusCode).toBe(422);
    }));
});

describe('the foot of a printed page', () => {
  test('says whose it is, what is shown, what is supposed, framework, rules and day', () =>
    withServer(async ({ get }) => {
      const foot = async (url: string) => /data-foot="([^"]*)"/.exec((await get(url)).body)?.[1];
      expect(await foot(`${page}?days=60&factor.joint-boards=yes`)).toMatch(
        /^Medway Council: Targets for 2024\. Returns: 2022, 2023\. Shown: days 60\. What if: Joint boards: Yes\. National .* rules version 2018, [0-9a-f]{12}\. \d+ \w+ \d{4}\.$/,
      );
      expect(await foot('/medway/objectives?stance=hold')).toContain('Shown: stance hold.');
      expect(await foot('/medway/trends')).not.toContain('Shown');
    }));
});

describe('the overview', () => {
  test('counts what meets the standard that the organisation agreed', () =>
    withServer(async (running) => {
      const { workspace } = running;
      workspace.records.agreeStandard('medway', { level: 4, agreed: 'in June 2023', from: '2023' }, 'Ada');
      const said = await words(running, '/medway');
      expect(said).toMatch(/At your agreed standard, 4 Leader, or above ?18 of 59/);
      expect(said).toContain('3 in 2022. Agreed in June 2023.');
    }));
});

describe('the trends', () => {
  test('say which objectives moved and what the comment says, quoted', () =>
    withServer(async (running) => {
      const { get } = running;
      const report = (await get('/api/v1/organisations/medway/moves')).json();
      expect(report.moves).toHaveLength(24);
      const { rows } = running.workspace.records.assessment('medway', '2023');
      for (const { objective, words: quotes } of report.moves)
        for (const { quote, start, end } of quotes)
          expect(rows.find((row) => row.objective === objective)?.text.slice(start, end)).toBe(quote);
      const said = await words(running, '/medway/trends');
      expect(said).toContain('At 3 or above: 50 of 59 in 2022, 57 of 59 in 2023.');
      expect(said).toContain(
        'Of 12 actions of 2022: 3 done, 4 carried on, 1 changed; of 4 the words do not tell.',
      );
      expect(said).toContain('What the 2023 comment says');
    }));
});
