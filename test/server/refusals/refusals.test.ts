import { describe, expect, test } from 'vitest';
import { rules, sources } from '../../app/fixture.ts';
import { type Running, sendForm as send, withServer, wordsOf } from '../served.ts';

const small = { rules, sources };
const year = '/oak-lane/assessments/2026';
const criteria = '/oak-lane/objectives/2/criteria';

const open = (running: Running) =>
  send(running, '/oak-lane/assessments', { form: 'open', period: '2026', by: 'Ada' });
const plan = { form: 'add', version: '0', objective: '1', target: '2', owner: 'Mo', by: 'Ada' };
const enter = { form: 'enter', version: '0', score: '2', comment: 'Seven odd heaps', action: '', by: 'Ada' };

describe('a form that is refused', () => {
  test.each([
    ['a year’s period', '/oak-lane/assessments', { form: 'open', period: 'soon', by: 'Ada' }, 400, 'soon'],
    ['closing a year without a name', year, { form: 'close', by: '' }, 400, 'Your name'],
    [
      'discarding a year without a name',
      `${year}/discard`,
      { entered: 'yes', form: 'discard', by: '' },
      400,
      'href="#discard-by"',
    ],
    ['a row without a name', `${year}/1`, { ...enter, by: '' }, 400, 'Seven odd heaps'],
    [
      'evidence without a title',
      criteria,
      { form: 'evidence', kind: 'link', title: '', owner: 'Mo', by: 'Ada' },
      400,
      'Mo',
    ],
    [
      'a review without a name',
      '/oak-lane/review',
      { form: 'form-1-add', decision: 'add', objective: '1', quote: 'No heap', by: '' },
      400,
      'No heap',
    ],
    [
      'a plan’s target without a number',
      '/oak-lane/plan',
      { form: 'add', version: '0', objective: 'one', owner: 'Mo', by: 'Ada' },
      400,
      'one',
    ],
    [
      'an agreement that nobody made',
      '/oak-lane/plan',
      { form: 'agree', agreedBy: 'The board', date: '', minute: '', rows: '1:1', by: 'Ada' },
      400,
      'The board',
    ],
    ['an import without a file', '/oak-lane/import', { period: '2031' }, 400, '2031'],
  ] as const)(
    '%s is shown at an address that can be loaded again',
    async (_name, url, fields, status, typed) => {
      await withServer(async (running) => {
        await open(running);
        await send(running, '/oak-lane/plan', plan);
        const plain = await running.get(url);
        const answer = await send(running, url, fields);
        const to = String(answer.headers.location);
        expect([answer.statusCode, to.split('refused=')[0]]).toEqual([303, `${url}?`]);
        expect(answer.body).toBe('');
        const shown = await running.get(to);
        expect(shown.statusCode).toBe(status);
        expect(shown.body).toContain('<title>Error: ');
        expect(shown.body).toContain('There is a problem');
        expect(shown.body).toContain(typed);
        const again = await running.get(to);
        expect([again.statusCode, again.body]).toEqual([status, shown.body]);
        // The page without it is as it was, also after one that is no longer kept.
        expect((await running.get(`${url}?refused=none`)).body).toContain('not kept any more');
        expect((await running.get(url)).body).toBe(plain.body);
      }, small);
    },
  );

  test('is gone once it was sent well, and the page says so kindly', () =>
    withServer(async (running) => {
      await open(running);
      const to = String((await send(running, `${year}/1`, { ...enter, by: '' })).headers.location);
      const referer = `http://localhost:8080${to}`;
      // A second refusal leaves the first: going back shows it.
      const next = String(
        (await send(running, `${year}/1`, { ...enter, score: '9' }, { referer })).headers.location,
      );
      expect((await running.get(to)).body).toContain('Seven odd heaps');
      const well = await send(running, `${year}/1`, enter, { referer: `http://localhost:8080${next}` });
      expect(well.headers.location).toContain('kept=saved');
      const back = await running.get(next);
      expect(back.statusCode).toBe(200);
      expect(wordsOf(back.body)).toContain('What you typed here is not kept any more.');
      expect(back.body).toContain('name="version" value="1"');
      expect((await running.get(`${year}/1?refused=`)).statusCode).toBe(200);
      expect(wordsOf((await running.get(`/oak-lane/plan${to.slice(to.indexOf('?'))}`)).body)).toContain(
        'not kept',
      );
    }, small));

  test('shows both versions where somebody else was first, however often it is loaded', () =>
    withServer(async (running) => {
      await open(running);
      await send(running, `${year}/1`, enter);
      const row = await send(running, `${year}/1`, { ...enter, comment: 'Four heaps', by: 'Ben' });
      for (const _ of [1, 2]) {
        const shown = await running.get(String(row.headers.location));
        expect(shown.statusCode).toBe(409);
        expect(wordsOf(shown.body)).toMatch(/Two versions of this row.*Four heaps/);
      }
      const add = { form: 'add', version: '0', objective: '1', target: '2', owner: 'Mo', by: 'Ada' };
      expect((await send(running, '/oak-lane/plan', add)).headers.location).toContain('kept=row');
      const plan = await send(running, '/oak-lane/plan', { ...add, form: 'row-1', owner: 'Flo' });
      for (const _ of [1, 2]) {
        const shown = await running.get(String(plan.headers.location));
        expect(shown.statusCode).toBe(409);
        expect(wordsOf(shown.body)).toMatch(/Somebody else changed this target meanwhile.*Flo.*Mo/);
      }
    }, small));

  test('keeps the version that its sender saw, so that a later change is not taken for seen', () =>
    withServer(async (running) => {
      const add = { form: 'add', version: '0', objective: '1', target: '2', owner: 'Mo', by: 'Ada' };
      await send(running, '/oak-lane/plan', add);
      const edit = { ...add, form: 'row-1', version: '1', owner: 'Flo' };
      const refused = await send(running, '/oak-lane/plan', { ...edit, by: '' });
      await send(running, '/oak-lane/plan', { ...edit, owner: 'Jo' });
      const shown = (await running.get(String(refused.headers.location))).body;
      const form = /value="row-1"(?:(?!<\/form>)[^])*/.exec(shown)?.[0];
      expect(form).toContain('name="version" value="1"');
    }, small));

  test('that its page cannot mend says why, shows what was typed, and leads back', () =>
    withServer(async (running) => {
      const fields = { form: 'nonsense', comment: 'Seven odd heaps' };
      const answer = await send(running, '/oak-lane/plan', fields);
      const shown = await running.get(String(answer.headers.location));
      expect(shown.statusCode).toBe(400);
      expect(wordsOf(shown.body)).toMatch(/What you typed.*Seven odd heaps.*Go back to the form/);
      const secret = {
        form: 'nonsense',
        present: 'three lanterns',
        password: 'four lanterns',
        again: 'five lanterns',
      };
      const other = await send(running, '/oak-lane/plan', secret);
      expect((await running.get(String(other.headers.location))).body).not.toContain('lanterns');
      expect(shown.body).toContain('aria-label="Pages of');
      const long = await send(running, '/oak-lane/plan', { comment: 'x'.repeat(70_000) });
      const told = await running.get(String(long.headers.location));
      expect([long.statusCode, told.statusCode]).toEqual([303, 413]);
      expect(wordsOf(told.body)).toContain('longer than Headroom takes');
    }, small));

  test('is answered to programs at once', () =>
    withServer(async (running) => {
      const answer = await send(
        running,
        '/oak-lane/plan',
        { form: 'nonsense' },
        { accept: 'application/json' },
      );
      expect([answer.statusCode, answer.headers['content-type']]).toEqual([
        400,
        'application/problem+json; charset=utf-8',
      ]);
      expect((await running.get('/api/v1/organisations?refused=x')).statusCode).toBe(400);
    }, small));
});
