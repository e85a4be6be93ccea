import { describe, expect, test } from 'vitest';
import { CriteriaReport, criteriaReport } from '../../src/app/criteria/criteria-report.ts';
import { mismatches } from '../../src/kernel/schema.ts';
import { rules, sources } from '../app/fixture.ts';
import { type Running, sendForm, shownAfter, withServer, wordsOf } from './served.ts';

const small = { rules, sources };
const page = '/oak-lane/objectives/2/criteria';
const api = '/api/v1/organisations/oak-lane/objectives/2';

/** Sends a form, and goes on to what shows it where it was refused. */
function send(
  running: Running,
  url: string,
  fields: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
) {
  return shownAfter(running.app, sendForm(running, url, fields, headers));
}

const evidence = {
  form: 'evidence',
  kind: 'link',
  title: 'The <b>rota</b>',
  target: 'https://example.org/rota?a=1&b="2"',
  owner: 'Ada',
  date: '2025-05-01',
  by: 'Ada',
};

describe('the page of statements and evidence', () => {
  test('takes answers, and shows what follows on both pages', () =>
    withServer(async (running) => {
      const answers = { form: 'answers', by: 'Ada', 'answer.butt': 'met', 'answer.rota': 'not-met' };
      const answer = await send(running, `${page}?return=2024`, answers);
      expect([answer.statusCode, answer.headers.location]).toEqual([303, `${page}?return=2024&kept=answers`]);
      const shown = wordsOf((await running.get(`${page}?return=2024&kept=answers`)).body);
      expect(shown).toContain('Your answers are kept.');
      expect(shown).toContain('The answers leave open a level from 0 Bare to 1 Dug.');
      expect(shown).toContain('The rota is written down. (not met)');
      expect(shown).toContain('Said by Ada on 2 January 2026');
      const objective = (await running.get('/oak-lane/objectives/2?period=2025')).body;
      expect(wordsOf(objective)).toContain('2 of 6 statements answered.');
      expect(objective).toContain(`${page}?return=2024`);
      expect(wordsOf((await running.get('/oak-lane/objectives/2')).body)).toContain(
        '0 of 6 statements answered.',
      );
    }, small));

  test('takes wording, escaped and labelled with who and when', () =>
    withServer(async (running) => {
      const text = '<script>alert(1)</script> is refused nowhere.\r\n“Rain” & sun.';
      const answer = await send(running, page, { form: 'wording', level: '3', text, by: '<i>Ben</i>' });
      expect(answer.statusCode).toBe(303);
      for (const url of [page, '/oak-lane/objectives/2']) {
        const html = (await running.get(url)).body;
        expect(html).not.toContain('<script>alert');
        expect(html).not.toContain('<i>Ben');
        expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; is refused nowhere.');
        expect(wordsOf(html)).toContain('Pasted by <i>Ben</i> on 2 January 2026');
      }
    }, small));

  test('takes evidence and removes it; only addresses of the web are links', () =>
    withServer(async (running) => {
      expect(wordsOf((await running.get('/oak-lane/objectives/2')).body)).toContain(
        'Evidence None recorded: nothing here shows the score yet.',
      );
      await send(running, page, evidence);
      await send(running, page, {
        ...evidence,
        kind: 'document',
        title: 'Notes',
        target: 'javascript:alert(1)',
      });
      for (const url of [page, '/oak-lane/objectives/2']) {
        const html = (await running.get(url)).body;
        expect(html).toContain('href="https://example.org/rota?a=1&amp;b=%222%22"');
        expect(html).not.toContain('href="javascript');
        expect(html).not.toContain('<b>rota');
        expect(wordsOf(html)).toContain('Notes: javascript:alert(1)');
      }
      const gone = await send(running, page, { form: 'remove', id: '2', by: 'Ada' });
      expect(gone.headers.location).toBe(`${page}?kept=removed`);
      expect(
        criteriaReport(running.workspace, { organisation: 'oak-lane', objective: 2 }).evidence,
      ).toHaveLength(1);
      expect(running.workspace.records.journal()[0]).toMatchObject({ action: 'remove-evidence', by: 'Ada' });
    }, small));

  test('says what is wrong with a form, keeps what was typed, and keeps nothing of it', () =>
    withServer(async (running) => {
      const forms = [
        [{ ...evidence, target: 'javascript:alert(1)' }, '#evidence-target'],
        [{ ...evidence, target: ['https://', 'user:pw', '@example.org/'].join('') }, '#evidence-target'],
        [{ ...evidence, date: 'May' }, '#evidence-date'],
        [{ ...evidence, date: '0001-05-01' }, '#evidence-date'],
        [{ ...evidence, date: '2062-05-01' }, '#evidence-date'],
        [{ form: 'answers', by: 'Ada' }, '#answers'],
        [{ form: 'wording', level: '3', text: 'One.\u0007', by: 'Ada' }, '#wording-3-text'],
        [{ form: 'answers', 'answer.butt': 'met', by: '' }, '#answers-by'],
        [{ form: 'answers', 'answer.gone': 'met', by: 'Ada' }, '#answers'],
        [{ form: 'remove', id: '7', by: 'Ada' }, '#evidence'],
      ] as const;
      const before = running.workspace.records.journal().length;
      for (const [fields, place] of forms) {
        const answer = await send(running, page, fields);
        expect(answer.statusCode).toBe(400);
        expect(answer.body).toContain('There is a problem');
        expect(answer.body).toContain(`<a href="${place}">`);
        expect(answer.body).toContain(`id="${place.slice(1)}"`);
        expect(answer.body).toContain('<title>Error: ');
      }
      expect((await send(running, page, forms[0][0])).body).toContain('value="javascript:alert(1)"');
      expect(running.workspace.records.journal()).toHaveLength(before);
    }, small));

  test('refuses what another site sends, other bodies, and forms that it does not have', () =>
    withServer(async (running) => {
      const status = async (fields: Readonly<Record<string, string>>, headers = {}) =>
        (await send(running, page, fields, headers)).statusCode;
      expect(await status(evidence, { 'sec-fetch-site': 'cross-site' })).toBe(403);
      expect(await status(evidence, { 'sec-fetch-site': 'same-site' })).toBe(403);
      expect(await status(evidence, { 'content-type': 'text/plain' })).toBe(415);
      expect(await status({ form: 'other' })).toBe(400);
      expect(await status({ form: 'wording', level: 'x', text: 'a', by: 'b' })).toBe(400);
      expect(await status({ ...evidence, title: 'x'.repeat(70_000) })).toBe(413);
      expect((await send(running, `${page}?return=1999`, evidence)).statusCode).toBe(404);
      expect((await send(running, '/oak-lane/objectives/99/criteria', evidence)).statusCode).toBe(404);
      expect(running.workspace.records.evidence('oak-lane', '2025', 2)).toEqual([]);
    }, small));

  test('has one address for each return', () =>
    withServer(async ({ get }) => {
      const moved = await get(`${page}?return=2025`);
      expect([moved.statusCode, moved.headers.location]).toEqual([302, page]);
      expect((await get(`${page}?kept=other`)).statusCode).toBe(400);
      expect((await get(`${page}?period=2025`)).headers.location).toBe(page);
    }, small));
});

describe('programs', () => {
  test('read and change criteria and evidence, with the same checks', () =>
    withServer(async ({ app, get, workspace }) => {
      const post = (url: string, payload: object, site = 'same-origin') =>
        app.inject({
          method: 'POST',
          url,
          headers: { host: 'localhost:8080', accept: 'application/json', 'sec-fetch-site': site },
          payload,
        });
      const read = await get(`${api}/criteria?return=2024`, { accept: 'application/json' });
      expect(mismatches(CriteriaReport, read.json())).toEqual([]);
      const change = {
        wording: { level: 3, text: 'Rain is measured.\nSun too.' },
        answers: { rota: 'not-met' },
        by: 'Ada',
      };
      const changed = await post(`${api}/criteria`, change);
      expect(changed.statusCode).toBe(200);
      expect(changed.json()).toMatchObject({ answered: 1, interval: { low: 0, high: 1 } });
      const { form: _, by, ...add } = evidence;
      expect((await post(`${api}/evidence`, { add, by })).json()).toMatchObject({ evidence: [{ id: 1 }] });
      expect((await get(`${api}/evidence`)).json()).toMatchObject({ evidence: [{ id: 1, owner: 'Ada' }] });
      expect((await post(`${api}/evidence`, { remove: 1, by })).json()).toMatchObject({ evidence: [] });

      const entries = workspace.records.journal().length;
      const half = { ...change, wording: { level: 3, text: 'Other.' }, answers: { nothing: 'met' } };
      expect((await post(`${api}/criteria`, half)).statusCode).toBe(400);
      expect((await post(`${api}/criteria`, { answers: { rota: 'yes' }, by })).statusCode).toBe(400);
      expect((await post(`${api}/evidence`, { remove: 1 })).statusCode).toBe(400);
      expect((await post(`${api}/criteria`, change, 'cross-site')).json()).toMatchObject({
        code: 'CROSS_ORIGIN',
      });
      expect(workspace.records.journal()).toHaveLength(entries);
    }, small));
});
