import type { FastifyInstance } from 'fastify';
import { describe, expect, test } from 'vitest';
import { ReviewReport } from '../../src/app/review/review-report.ts';
import { matches, mismatches } from '../../src/kernel/schema.ts';
import { shownAfter, withServer, wordsOf } from './served.ts';

const api = '/api/v1/organisations/medway/review';
const own = { host: 'localhost:8080', origin: 'http://localhost:8080' };
const form = { ...own, 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' };
const confirming = { decision: 'confirm', objective: 4, reading: 'joint-working', by: 'Ann' };
const words = "A '5' can only be achieved by representation on joint Council boards";

const send = (app: FastifyInstance, fields: Readonly<Record<string, string>>, url = '/medway/review') =>
  shownAfter(
    app,
    app.inject({ method: 'POST', url, headers: form, payload: String(new URLSearchParams(fields)) }),
  );
const post = (app: FastifyInstance, payload: object, headers = {}) =>
  app.inject({ method: 'POST', url: api, headers: { ...own, ...headers }, payload });

function reportOf(body: unknown): ReviewReport {
  expect(mismatches(ReviewReport, body)).toEqual([]);
  if (!matches(ReviewReport, body)) throw new Error('no review');
  return body;
}

describe('a review for programs', () => {
  test('is given whole, for one objective, and of what nobody has confirmed', async () => {
    await withServer(async ({ app, get }) => {
      const all = reportOf((await get(api)).json());
      expect(all.objectives).toHaveLength(59);
      const one = reportOf((await get(`${api}?objective=4`)).json());
      expect(one.objectives).toEqual(all.objectives.filter(({ objective }) => objective === 4));
      expect(one.objectives[0]?.readings[0]?.quote).toBe(words);
      await post(app, confirming);
      const open = reportOf((await get(`${api}?unconfirmed=yes`)).json());
      expect(open.objectives.map(({ objective }) => objective)).not.toContain(4);
      expect(open.readings).toEqual({ ...all.readings, read: all.readings.read - 1, confirmed: 1 });
    });
  });

  test('takes a decision, which counts at once', async () => {
    await withServer(async ({ app, get }) => {
      const answer = await post(app, { ...confirming, decision: 'dismiss', reason: 'We have a seat' });
      expect(answer.statusCode).toBe(200);
      expect(reportOf(answer.json()).objectives[0]).toMatchObject({
        ceiling: 5,
        dismissed: [{ reason: 'We have a seat', by: 'Ann', quote: words }],
      });
      const advice = (await get('/api/v1/organisations/medway/advice')).json();
      expect(advice.readings).toMatchObject({ dismissed: 1 });
    });
  });

  test.each([
    ['a decision that there is not', { ...confirming, decision: 'ignore' }, 400, 'BAD_VALUE'],
    ['a field that there is not', { ...confirming, colour: 'red' }, 400, 'BAD_VALUE'],
    ['nobody', { ...confirming, by: '' }, 400, 'BAD_VALUE'],
    ['a level of another standard', { ...confirming, level: 9, reason: 'x' }, 400, 'BAD_VALUE'],
    ['no such circumstance', { ...confirming, factor: 'moon', reason: 'x' }, 400, 'UNKNOWN_FACTOR'],
    ['no such objective', { ...confirming, objective: 60 }, 404, 'UNKNOWN_OBJECTIVE'],
    ['words that are not there', { ...confirming, quote: 'We sit on no board' }, 409, 'READING_GONE'],
  ])('refuses %s', async (_name, decision, status, code) => {
    await withServer(async ({ app, workspace }) => {
      const answer = await post(app, decision);
      expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
      expect(answer.json()).toMatchObject({ status, code });
      expect(answer.statusCode).toBe(status);
      expect(workspace.records.correctionsAt('medway', '2023')).toEqual([]);
    });
  });

  test('is not taken from another site, and its form neither', async () => {
    await withServer(async ({ app, workspace }) => {
      for (const headers of [{ origin: 'http://example.org' }, { 'sec-fetch-site': 'cross-site' }]) {
        expect((await post(app, confirming, headers)).json()).toMatchObject({ code: 'CROSS_ORIGIN' });
        const sent = await app.inject({
          method: 'POST',
          url: '/medway/review',
          headers: { ...form, ...headers },
          payload: 'decision=confirm&objective=4&reading=joint-working&by=Eve',
        });
        expect(sent.statusCode).toBe(403);
      }
      expect(workspace.records.correctionsAt('medway', '2023')).toEqual([]);
    });
  });

  test('is described, with what a decision is', async () => {
    await withServer(async ({ get }) => {
      const { paths } = (await get('/api/v1/openapi.json')).json();
      const { post: operation } = paths['/api/v1/organisations/{organisation}/review'];
      expect(operation.operationId).toBe('decideReading');
      const { schema } = operation.requestBody.content['application/json'];
      expect(Object.keys(schema.properties)).toContain('quote');
      expect(schema.required).toEqual(['decision', 'objective', 'by']);
      expect(Object.keys(operation.responses)).toEqual(
        expect.arrayContaining(['200', '400', '403', '409', '415']),
      );
    });
  });
});

/** A form of a page as a browser would send it, with some fields written. */
function fieldsOf(page: string, id: string, written: Readonly<Record<string, string>>) {
  const html = new RegExp(`<form[^>]*id="${id}"[\\s\\S]*?</form>`).exec(page)?.[0] ?? '';
  const plain = (text: string) =>
    text.replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&');
  const inputs = [...html.matchAll(/<input[^>]*name="([^"]+)" value="([^"]*)"/g)];
  const selects = [...html.matchAll(/<select[^>]*name="([^"]+)"[\s\S]*?<\/select>/g)].map(
    ([select, name = '']) => [name, /value="([^"]*)" selected/.exec(select)?.[1] ?? ''] as const,
  );
  const fields = [...inputs.map(([, name = '', value = '']) => [name, plain(value)] as const), ...selects];
  return { ...Object.fromEntries(fields), ...written };
}

describe('the page of the review', () => {
  test('marks the words of each reading in its comment, and is reached from objective, capped and navigation', async () => {
    await withServer(async ({ get }) => {
      const { body } = await get('/medway/review');
      expect(body).toContain(`<mark>${words.replaceAll("'", '&#39;')}</mark>`);
      expect(wordsOf(body)).toContain('Reading 1: joint working, level 4 Leader Not confirmed');
      expect((await get('/medway/objectives/4')).body).toContain(
        'href="/medway/review?objective=4#objective-4"',
      );
      for (const url of ['/medway', '/medway/capped'])
        expect((await get(url)).body).toContain('href="/medway/review"');
    });
  });

  test('keeps a decision from its form, goes back to its place, and says so', async () => {
    await withServer(async ({ app, get }) => {
      const page = (await get('/medway/review?show=unconfirmed')).body;
      const fields = fieldsOf(page, 'form-4-1-confirm', { by: 'Ann Officer' });
      const answer = await send(app, fields, '/medway/review?show=unconfirmed');
      expect(answer.statusCode).toBe(303);
      expect(answer.headers.location).toBe('/medway/review?show=unconfirmed&kept=4#objective-4');
      const after = wordsOf((await get('/medway/review?show=unconfirmed&kept=4')).body);
      expect(after).toContain('The decision on objective 4 is kept.');
      expect(after).not.toContain('4 Influence and impact');
      expect(wordsOf((await get('/medway/review?objective=4')).body)).toContain(
        'Confirmed by Ann Officer on 2 January 2026.',
      );
      expect(wordsOf((await get('/medway/capped')).body)).toContain('(2023 comment, confirmed)');
    });
  });

  test('corrects, adds and withdraws from its forms', async () => {
    await withServer(async ({ app, get }) => {
      const page = async () => (await get('/medway/review?objective=4')).body;
      const why = { by: 'Ann', reason: 'As agreed' };
      await send(app, fieldsOf(await page(), 'form-4-1-correct', { ...why, cause: 'market' }));
      expect(wordsOf(await page())).toContain('Reading 1: the market, level 4 Leader Added');
      await send(app, fieldsOf(await page(), 'form-4-dismissed-1', why));
      await send(app, fieldsOf(await page(), 'form-4-1-withdraw', why));
      const back = wordsOf(await page());
      expect(back).toContain('Reading 1: joint working, level 4 Leader Not confirmed');
      expect(back).not.toContain('the market, level');
      const quote = 'better outcomes';
      const added = await send(
        app,
        fieldsOf((await get('/medway/review?objective=6')).body, 'form-6-add', {
          ...why,
          quote,
          cause: 'resources',
        }),
      );
      expect(added.statusCode).toBe(303);
      expect(wordsOf((await get('/medway/review?objective=6')).body)).toContain(
        'resources, level 4 Leader Added',
      );
    });
  });

  test('says what is wrong with a form, at the top and at the field, and keeps what was written', async () => {
    await withServer(async ({ app, get }) => {
      const page = (await get('/medway/review')).body;
      const answer = await send(app, fieldsOf(page, 'form-4-1-dismiss', { by: 'Ann "A" <b>' }));
      expect(answer.statusCode).toBe(400);
      expect(answer.body).toContain('<title>Error: Review');
      expect(answer.body).toMatch(/govuk-error-summary[\s\S]*href="#form-4-1-dismiss-reason"/);
      expect(answer.body).toContain('id="form-4-1-dismiss-reason-error"');
      expect(answer.body).toContain('value="Ann &quot;A&quot; &lt;b&gt;"');
      expect(answer.body.match(/<details class="govuk-details" open>/g)).toHaveLength(1);
      const stale = await send(app, {
        ...fieldsOf(page, 'form-4-1-confirm', { by: 'Ann' }),
        quote: 'We sit on no board',
      });
      expect(stale.statusCode).toBe(409);
      expect(wordsOf(stale.body)).toContain('Look at the comment as it is now, and decide again.');
    });
  });

  test('shows a decision that lapsed, and takes it back', async () => {
    await withServer(async ({ app, get, workspace }) => {
      const about = { objective: 4, period: '2023', quote: 'Words of last year', cause: 'joint-working' };
      workspace.records.addCorrection(
        'medway',
        { ...about, decision: 'dismiss', reason: 'We sit there' },
        'Bo',
      );
      const page = (await get('/medway/review?objective=4')).body;
      expect(wordsOf(page)).toContain(
        'A decision has lapsed: joint working. “Words of last year” is no longer in the comment for 2023. Dismissed by Bo on 2 January 2026: We sit there.',
      );
      expect(wordsOf((await get('/medway/about')).body)).toContain('“Words of last year” is no longer in');
      await send(app, fieldsOf(page, 'form-4-lapsed-1', { by: 'Ann' }));
      expect(wordsOf((await get('/medway/review?objective=4')).body)).not.toContain('has lapsed');
    });
  });

  test.each([
    ['/medway/review?show=none', 400],
    ['/medway/review?objective=x', 400],
    ['/medway/review?objective=99', 404],
    ['/nowhere/review', 404],
  ])('%s is answered with %i', async (url, status) => {
    await withServer(async ({ app, get }) => {
      expect((await get(url)).statusCode).toBe(status);
      expect((await send(app, { decision: 'confirm' }, url)).statusCode).toBeGreaterThanOrEqual(400);
    });
  });

  test('takes forms only, with known fields, each once', async () => {
    await withServer(async ({ app }) => {
      const json = await app.inject({
        method: 'POST',
        url: '/medway/review',
        headers: own,
        payload: confirming,
      });
      expect(json.statusCode).toBe(415);
      for (const payload of ['decision=confirm&decision=add', 'colour=red', ''])
        expect(
          (
            await shownAfter(
              app,
              app.inject({ method: 'POST', url: '/medway/review', headers: form, payload }),
            )
          ).statusCode,
        ).toBe(400);
    });
  });
});
