import { request as httpRequest } from 'node:http';
import { DatabaseSync } from 'node:sqlite';
import { text as textOf } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { choosePlanRow } from '../../src/app/plan/change-plan-row.ts';
import { agreePlan, withdrawPlanRow } from '../../src/app/plan/decide-plan.ts';
import { DiscardedYear } from '../../src/app/year/discard-year.ts';
import { YearReport } from '../../src/app/year/year-report.ts';
import { mismatches } from '../../src/kernel/schema.ts';
import { rules, sources } from '../app/fixture.ts';
import { type Running, sendForm, shownAfter, withServer, wordsOf } from './served.ts';

const small = { rules, sources };
const list = '/oak-lane/assessments';
const page = `${list}/2026`;
const api = '/api/v1/organisations/oak-lane/assessments/2026';

/** Sends a form, and goes on to what shows it where it was refused. */
function send(running: Running, url: string, fields: Readonly<Record<string, string>>) {
  return shownAfter(running.app, sendForm(running, url, fields));
}

/** Sends JSON as a program does. */
function ask(
  { app }: Running,
  method: 'GET' | 'PUT' | 'POST',
  url: string,
  payload?: object,
  headers: Readonly<Record<string, string>> = {},
) {
  return app.inject({
    method,
    url,
    headers: {
      host: 'localhost:8080',
      accept: 'application/json',
      'sec-fetch-site': 'same-origin',
      ...headers,
    },
    ...(payload === undefined ? {} : { payload }),
  });
}

/** A request over HTTP that may name its host, as the server knows itself by one port only. */
function over(
  url: string,
  method: string,
  headers: Readonly<Record<string, string>>,
  body = '',
): Promise<{ readonly status: number; readonly body: string }> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest(url, { method, headers }, (answer) =>
      textOf(answer).then((said) => resolve({ status: answer.statusCode ?? 0, body: said }), reject),
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

const open = (running: Running) => send(running, list, { form: 'open', period: '2026', by: 'Ada' });
const entered = {
  form: 'enter',
  score: '2/3',
  comment: 'Three heaps.',
  action: 'A fourth.',
  by: 'Ada',
  version: '0',
};

describe('the pages of a year', () => {
  test('open it, enter a row beside what is known, go on to the next, and say how far it is', () =>
    withServer(async (running) => {
      expect(wordsOf((await running.get(list)).body)).toContain('2025 closed');
      const opened = await open(running);
      expect([opened.statusCode, opened.headers.location]).toEqual([303, `${page}?kept=opened&by=Ada`]);
      expect(wordsOf((await running.get(page)).body)).toContain('0 of 5 entered; 5 still to do.');
      const row = wordsOf((await running.get(`${page}/1`)).body);
      expect(row).toContain('Three heaps stand. A 3 can only be had with the neighbours.');
      expect(row).toContain('Target suggested for 20262 Tended');
      expect(row).toContain('2 Tended, the level of the last score');
      const saved = await send(running, `${page}/1`, { ...entered, then: 'next' });
      expect([saved.statusCode, saved.headers.location]).toEqual([303, `${page}/2?kept=saved&by=Ada`]);
      expect(running.workspace.records.assessment('oak-lane', '2026').rows[0]).toMatchObject({
        text: 'Three heaps.\nAction: A fourth.',
        score: { label: '2/3' },
      });
      const again = (await running.get(`${page}/1`)).body;
      expect(again).toContain('Three heaps.</textarea>');
      expect(again).toContain('A fourth.</textarea>');
      expect(again).toContain('name="version" value="1"');
      const now = (await running.get(page)).body;
      expect(wordsOf(now)).toContain('1 of 5 entered; 4 still to do.');
      const form = /href="([^"]*template\.xlsx[^"]*)"/.exec(now)?.[1];
      expect(form).toContain('?period=2026');
      const file = await running.get(form ?? '');
      expect(file.headers['content-disposition']).toBe('attachment; filename="oak-lane-template-2026.xlsx"');
    }, small));

  test('show actions that are still to be done', () =>
    withServer(async (running) => {
      await open(running);
      expect(wordsOf((await running.get(`${page}/3`)).body)).toContain(
        'Actions still to be doneStart a plan of four beds',
      );
    }, small));

  test('show the target of the plan with owner and due day beside the one suggested, and whether it is reached', () =>
    withServer(async (running) => {
      await open(running);
      expect(wordsOf((await running.get(page)).body)).not.toContain('Planned');
      const view = { organisation: 'oak-lane', period: '2026' };
      const by = 'Ada';
      const row = { objective: 1, target: 3, owner: '<b>Ben</b>', due: '2026-03-31', action: 'A heap.', by };
      await choosePlanRow(running.workspace, view, { ...row, override: 'The neighbours agreed.' });
      await agreePlan(running.workspace, view, {
        agreedBy: 'Committee',
        date: '2025-05-01',
        minute: '7',
        by,
      });
      await choosePlanRow(running.workspace, view, { objective: 3, target: 2, by });
      await choosePlanRow(running.workspace, view, { objective: 2, by });
      await withdrawPlanRow(running.workspace, view, { objective: 2, version: 1, reason: 'No.', by });
      const html = (await running.get(`${page}/1`)).body;
      expect(html).not.toContain('<b>Ben');
      const words = wordsOf(html);
      expect(
        words.slice(words.indexOf('Planned for'), words.indexOf('What the standard')),
      ).toMatchInlineSnapshot(
        `"Planned for 20263 Shown, agreed by Committee on 1 May 2025, 7. Owner<b>Ben</b>Due31 March 2026ActionA heap. "`,
      );
      expect(wordsOf((await running.get(`${page}/2`)).body)).not.toContain('Planned for 2026');
      expect(wordsOf((await running.get(`${page}/3`)).body)).toContain('2 Tended, proposed.');
      await send(running, `${page}/1`, { ...entered, then: 'stay' });
      expect(wordsOf((await running.get(`${page}/1`)).body)).toContain(
        'The score entered does not reach it yet.',
      );
      await send(running, `${page}/3`, { ...entered, score: '2', then: 'stay' });
      const year = wordsOf((await running.get(page)).body);
      expect(year).toContain('3, agreed, not reached yet');
      expect(year).toContain('2, proposed, reached');
      const report = (await ask(running, 'GET', api)).json();
      expect(mismatches(YearReport, report)).toEqual([]);
      expect(report.objectives.map(({ planned }: { planned: unknown }) => planned)).toMatchObject([
        { target: 3, state: 'agreed', owner: '<b>Ben</b>', due: '2026-03-31', reached: false },
        ...[null, { target: 2, state: 'proposed', reached: true }, null, null],
      ]);
    }, small));

  test('keep what was typed when something is wrong, and keep nothing of it', () =>
    withServer(async (running) => {
      await open(running);
      const wrong = [
        [{ ...entered, by: '' }, '#enter-by'],
        [{ ...entered, score: '7' }, '#enter-score'],
        [{ ...entered, comment: 'Bell \u0007 Three heaps.' }, '#enter-comment'],
        [{ ...entered, score: 'na', comment: '', action: '' }, '#enter-comment'],
      ] as const;
      for (const [fields, place] of wrong) {
        const answer = await send(running, `${page}/1`, fields);
        expect(answer.statusCode).toBe(400);
        expect(answer.body).toContain(`<a href="${place}">`);
        expect(answer.body).toContain(`id="${place.slice(1)}"`);
        expect(answer.body).toContain('<title>Error: ');
        if (fields.action !== '') expect(answer.body).toContain('A fourth.</textarea>');
      }
      expect(running.workspace.records.rows('oak-lane', '2026')[0]?.version).toBe(0);
      const long = await send(running, `${page}/1`, { ...entered, comment: '’'.repeat(32_000) });
      expect(long.statusCode).toBe(303);
    }, small));

  test('name and describe each field that is wrong, in the summary and beside it', () =>
    withServer(async (running) => {
      await open(running);
      await send(running, `${page}/1`, entered);
      const wrong = [
        [`${page}/1`, { ...entered, by: '', version: '1' }, 'enter-by', 'Your name: Say who enters it.'],
        [`${page}/1`, { ...entered, score: '7', version: '1' }, 'enter-score', 'Score: Give one of these.'],
        [list, { form: 'open', period: 'soon', by: 'Ada' }, 'open-period', 'Period: '],
        [page, { form: 'close', by: 'Ada' }, 'close-incomplete', 'The assessment is not complete.'],
        [page, { form: 'standard', level: '9', by: 'Ada' }, 'standard-level', 'Level: '],
        [
          `${list}/2025`,
          { form: 'reopen', reason: '', by: 'Ada' },
          'reopen-reason',
          'Why it is opened again: ',
        ],
        [`${page}/discard`, { form: 'discard', by: '' }, 'discard-by', 'Your name: Say who discards it.'],
      ] as const;
      for (const [url, fields, id, message] of wrong) {
        const { body } = await send(running, url, fields);
        expect(body).toContain('<title>Error: ');
        expect(body).toMatch(new RegExp(`<a href="#${id}">${message}`));
        expect(body).toMatch(new RegExp(`id="${id}-error"><span[^>]*>Error:</span> ${message}`));
        expect(body).toMatch(new RegExp(`id="${id}"`));
        expect(body).toMatch(new RegExp(`aria-describedby="[^"]*\\b${id}-error"`));
      }
    }, small));

  test('say of a text that is too long that it is, and speak of no file', () =>
    withServer(async (running) => {
      await open(running);
      const answer = await send(running, `${page}/1`, { ...entered, comment: 'a'.repeat(500_000) });
      expect(answer.statusCode).toBe(413);
      expect(wordsOf(answer.body)).toContain('What was sent is longer than Headroom takes');
      expect(wordsOf(answer.body)).not.toMatch(/\bfile\b/i);
    }, small));

  test('refuse bytes that are no text, and keep nothing of them', () =>
    withServer(async (running) => {
      const { app, workspace } = running;
      await open(running);
      const post = (type: string, payload: Buffer, method: 'POST' | 'PUT', url: string) =>
        shownAfter(
          app,
          app.inject({
            ...{ method, url, payload },
            headers: { host: 'localhost:8080', 'sec-fetch-site': 'same-origin', 'content-type': type },
          }),
        );
      const form = 'application/x-www-form-urlencoded';
      const start = 'form=enter&version=0&score=2&by=Ada&action=&comment=Three';
      const escaped = await post(form, Buffer.from(`${start}+%ff+heaps`), 'POST', `${page}/1`);
      expect(escaped.statusCode).toBe(400);
      expect(wordsOf(escaped.body)).toContain('comment');
      expect(wordsOf(escaped.body)).toContain('bytes that are not text in UTF-8');
      const raw = Buffer.concat([Buffer.from(start), Buffer.from([0xc3, 0x28])]);
      expect((await post(form, raw, 'POST', `${page}/1`)).statusCode).toBe(400);
      const json = Buffer.concat([
        Buffer.from('{"by":"'),
        Buffer.from([0xff]),
        Buffer.from('","version":0}'),
      ]);
      expect((await post('application/json', json, 'PUT', `${api}/rows/1`)).statusCode).toBe(400);
      expect(workspace.records.rows('oak-lane', '2026')[0]?.version).toBe(0);
      const honest = await post(form, Buffer.from(`${start}+%EF%BF%BD+50%25`), 'POST', `${page}/1`);
      expect(honest.statusCode).toBe(303);
      expect(workspace.records.rows('oak-lane', '2026')[0]?.row.text).toBe('Three \u{fffd} 50%');
    }, small));

  test('show two versions side by side, and let the user choose', () =>
    withServer(async (running) => {
      await open(running);
      await send(running, `${page}/1`, { ...entered, comment: 'Theirs <b>first</b>.', by: 'Ben' });
      const conflict = await send(running, `${page}/1`, { ...entered, comment: 'Mine.' });
      expect(conflict.statusCode).toBe(409);
      const words = wordsOf(conflict.body);
      expect(words).toContain('Held now2/3Theirs <b>first</b>. Action: A fourth.Version 1, entered by Ben');
      expect(words).toContain('Yours, not saved2/3Mine.Action: A fourth.');
      expect(conflict.body).not.toContain('<b>first');
      expect(conflict.body).toContain('name="version" value="1"');
      expect(running.workspace.records.rows('oak-lane', '2026')[0]?.row.text).toContain('Theirs');
      const mine = await send(running, `${page}/1`, { ...entered, comment: 'Mine.', version: '1' });
      expect(mine.statusCode).toBe(303);
      const undone = await send(running, `${page}/1`, { form: 'undo', version: '2', by: 'Ben' });
      expect(undone.headers.location).toBe(`${page}/1?kept=undone&by=Ben`);
      expect(running.workspace.records.rows('oak-lane', '2026')[0]?.row.text).toContain('Theirs');
    }, small));

  test('do not take a later version for seen when something else is wrong with the form', () =>
    withServer(async (running) => {
      await open(running);
      await send(running, `${page}/1`, { ...entered, by: 'Ben' });
      const refused = await send(running, `${page}/1`, { ...entered, comment: 'Mine.', by: '' });
      expect(refused.statusCode).toBe(400);
      expect(refused.body).toContain('name="version" value="0"');
    }, small));

  test('close it, incomplete only if told, freeze it, and open it again with a reason', () =>
    withServer(async (running) => {
      await open(running);
      const nothing = await send(running, page, { form: 'close', incomplete: 'yes', by: 'Ada' });
      expect(nothing.statusCode).toBe(409);
      expect(wordsOf(nothing.body)).toContain('Enter at least one');
      await send(running, `${page}/1`, entered);
      const refused = await send(running, page, { form: 'close', by: 'Ada' });
      expect(refused.statusCode).toBe(409);
      expect(wordsOf(refused.body)).toContain('no score for 4 objectives: 2, 3, 4, 5');
      expect((await send(running, page, { form: 'close', incomplete: 'yes', by: 'Ada' })).statusCode).toBe(
        303,
      );
      expect((await running.get(`${page}/1`)).body).not.toContain('<textarea');
      expect((await running.get(page)).body).not.toContain('template.xlsx');
      const late = await send(running, `${page}/1`, { ...entered, comment: 'Too late.', version: '1' });
      expect(late.statusCode).toBe(409);
      expect(late.body).toContain('Too late.</textarea>');
      expect(late.body).toContain('nothing was changed. Open it again first, on the page of the assessment.');
      expect(late.body).not.toContain('headroom open');
      const advice = await running.get('/api/v1/organisations/oak-lane/advice', {
        accept: 'application/json',
      });
      expect(advice.json()).toMatchObject({ basedOn: '2026', period: '2027' });
      expect((await send(running, page, { form: 'reopen', reason: '', by: 'Ada' })).body).toContain(
        '#reopen-reason',
      );
      expect((await send(running, page, { form: 'reopen', reason: 'A slip', by: 'Ada' })).statusCode).toBe(
        303,
      );
      const before = await running.get('/api/v1/organisations/oak-lane/advice', {
        accept: 'application/json',
      });
      expect(before.json()).toMatchObject({ basedOn: '2025', period: '2026' });
    }, small));

  test('ask before an assessment is discarded, and never discard one that is closed', () =>
    withServer(async (running) => {
      await open(running);
      expect((await running.get(page)).body).toContain(`href="${page}/discard"`);
      expect(wordsOf((await running.get(`${page}/discard`)).body)).toContain('Nothing is entered in it.');
      await send(running, `${page}/1`, entered);
      const late = await send(running, `${page}/discard`, { form: 'discard', by: 'Ada' });
      expect(late.statusCode).toBe(409);
      expect(wordsOf(late.body)).toContain('1 row is entered in it.');
      expect(late.body).toContain('name="entered" value="yes"');
      const nobody = await send(running, `${page}/discard`, { form: 'discard', entered: 'yes', by: '' });
      expect(nobody.body).toContain('href="#discard-by"');
      const done = await send(running, `${page}/discard`, { form: 'discard', entered: 'yes', by: 'Ada' });
      expect([done.statusCode, done.headers.location]).toEqual([303, `${list}?discarded=2026`]);
      expect(wordsOf((await running.get(`${list}?discarded=2026`)).body)).toContain(
        'The assessment 2026 is discarded.',
      );
      expect((await running.get(page)).statusCode).toBe(404);
      const [journaled] = running.workspace.records.journal({ limit: 1 });
      expect(journaled).toMatchObject({
        action: 'discard-assessment',
        subject: 'oak-lane/2026',
        before: { rows: [{ objective: 1, text: 'Three heaps.\nAction: A fourth.' }] },
        after: null,
      });
      await open(running);
      expect((await running.get(`${page}/1`)).body).not.toContain('History of this row');
      const closed = await send(running, `${list}/2025/discard`, {
        ...{ form: 'discard', entered: 'yes', by: 'Ada' },
      });
      expect(closed.statusCode).toBe(409);
      expect(running.workspace.records.assessment('oak-lane', '2025').rows).not.toEqual([]);
    }, small));

  test('say first how many objectives meet the agreed standard', () =>
    withServer(async (running) => {
      await open(running);
      await send(running, `${page}/1`, entered);
      await send(running, `${page}/2`, { ...entered, score: '1' });
      const agreed = { form: 'standard', level: '2', agreed: 'November 2021', by: 'Ada' };
      expect((await send(running, page, agreed)).statusCode).toBe(303);
      expect(wordsOf((await running.get(page)).body)).toContain(
        '1 of 2 scored objectives meet the agreed standard: 2 everywhere, agreed November 2021.',
      );
      expect((await send(running, page, { ...agreed, level: '9' })).body).toContain('#standard-level');
    }, small));

  test('keep what was typed while another program writes', () =>
    withServer(async (running) => {
      await open(running);
      const other = new DatabaseSync(running.workspace.records.file);
      other.exec('BEGIN IMMEDIATE');
      const answer = await send(running, `${page}/1`, entered);
      other.exec('ROLLBACK');
      other.close();
      expect(answer.statusCode).toBe(503);
      expect(wordsOf(answer.body)).toContain('Another program is writing to the workspace.');
      expect(answer.body).toContain('Three heaps.</textarea>');
      expect((await send(running, `${page}/1`, entered)).statusCode).toBe(303);
    }, small));

  test('are where an organisation without any assessment begins', () =>
    withServer(
      async (running) => {
        const { records } = running.workspace;
        records.putOrganisation({ id: 'new', name: 'New', framework: 'allotment', example: null }, 'Ada');
        expect((await running.get('/')).headers.location).toBe('/new/assessments');
        expect(wordsOf((await running.get('/new/assessments')).body)).toContain('There is none yet.');
        await send(running, '/new/assessments', { form: 'open', period: '2026', by: 'Ada' });
        await send(running, '/new/assessments/2026/1', entered);
        await send(running, '/new/assessments/2026', { form: 'close', incomplete: 'yes', by: 'Ada' });
        expect((await running.get('/')).headers.location).toBe('/new');
        expect(wordsOf((await running.get('/new/about')).body)).toContain('entered by hand');
        expect((await running.get('/new')).statusCode).toBe(200);
      },
      { rules, sources: null },
    ));

  test('say what to do next while nothing is closed, with links that work', () =>
    withServer(
      async (running) => {
        const { records } = running.workspace;
        for (const id of ['new', 'other'])
          records.putOrganisation({ id, name: id, framework: 'allotment', example: null }, 'Ada');
        expect((await running.get('/')).body).toContain('href="/new/assessments"');
        for (const path of [
          '',
          '/objectives',
          '/capped',
          '/targets',
          '/plan',
          '/review',
          '/unlock',
          '/objectives/1',
        ]) {
          const { body } = await running.get(`/new${path}`);
          expect(wordsOf(body)).toContain('Nothing to show yet');
          expect(wordsOf(body)).toContain('Import a file');
          const links = [
            ...(body.split('<main')[1] ?? '').matchAll(/<li><a class="[^"]*" href="([^"]*)"/g),
          ].map(([, href]) => href ?? '');
          expect(links).toHaveLength(3);
          if (path === '')
            for (const href of links)
              expect([href, (await running.get(href)).statusCode]).toEqual([href, 200]);
        }
        await send(running, '/new/assessments', { form: 'open', period: '2026', by: 'Ada' });
        const open = (await running.get('/new')).body;
        expect(open).toContain('href="/new/assessments/2026"');
        expect(
          (await running.get('/api/v1/organisations/new/export/template.xlsx?period=2026')).statusCode,
        ).toBe(200);
        const advice = await running.get('/api/v1/organisations/new/advice', { accept: 'application/json' });
        expect([advice.statusCode, advice.json().repair]).toEqual([
          422,
          'Enter what is missing and close it: headroom open new 2026 --close. Or import a document: headroom import FILE --organisation new.',
        ]);
      },
      { rules, sources: null },
    ));

  test('say what is not there, and refuse forms that they do not have', () =>
    withServer(async (running) => {
      expect((await running.get(page)).statusCode).toBe(404);
      await open(running);
      expect((await running.get(`${page}/99`)).statusCode).toBe(404);
      expect((await send(running, `${page}/99`, entered)).statusCode).toBe(404);
      expect((await send(running, `${page}/1`, { form: 'other', version: '0' })).statusCode).toBe(400);
      expect((await send(running, `${page}/1`, { ...entered, version: 'x' })).statusCode).toBe(400);
      const far = await send(running, list, { form: 'open', period: '2062', by: 'Ada' });
      expect(far.body).toContain('<a href="#open-period">');
    }, small));
});

describe('programs', () => {
  test('discard an assessment, with what is entered only if they say so', () =>
    withServer(async (running) => {
      await ask(running, 'PUT', api, { by: 'Ada' });
      await ask(running, 'PUT', `${api}/rows/1`, { by: 'Ada', score: '2', version: 0 });
      const refused = await ask(running, 'POST', `${api}/discard`, { by: 'Ada' });
      expect(refused.json()).toMatchObject({ status: 409, code: 'ASSESSMENT_ENTERED', data: { entered: 1 } });
      const done = await ask(running, 'POST', `${api}/discard`, { by: 'Ada', entered: true });
      expect(mismatches(DiscardedYear, done.json())).toEqual([]);
      expect((await ask(running, 'GET', api)).json().code).toBe('UNKNOWN_PERIOD');
    }, small));

  test('open, enter with a version or If-Match, undo, and close', () =>
    withServer(async (running) => {
      const opened = await ask(running, 'PUT', api, { by: 'Ada' });
      expect(mismatches(YearReport, opened.json())).toEqual([]);
      const row = `${api}/rows/1`;
      const read = await ask(running, 'GET', row);
      expect([read.headers['etag'], read.json().version]).toEqual(['"0"', 0]);
      const put = (body: object, headers = {}) => ask(running, 'PUT', row, { by: 'Ada', ...body }, headers);
      expect((await put({ score: '2', text: 'One' }, { 'if-match': '"0"' })).headers['etag']).toBe('"1"');
      expect((await put({ score: '2', text: 'Two', version: 1 })).json().version).toBe(2);
      const stale = await put({ score: '1', text: 'Late', version: 1 });
      expect([stale.statusCode, stale.headers['content-type']]).toEqual([
        409,
        'application/problem+json; charset=utf-8',
      ]);
      expect(stale.json()).toMatchObject({
        code: 'ROW_CHANGED',
        data: { given: { version: 1, row: { text: 'Late' } }, held: { version: 2, row: { text: 'Two' } } },
      });
      for (const [body, headers] of [
        [{ score: '2' }, {}],
        [{ score: '2', version: 2 }, { 'if-match': '"1"' }],
        [{ score: '2' }, { 'if-match': '*' }],
        [{ score: '2/4', version: 2 }, {}],
      ] as const)
        expect((await put(body, headers)).json()).toMatchObject({ status: 400, code: 'BAD_VALUE' });
      const undone = await ask(running, 'POST', `${row}/undo`, { by: 'Ada', version: 2 });
      expect(undone.json()).toMatchObject({ version: 3, row: { text: 'One' } });
      const history = await ask(running, 'GET', `${row}/history`);
      expect(history.json()).toHaveLength(3);
      expect((await ask(running, 'POST', `${api}/close`, { by: 'Ada' })).json().code).toBe(
        'ASSESSMENT_INCOMPLETE',
      );
      const closed = await ask(running, 'POST', `${api}/close`, { by: 'Ada', incomplete: true });
      expect(closed.json()).toMatchObject({ closed: true, counts: { entered: 1, missing: 4 } });
      expect((await put({ score: '2', version: 3 })).json().code).toBe('ASSESSMENT_CLOSED');
      const reopened = await ask(running, 'POST', `${api}/reopen`, { by: 'Ada', reason: 'A slip' });
      expect(reopened.json()).toMatchObject({ closed: false });
      const agreed = await ask(running, 'PUT', `${api}/standard`, { by: 'Ada', level: 2, agreed: 'May' });
      expect(agreed.json()).toMatchObject({
        standard: { level: 2, agreed: 'May', from: '2026' },
        counts: { meets: 1 },
      });
    }, small));

  const editors = process.env['HEADROOM_TEST_LONG'] === undefined ? 40 : 200;

  test(`${editors} editors at once lose no update`, { timeout: 300_000 }, () =>
    withServer(async (running) => {
      await ask(running, 'PUT', api, { by: 'Ada' });
      const address = await running.app.listen({ port: 0, host: '127.0.0.1' });
      let conflicts = 0;
      let looked = 0;
      let go = () => {};
      const allLooked = new Promise<void>((resolve) => {
        go = resolve;
      });
      /** Adds a word of its own to what is there, as often as it takes. */
      const edit = async (editor: number): Promise<void> => {
        const row = `${address}${api}/rows/${1 + (editor % 4)}`;
        const headers = {
          host: 'localhost:8080',
          origin: 'http://localhost:8080',
          'content-type': 'application/json',
        };
        for (;;) {
          const held = JSON.parse((await over(row, 'GET', headers)).body);
          looked += 1;
          if (looked === editors) go();
          await allLooked;
          const text = `${held.row.text} e${editor}`.trim();
          const body = JSON.stringify({ text, version: held.version, by: `Editor ${editor}` });
          const { status } = await over(row, 'PUT', headers, body);
          if (status === 200) return;
          expect(status).toBe(409);
          conflicts += 1;
        }
      };
      await Promise.all(Array.from({ length: editors }, (_, editor) => edit(editor)));
      const rows = running.workspace.records.rows('oak-lane', '2026');
      const words = rows.flatMap(({ row }) => row.text.split(' ').filter((word) => word !== ''));
      expect(words.toSorted()).toEqual(
        Array.from({ length: editors }, (_, editor) => `e${editor}`).toSorted(),
      );
      expect(rows.reduce((sum, { version }) => sum + version, 0)).toBe(editors);
      expect(conflicts).toBeGreaterThanOrEqual(editors - 4);
    }, small),
  );
});
