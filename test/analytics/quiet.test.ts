import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

const frame = new URL('../../src/analytics/frame.ts', import.meta.url).href;

test('opening danfojs writes to no stream', () => {
  const program = `const { openFrames } = await import(${JSON.stringify(frame)}); await openFrames();`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    encoding: 'utf8',
  });
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' });
});

test('danfojs is loaded when trends are asked for, not when they are imported', () => {
  const trends = new URL('../../src/analytics/trends.ts', import.meta.url).href;
  const program = `import { createRequire } from 'node:module';
    const loaded = () => Object.keys(createRequire(${JSON.stringify(frame)}).cache).some((name) => name.includes('danfojs'));
    await import(${JSON.stringify(trends)});
    const before = loaded();
    await (await import(${JSON.stringify(frame)})).openFrames();
    console.log(before, loaded());`;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    encoding: 'utf8',
  });
  expect(stdout.trim()).toBe('false true');
});
