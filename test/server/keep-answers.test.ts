import { mkdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import Fastify, { type FastifyInstance } from 'fastify';
import { describe, expect, test } from 'vitest';
import { setFactor } from '../../src/app/advice/set-factor.ts';
import { openWorkspace, type Workspace } from '../../src/app/workspace/workspace.ts';
import { createApp } from '../../src/server/app.ts';
import { keepAnswers } from '../../src/server/wire/keep-answers.ts';
import { sendAnswers } from '../../src/server/wire/send-answers.ts';
import { rules, withWorkspace } from '../app/fixture.ts';
import { tokenIn, visit } from './access/visiting.ts';
import { example, withServer, wordsOf } from './served.ts';

const boards = { organisation: 'medway', factor: 'joint-boards', from: '2022', reason: 'Joined.' };

/** A server with one address, `/made/ANY`, whose answers say how often any has been worked out. */
async function counting(
  workspace: Workspace,
  work: (app: FastifyInstance, state: { made: number; fails: boolean; slow: Promise<void> }) => Promise<void>,
): Promise<void> {
  const state = { made: 0, fails: false, slow: Promise.resolve() };
  const app = Fastify({ rewriteUrl: ({ url = '/' }) => url.replace('?own', '') });
  app.decorateRequest('person', null);
  keepAnswers(app, workspace);
  sendAnswers(app);
  app.get('/made/:any', { config: { keeps: true } }, async (_request, reply) => {
    state.made += 1;
    const count = state.made;
    await state.slow;
    if (state.fails) throw new Error('It failed.');
    return reply.type('text/plain').send(`${count} `.padEnd(3000, '.'));
  });
  try {
    await work(app, state);
  } finally {
    await app.close();
  }
}

describe('an answer that is kept', () => {
  test('is worked out once for each address, and then only sent, or not even that', () =>
    withWorkspace((workspace) =>
      counting(workspace, async (app, state) => {
        const first = await app.inject('/made/a');
        const again = await app.inject('/made/a');
        expect([first.statusCode, again.statusCode, again.body, state.made]).toEqual([
          200,
          200,
          first.body,
          1,
        ]);
        const { date: _, ...headers } = first.headers;
        expect(again.headers).toMatchObject(headers);
        const { etag } = first.headers;
        const held = await app.inject({ url: '/made/a', headers: { 'if-none-match': String(etag) } });
        expect([held.statusCode, held.body, held.headers.etag]).toEqual([304, '', etag]);
        const small = await app.inject({ url: '/made/a', headers: { 'accept-encoding': 'br' } });
        expect(small.headers['content-encoding']).toBe('br');
        expect(small.headers['content-length']).toBe(String(small.rawPayload.byteLength));
        expect(state.made).toBe(1);
        expect((await app.inject('/made/a?b')).body).not.toBe(first.body);
        expect((await app.inject({ url: '/made/a', headers: { host: 'other' } })).body).not.toBe(first.body);
      }),
    ));

  test('is none of an address that holds what is for one request alone', () =>
    withWorkspace((workspace) =>
      counting(workspace, async (app, state) => {
        await app.inject('/made/a');
        const bodies = [await app.inject('/made/a?own'), await app.inject('/made/a?own')];
        expect(bodies.map(({ body }) => body[0])).toEqual(['2', '3']);
        expect([(await app.inject('/made/a')).body[0], state.made]).toEqual(['1', 3]);
      }),
    ));

  test('is worked out once for all who ask meanwhile', () =>
    withWorkspace((workspace) =>
      counting(workspace, async (app, state) => {
        const { promise, resolve } = Promise.withResolvers<void>();
        state.slow = promise;
        const asked = Array.from({ length: 20 }, () => app.inject('/made/a'));
        await new Promise((later) => setTimeout(later, 20));
        resolve();
        const bodies = (await Promise.all(asked)).map(({ body }) => body);
        expect([new Set(bodies).size, state.made]).toEqual([1, 1]);
      }),
    ));

  test('is none where it failed: each who waited asks anew', () =>
    withWorkspace((workspace) =>
      counting(workspace, async (app, state) => {
        state.fails = true;
        const statuses = await Promise.all(
          [1, 2, 3].map(async () => (await app.inject('/made/a')).statusCode),
        );
        expect([statuses, state.made]).toEqual([[500, 500, 500], 3]);
        state.fails = false;
        expect((await app.inject('/made/a')).statusCode).toBe(200);
      }),
    ));

  test('is worked out for those who wait where the first of them goes away', () =>
    withWorkspace((workspace) =>
      counting(workspace, async (app, state) => {
        await app.listen({ host: '127.0.0.1', port: 0 });
        const bound = app.server.address();
        const port = typeof bound === 'object' && bound !== null ? bound.port : 0;
        state.slow = new Promise(() => {});
        const gone = connect(port, '127.0.0.1');
        gone.write('GET /made/a HTTP/1.1\r\nHost: localhost:80\r\n\r\n');
        while (state.made === 0) await new Promise((later) => setTimeout(later, 5));
        state.slow = Promise.resolve();
        const waits = app.inject({ url: '/made/a', headers: { host: 'localhost:80' } });
        await new Promise((later) => setTimeout(later, 20));
        gone.destroy();
        expect((await waits).body).toMatch(/^2 /);
      }),
    ));

  test('goes when the records change, by this connection or another, a panel, the register, what was published, or the day', async () => {
    let now = '2026-01-02T03:04:05Z';
    const effects = { now: () => new Date(now), log: () => {} };
    await withWorkspace(
      async (workspace) => {
        const other = await openWorkspace({ folder: workspace.folder, rules, sources: null, effects });
        const put = (file: string, text: string) => {
          mkdirSync(join(workspace.folder, file, '..'), { recursive: true });
          writeFileSync(join(workspace.folder, file), text);
        };
        const organisation = (name: string) => {
          const [first] = workspace.records.organisations();
          if (first === undefined) throw new Error('there is no organisation');
          return { ...first, name };
        };
        try {
          await counting(workspace, async (app, state) => {
            for (const [at, change] of [
              () => {},
              () => workspace.records.putOrganisation(organisation('One'), 'Ada'),
              () => other.records.putOrganisation(organisation('Two'), 'Ada'),
              () => put('panels/north/panel.json', '{}'),
              () => put('panels/north/panel.json', '{ }'),
              () => put('register/register.json', '{}'),
              () => put('published/rules.csv', 'a'),
              () => {
                now = '2026-01-03T00:00:00Z';
              },
            ].entries()) {
              change();
              await app.inject('/made/a');
              await app.inject('/made/a');
              expect(state.made, `change ${at}`).toBe(at + 1);
            }
            put('panels/north/decided/given.kept', 'What is kept beside a panel changes no answer.');
            await app.inject('/made/a');
            expect(state.made).toBe(8);
          });
        } finally {
          other.close();
        }
      },
      { effects },
    );
  });

  test('is not kept where something changed while it was worked out', () =>
    withWorkspace((workspace) =>
      counting(workspace, async (app, state) => {
        const { promise, resolve } = Promise.withResolvers<void>();
        state.slow = promise;
        const asked = app.inject('/made/a');
        await new Promise((later) => setTimeout(later, 20));
        const [first] = workspace.records.organisations();
        if (first !== undefined) workspace.records.putOrganisation({ ...first, name: 'Another' }, 'Ada');
        resolve();
        expect((await asked).body).toMatch(/^1 /);
        expect((await app.inject('/made/a')).body).toMatch(/^2 /);
      }),
    ));
});

describe('a page, a chart and data', () => {
  test('show at once what another program changed, over a socket too', () =>
    withServer(async ({ workspace }) => {
      let port = 0;
      const app = await createApp(workspace, { port: () => port });
      await app.listen({ host: '127.0.0.1', port: 0 });
      const bound = app.server.address();
      port = typeof bound === 'object' && bound !== null ? bound.port : 0;
      const other = await openWorkspace({ folder: workspace.folder, ...example, sources: null });
      const asked = [
        '/medway',
        '/charts/ceilings.json?organisation=medway',
        '/api/v1/organisations/medway/advice',
      ];
      const all = () =>
        Promise.all(asked.map(async (path) => (await fetch(`http://localhost:${port}${path}`)).text()));
      try {
        for (const state of ['yes', 'unknown'] as const) {
          const before = await all();
          expect(await all()).toEqual(before);
          setFactor(other, { ...boards, state, by: 'Ada' });
          for (const [at, text] of (await all()).entries()) expect(text, asked[at]).not.toBe(before[at]);
        }
      } finally {
        other.close();
        await app.close();
      }
    }));

  test('are of the visitor who asks: name, role, and a token that is new each time', () =>
    visit(async ({ browser }) => {
      const [ada, ben] = [browser(), browser()];
      await ada.signIn('Ada');
      await ben.signIn('Ben');
      const page = async ({ get }: typeof ada) => (await get('/oak-lane/review')).body;
      const hers = [await page(ada), await page(ada), await page(ada)];
      const his = [await page(ben), await page(ben)];
      const bare = (html: string) => html.replaceAll(/name="csrf" value="[^"]*"/g, '');
      expect(new Set(hers.map(bare)).size).toBe(1);
      expect(wordsOf(hers[1] ?? '')).toContain('Signed in as Ada');
      expect(wordsOf(his[1] ?? '')).toContain('Signed in as Ben, to read');
      const tokens = [...hers, ...his].map(tokenIn);
      expect(new Set(tokens).size).toBe(tokens.length);
      // Each of them is heeded: signing out needs one.
      expect((await ada.post('/sign-out', { csrf: tokens[2] ?? '' })).statusCode).toBe(303);
      expect((await ben.post('/sign-out', { csrf: tokens[2] ?? '' })).statusCode).toBe(403);
      expect((await ada.get('/oak-lane/review')).statusCode).toBe(303);
      expect((await ben.post('/sign-out', { csrf: tokens[4] ?? '' })).statusCode).toBe(303);
    }));
});
