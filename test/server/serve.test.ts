import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { addAccount } from '../../src/app/access/accounts.ts';
import { projectFolder } from '../../src/app/workspace/project-folder.ts';
import { openWorkspace } from '../../src/app/workspace/workspace.ts';
import { Problem } from '../../src/kernel/problem.ts';
import { serve } from '../../src/server/main.ts';
import { inTemporaryFolder } from '../app/fixture.ts';

const quiet = { now: () => new Date('2026-01-02T03:04:05Z'), log: () => {} };

describe('serving a workspace', () => {
  test('says its address once, answers there, and stops', async () => {
    await inTemporaryFolder(async (workspace) => {
      const said: string[] = [];
      const announce = (line: string) => said.push(line);
      const { address, stop } = await serve({ workspace, port: 0, effects: quiet, announce });
      expect(said).toEqual([`Headroom is at ${address}`]);
      expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
      expect((await fetch(`${address}health/ready`)).status).toBe(200);
      const listeners = process.listenerCount('SIGTERM');
      await Promise.all([stop(), stop()]);
      expect(process.listenerCount('SIGTERM')).toBe(listeners - 1);
      await expect(fetch(`${address}health/live`)).rejects.toThrow();
    });
  });

  test('is refused on any address that others could reach, and on what is none, unless access is configured', async () => {
    for (const host of ['0.0.0.0', '::', '192.168.0.2', 'example.org', '127.0.0.2', '']) {
      const refused = serve({ workspace: '/nowhere/at/all', host, effects: quiet });
      await expect(refused, host).rejects.toMatchObject({
        code: 'BIND_REFUSED',
        detail: { seen: host || 'nothing' },
      });
    }
  });

  test('on an address that others could reach heeds the names of the proxy that was named, over the network', async () => {
    await inTemporaryFolder(async (workspace) => {
      const publicUrl = 'https://headroom.example.org';
      const user = 'x-forwarded-user';
      const open = (trustProxy: string) =>
        serve({
          ...{ workspace, host: '0.0.0.0', port: 0, effects: quiet, announce: () => {} },
          ...{ publicUrl, trustHeader: user, trustProxy, editors: 'ada' },
        });
      const ask = async (address: string, path: string, headers: Readonly<Record<string, string>>) => {
        const url = `http://127.0.0.1:${new URL(address).port}/${path}`;
        const answer = await fetch(url, { headers, redirect: 'manual' });
        return [answer.status, (await answer.text()).includes('"role":"editor"')];
      };
      const heeded = await open('127.0.0.1');
      try {
        expect(await ask(heeded.address, 'api/v1/session', { [user]: 'Ada' })).toEqual([200, true]);
        expect(await ask(heeded.address, 'api/v1/session', { [user]: 'Ben' })).toEqual([200, false]);
        expect(await ask(heeded.address, 'api/v1/session', {})).toEqual([401, false]);
      } finally {
        await heeded.stop();
      }
      const other = await open('192.0.2.1');
      try {
        expect(await ask(other.address, 'api/v1/session', { [user]: 'Ada' })).toEqual([403, false]);
        expect(await ask(other.address, 'health/live', {})).toEqual([200, false]);
      } finally {
        await other.stop();
      }
    });
  });

  test('on an address that others could reach asks people to sign in, if there are any', async () => {
    await inTemporaryFolder(async (workspace) => {
      const options = {
        workspace,
        host: '0.0.0.0',
        port: 0,
        effects: quiet,
        publicUrl: 'https://headroom.example.org',
      };
      const made = await openWorkspace({ folder: workspace, effects: quiet });
      made.close();
      await expect(serve(options)).rejects.toMatchObject({ code: 'BIND_REFUSED' });
      const again = await openWorkspace({ folder: workspace, effects: quiet });
      await addAccount(again, { name: 'Ada', role: 'editor', password: 'seven quiet lanterns', by: 'cli' });
      again.close();
      const said: string[] = [];
      const { address, stop } = await serve({ ...options, announce: (line) => said.push(line) });
      try {
        expect(said).toEqual([`Headroom is at https://headroom.example.org/, and listens at ${address}`]);
        const answer = await fetch(`http://127.0.0.1:${new URL(address).port}/`, { redirect: 'manual' });
        expect([answer.status, answer.headers.get('location')]).toEqual([303, '/sign-in']);
      } finally {
        await stop();
      }
    });
  });

  test('is refused on a port that is none', async () => {
    for (const port of [-1, 65_536, 80.5, Number.NaN])
      await expect(serve({ workspace: '/nowhere', port, effects: quiet })).rejects.toMatchObject({
        code: 'BAD_VALUE',
      });
  });

  test('on a port that is in use says so, and what to do', async () => {
    await inTemporaryFolder(async (workspace) => {
      const other = createServer().listen(0, '127.0.0.1');
      await once(other, 'listening');
      const bound = other.address();
      const port = typeof bound === 'object' && bound !== null ? bound.port : 0;
      const refused = await serve({ workspace, port, effects: quiet }).catch((thrown: unknown) => thrown);
      other.close();
      expect(refused).toBeInstanceOf(Problem);
      expect(refused).toMatchObject({ code: 'PORT_TAKEN', detail: { seen: String(port) } });
      expect(String(refused)).toContain(`--port`);
    });
  });

  test.each(['SIGTERM', 'SIGINT'] as const)('ends with status 0 when told %s', async (signal) => {
    await inTemporaryFolder(async (workspace) => {
      const main = pathToFileURL(join(projectFolder, 'src/server/main.ts')).href;
      const script = `import(${JSON.stringify(main)}).then(({ serve }) => serve({ workspace: ${JSON.stringify(workspace)}, port: 0 }))`;
      const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'ignore'] });
      child.stdout.setEncoding('utf8');
      const [line] = await once(child.stdout, 'data');
      expect(line).toMatch(/^Headroom is at http:\/\/127\.0\.0\.1:\d+\/\n$/);
      const ended = once(child, 'exit');
      child.kill(signal);
      expect(await ended).toEqual([0, null]);
    });
  });
});
