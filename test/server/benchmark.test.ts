import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { generatePanel } from '../../src/app/invent/generate-panel.ts';
import { HeldPanels } from '../../src/app/panel/held-panels.ts';
import { mismatches } from '../../src/kernel/schema.ts';
import { BenchmarkReport } from '../../src/model/benchmark-report.ts';
import { withServer, wordsOf } from './served.ts';

const invention = { organisations: 60, periods: 2, seed: 7, by: 'Sam' };

describe('the benchmark page', () => {
  test('says how to bring a panel where there is none, and why another does not fit', async () => {
    await withServer(async ({ get, workspace }) => {
      const none = await get('/medway/benchmark');
      expect(none.statusCode).toBe(200);
      expect(wordsOf(none.body)).toContain('Nobody to compare with yet');
      expect(wordsOf(none.body)).toContain('headroom panel add FILE --panel ID');
      expect(wordsOf((await get('/panels')).body)).toContain('There is no panel here yet');
      expect(wordsOf((await get('/panels')).body)).toContain('Types and regionsNone yet');
      await generatePanel(workspace, invention);
      expect(wordsOf((await get('/medway/benchmark')).body)).toContain(
        'is real, and the organisations of this panel are invented',
      );
      expect((await get('/medway/benchmark?panel=invented')).statusCode).toBe(409);
    });
  });

  test('has one address for each view, and shows figures, what is withheld and the label', async () => {
    await withServer(async ({ get, workspace }) => {
      await generatePanel(workspace, invention);
      const path = '/example-invented/benchmark';
      const sent = await get(`${path}?panel=invented&group=all&period=2025`);
      expect(sent).toMatchObject({ statusCode: 302, headers: { location: path } });
      const page = wordsOf((await get(path)).body);
      for (const said of [
        'beside all organisations, 2025',
        'Demonstration data, invented. No organisation and no score in it is real.',
        'What is withheld',
        '“typical”: 50% of them or more; “stretch”: from 10%; “rare”: fewer.',
      ])
        expect(page).toContain(said);
      const fine = wordsOf((await get(`${path}?group=type-and-region`)).body);
      expect(fine).toContain('59 objectives: fewer than ten others answered.');
      expect((await get(`${path}?group=chosen`)).statusCode).toBe(400);
      expect((await get(`${path}?period=2001`)).statusCode).toBe(404);
      expect(wordsOf((await get('/panels')).body)).toContain('Demonstration data, invented.');
      const objective = wordsOf((await get('/example-invented/objectives/1')).body);
      expect(objective).toContain('2025, all organisations of Invented panel (seed 7).');
      expect(wordsOf((await get('/medway/objectives/1')).body)).not.toContain('Peers');
      expect(wordsOf((await get('/example-invented/targets')).body)).toContain('Peers: ');
      const at = '/api/v1/organisations/example-invented/export';
      for (const document of ['/example-invented/pack', `${at}/report.html`]) {
        const { body } = await get(document);
        const words = wordsOf(body);
        expect(words).toContain('Beside others, 2025');
        expect(words).toContain('No organisation of the panel and no score in it is real.');
        expect(words).toContain('Scores at 3 or above in 2025, of the others and here');
        expect(words).toContain('How are others spread over the levels, and where are we?');
        const ids = [...body.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
        expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
      }
      expect(wordsOf((await get('/medway/pack')).body)).not.toContain('Beside others');
      const links = [
        ...(await get(`${path}?group=type`)).body.matchAll(/href="([^"]*benchmark\.csv[^"]*)"/g),
      ];
      const file = await get(links[0]?.[1]?.replaceAll('&amp;', '&') ?? '');
      expect(file.statusCode).toBe(200);
      expect(file.headers['content-disposition']).toContain('example-invented-benchmark-2025.csv');
      expect(file.body.split('\r\n')[1]).toMatch(
        /^benchmark,example-invented,.*"Demonstration data, invented",/,
      );
      expect((await get(`${at}/benchmark.csv?group=chosen`)).statusCode).toBe(400);
      expect((await get(`${at}/advice.csv?group=type`)).statusCode).toBe(400);
    });
  });

  test('waits for what may be told in a thread of its own, says so, and lets other pages answer', async () => {
    await withServer(async ({ get, workspace }) => {
      await generatePanel(workspace, invention);
      rmSync(join(workspace.folder, 'panels/invented/decided'), { recursive: true });
      const early = await get('/example-invented/benchmark');
      expect(early).toMatchObject({ statusCode: 503, headers: { refresh: '10' } });
      expect(wordsOf(early.body)).toContain('What may be told of the panel is being worked out');
      const without = await get('/example-invented/targets');
      expect(without.statusCode).toBe(200);
      expect(wordsOf(without.body)).not.toContain('Peers: ');
      const last = performance.now() + 60_000;
      let answer = early;
      while (answer.statusCode === 503 && performance.now() < last) {
        await new Promise((resolve) => setTimeout(resolve, 300));
        answer = await get('/example-invented/benchmark');
      }
      expect(answer.statusCode).toBe(200);
      // What was answered without it is not kept longer than it is true.
      expect(wordsOf((await get('/example-invented/targets')).body)).toContain('Peers: ');
    });
  }, 90_000);

  test('is there as data, as are the panels', async () => {
    await withServer(async ({ get, workspace }) => {
      await generatePanel(workspace, invention);
      const report = await get('/api/v1/organisations/example-invented/benchmark?group=all');
      expect(mismatches(BenchmarkReport, report.json())).toEqual([]);
      expect(report.json().label).toBe('Demonstration data, invented');
      const panels = await get('/api/v1/panels');
      expect(mismatches(HeldPanels, panels.json())).toEqual([]);
      const refused = await get('/api/v1/organisations/medway/benchmark', { accept: 'application/json' });
      expect(refused.statusCode).toBe(409);
      expect(refused.json().code).toBe('INVENTED_AND_REAL');
      const wrong = await get('/api/v1/organisations/example-invented/benchmark?group=chosen');
      expect(wrong.statusCode).toBe(400);
    });
  });
});
