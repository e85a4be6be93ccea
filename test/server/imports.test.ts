import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { uploadLimits } from '../../src/app/upload/held-uploads.ts';
import { type Running, shownAfter, withServer, wordsOf } from './served.ts';

const headers = {
  host: 'localhost:8080',
  accept: 'text/html',
  origin: 'http://localhost:8080',
};

async function send(
  { app }: Running,
  url: string,
  fields: Readonly<Record<string, string>>,
  file?: { readonly name: string; readonly content: string | Uint8Array<ArrayBuffer> },
) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  if (file !== undefined) form.append('file', new File([file.content], file.name));
  const sent = new Response(form);
  const answer = app.inject({
    ...{ method: 'POST', url, payload: Buffer.from(await sent.arrayBuffer()) },
    headers: {
      ...headers,
      accept: url.startsWith('/api/') ? 'application/json' : 'text/html',
      'content-type': sent.headers.get('content-type') ?? '',
    },
  });
  return shownAfter(app, answer);
}

function post({ app }: Running, url: string, fields: Readonly<Record<string, string>>) {
  const answer = app.inject({
    ...{ method: 'POST', url, payload: `${new URLSearchParams(fields)}` },
    headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
  });
  return shownAfter(app, answer);
}

const export_ = '/api/v1/organisations/medway/export';
const bytesOf = async ({ get }: Running, file: string) =>
  new Uint8Array((await get(`${export_}/${file}`)).rawPayload);
/** The return with one score of 2022 changed. */
const changed = async (running: Running) =>
  (await running.get(`${export_}/appendix.csv`)).body.replace(',2/3,', ',3,');
const held = ({ workspace }: Running) => {
  try {
    return readdirSync(join(workspace.folder, 'uploads'));
  } catch {
    return [];
  }
};
const placeOf = (answer: { readonly headers: Readonly<Record<string, unknown>> }) =>
  String(answer.headers['location']);
const shownIn = (body: string) => /name="shown" value="([a-f0-9]{64})"/.exec(body)?.[1] ?? '';

describe('a file that is sent', () => {
  test('shows what it would change, changes it after a yes, and is let go', () =>
    withServer(async (running) => {
      const { workspace, get } = running;
      const before = JSON.stringify(workspace.records.assessment('medway', '2022'));
      const answer = await send(
        running,
        '/medway/import',
        {},
        { name: 'a.csv', content: await changed(running) },
      );
      expect(answer.statusCode).toBe(303);
      const place = placeOf(answer);
      expect(place).toMatch(/^\/medway\/import\/[a-f0-9]{32}$/);
      const { body } = await get(place);
      expect(wordsOf(body)).toContain('2022: 1 objective would change');
      expect(wordsOf(body)).toContain('2/3 to 3');
      expect(JSON.stringify(workspace.records.assessment('medway', '2022'))).toBe(before);

      const nameless = await post(running, place, { form: 'confirm', shown: shownIn(body), by: ' ' });
      expect(nameless.statusCode).toBe(400);
      expect(nameless.body).toContain('<title>Error: ');
      expect(nameless.body).toContain('href="#by"');

      const yes = { form: 'confirm', shown: shownIn(body), by: 'Ada' };
      expect(placeOf(await post(running, place, yes))).toBe(place);
      expect(JSON.stringify(workspace.records.assessment('medway', '2022'))).not.toBe(before);
      expect(wordsOf((await get(place)).body)).toContain('2022: 1 objective changed.');
      expect(placeOf(await post(running, place, yes))).toBe(place);
      expect(held(running)).toEqual([`${place.slice(-32)}.json`]);
    }));

  test('is not imported where what is held changed since it was shown', () =>
    withServer(async (running) => {
      const place = placeOf(
        await send(running, '/medway/import', {}, { name: 'a.csv', content: await changed(running) }),
      );
      const shown = shownIn((await running.get(place)).body);
      const other = (await running.get(`${export_}/appendix.csv`)).body.replace(
        /,2\/3,(?![^]*,2\/3,)/,
        ',2,',
      );
      const fields = { by: 'Ben', organisation: 'medway' };
      const sent = await send(running, '/api/v1/import', fields, { name: 'b.csv', content: other });
      expect(sent.json()).toMatchObject({ dryRun: false, outcome: 'changed' });
      const answer = await post(running, place, { form: 'confirm', shown, by: 'Ada' });
      expect(answer.statusCode).toBe(409);
      expect(wordsOf(answer.body)).toContain('What is held changed since this page was shown');
      expect(shownIn(answer.body)).not.toBe(shown);
    }));

  test.each(['appendix.docx', 'appendix.xlsx', 'appendix.csv'])('as %s is read', (file) =>
    withServer(async (running) => {
      const place = placeOf(
        await send(running, '/medway/import', {}, { name: file, content: await bytesOf(running, file) }),
      );
      expect(wordsOf((await running.get(place)).body)).toContain(`${file} would change nothing`);
    }),
  );

  test('of a new organisation adds it, by a short name made from its name', () =>
    withServer(async (running) => {
      const file = { name: 'a.csv', content: await changed(running) };
      const refused = await send(running, '/import', { whose: 'new' }, file);
      expect(wordsOf(refused.body)).toContain('Give the name of the new organisation.');
      const place = placeOf(await send(running, '/import', { whose: 'new', name: 'Óak Lane' }, file));
      const shown = shownIn((await running.get(place)).body);
      const done = await post(running, place, { form: 'confirm', shown, by: 'Ada' });
      expect(placeOf(done)).toMatch(/^\/oak-lane\/import\//);
      expect(running.workspace.records.organisations().map(({ id, name }) => [id, name])).toContainEqual([
        'oak-lane',
        'Óak Lane',
      ]);
    }));

  test('that leaves open whose it is can be told so, and is then read again', () =>
    withServer(async (running) => {
      const csv = (await changed(running)).split('\n');
      const content = csv.map((line) => line.replace('medway', '')).join('\n');
      const place = placeOf(await send(running, '/import', {}, { name: 'a.csv', content }));
      const asked = await running.get(place);
      expect(asked.statusCode).toBe(400);
      expect(wordsOf(asked.body)).toContain('The file does not say whose it is.');
      const next = placeOf(await post(running, place, { form: 'change', whose: 'medway' }));
      expect(next).toMatch(/^\/medway\/import\//);
      expect(wordsOf((await running.get(next)).body)).toContain('1 objective would change');
      expect(placeOf(await post(running, next, { form: 'discard' }))).toBe('/medway/import');
      expect(held(running)).toEqual([]);
      expect((await running.get(next)).statusCode).toBe(404);
    }));

  test('with errors is refused with each of them, its place and its repair', () =>
    withServer(async (running) => {
      const content = (await changed(running)).replaceAll(',2/3,', ',9,');
      const place = placeOf(await send(running, '/medway/import', {}, { name: 'a.csv', content }));
      const answer = await running.get(place);
      expect(answer.statusCode).toBe(422);
      expect(answer.body).toContain('<title>Error: ');
      const said = wordsOf(answer.body);
      expect(said).toContain('A score is not a level of the framework. Seen: "9", scored.');
      expect(said).toContain('Nothing was kept of it');
      expect(
        (await send(running, '/api/v1/import', { by: 'Ada' }, { name: 'a.csv', content })).statusCode,
      ).toBe(422);
    }));

  test('that is none, empty, too large or no document says so beside the field', () =>
    withServer(async (running) => {
      const said = async (...[fields, file]: [Record<string, string>, Parameters<typeof send>[3]?]) => {
        const answer = await send(running, '/medway/import', fields, file);
        return [answer.statusCode, /id="(?:file|period)-error">.*?<\/span> ([^<]*)</.exec(answer.body)?.[1]];
      };
      expect(await said({})).toEqual([400, 'Choose the file to import.']);
      expect(await said({}, { name: 'a.csv', content: '' })).toEqual([
        422,
        'The file is empty. Choose a file with content.',
      ]);
      const large = new Uint8Array(uploadLimits.bytes + 100_000);
      expect((await said({}, { name: 'a.docx', content: large }))[1]).toMatch(/^The file is too large/);
      expect((await said({ period: 'soon' }, { name: 'a.csv', content: 'x' }))[1]).toMatch(
        /^Give the period/,
      );
      const place = placeOf(
        await send(running, '/medway/import', {}, { name: 'a.docx', content: '%PDF-1.7' }),
      );
      expect((await running.get(place)).statusCode).toBe(415);
    }));

  test('is held for a while, and not beyond a count; names lead into no folder', () =>
    withServer(async (running) => {
      const file = { name: '../../etc/<b>a.csv', content: await changed(running) };
      const places: string[] = [];
      for (let index = 0; index < uploadLimits.count + 2; index += 1)
        places.push(placeOf(await send(running, '/medway/import', {}, file)));
      expect(held(running)).toHaveLength(2 * uploadLimits.count);
      expect(wordsOf((await running.get(places.at(-1) ?? '')).body)).toContain('What <b>a.csv would change');
      for (const token of ['0'.repeat(32), '..%2f..%2fx', 'x'])
        expect((await running.get(`/medway/import/${token}`)).statusCode, token).toBe(404);
    }));

  test('as a form that is not whole, or with too many fields, is refused', () =>
    withServer(async (running) => {
      const raw = (payload: string, type: string) =>
        shownAfter(
          running.app,
          running.app.inject({
            ...{ method: 'POST', url: '/import', payload },
            headers: { ...headers, 'content-type': type },
          }),
        );
      const part = '--b\r\nContent-Disposition: form-data; name="period"\r\n\r\n2024\r\n';
      expect((await raw('--b\r\n', 'multipart/form-data; boundary=b')).statusCode).toBe(400);
      expect((await raw(part, 'multipart/form-data')).statusCode).toBe(400);
      expect((await raw(`${part.repeat(60)}--b--`, 'multipart/form-data; boundary=b')).statusCode).toBe(400);
      expect((await raw(`${part.repeat(2)}--b--`, 'multipart/form-data; boundary=b')).statusCode).toBe(400);
    }));
});
