import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { program, temporaryFolder } from './headroom.ts';

const { folder, remove } = temporaryFolder();
afterAll(remove);

test('serve says where it is, answers there, and ends well when it is told to', async () => {
  const child = spawn(program[0], [program[1], 'serve', '--port', '0'], {
    env: { PATH: process.env['PATH'], HEADROOM_WORKSPACE: join(folder, 'workspace') },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = new Promise((resolve) => child.on('close', resolve));
  try {
    const said = await new Promise<string>((resolve) =>
      child.stdout.once('data', (data) => resolve(String(data))),
    );
    const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(said)?.[0] ?? '';
    expect(await (await fetch(`${address}medway`)).text()).toContain('Example: Medway Council');
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  } finally {
    child.kill('SIGKILL');
  }
});
