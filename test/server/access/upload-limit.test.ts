import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { openAccess } from '../../../src/server/access/access.ts';
import { gate, uploadLimit } from '../../../src/server/access/gate.ts';
import { withWorkspace } from '../../app/fixture.ts';

test('a route that takes files is limited by saying so', async () => {
  await withWorkspace(async (workspace) => {
    const app = Fastify();
    gate(app, workspace, openAccess);
    app.post('/files', { config: { limit: 'upload' } }, () => 'kept');
    app.post('/other', () => 'kept');
    const ask = async (url: string) => await app.inject({ method: 'POST', url });
    for (let at = 0; at < uploadLimit.most; at++) expect((await ask('/files')).statusCode).toBe(200);
    const refused = await ask('/files');
    expect(refused.headers['retry-after']).toBe('600');
    expect(refused.json()).toMatchObject({ code: 'TOO_MANY_TRIES' });
    expect((await ask('/other')).statusCode).toBe(200);
    await app.close();
  });
});
