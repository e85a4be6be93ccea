import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { type Static, Type } from 'typebox';
import { expect, test } from 'vitest';
import { matches } from '../../src/kernel/schema.ts';
import { openRecords } from '../../src/records/records.ts';
import { seededNumbers } from '../../src/statistics/seeded-numbers.ts';
import { emptyFolder, fixedEffects } from './workspace.ts';

const Acknowledged = Type.Object({ objective: Type.Integer(), version: Type.Integer(), text: Type.String() });
type Acknowledged = Static<typeof Acknowledged>;

/** Starts the program that enters rows; a limit on the size of files, in blocks of 1,024 bytes, stands for a full drive. */
function enterer(folder: string, name: string, { times = 100_000, size = 0, limit = 0 } = {}) {
  const given = [
    process.execPath,
    join(import.meta.dirname, 'enterer.ts'),
    folder,
    name,
    String(times),
    String(size),
  ];
  const options = {
    stdio: ['ignore', 'pipe', 'pipe'] as ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_OPTIONS: '' },
  };
  const child =
    limit === 0
      ? spawn(given[0] ?? '', given.slice(1), options)
      : spawn('bash', ['-c', `trap '' XFSZ; ulimit -f ${limit}; exec "$@"`, 'bash', ...given], options);
  const done = Promise.all([once(child, 'close'), text(child.stdout), text(child.stderr)]).then(
    ([[code], out, error]) => ({ code, error, kept: out.split('\n').flatMap(acknowledged) }),
  );
  return { child, done };
}

/** A line that is whole; what was cut off by the kill was never said. */
function acknowledged(line: string): readonly Acknowledged[] {
  if (!line.endsWith('}')) return [];
  const said: unknown = JSON.parse(line);
  if (!matches(Acknowledged, said)) throw new Error(`another form: ${line}`);
  return [said];
}

/** The workspace opens, is whole, and its journal has every write that was acknowledged. */
function expectKept(folder: string, kept: readonly Acknowledged[]): void {
  const records = openRecords(folder, fixedEffects());
  try {
    if (records.organisations().length === 0 || records.assessments('northfield').length === 0) {
      expect(kept).toEqual([]);
      return;
    }
    const rows = records.rows('northfield', '2024');
    expect(records.assessment('northfield', '2024').rows).toEqual(rows.map(({ row }) => row));
    for (const { row, version } of rows) {
      const history = records.rowHistory('northfield', '2024', row.objective);
      expect([version, row.text]).toEqual([history.length, history.at(-1)?.after.text ?? '']);
    }
    const histories = new Map(
      rows.map(({ row: { objective } }) => [objective, records.rowHistory('northfield', '2024', objective)]),
    );
    for (const { objective, version, text: words } of kept)
      expect(histories.get(objective)?.[version - 1]?.after.text).toBe(words);
  } finally {
    records.close();
  }
}

const kills = process.env['HEADROOM_TEST_LONG'] === undefined ? 30 : 1000;

test(
  `a program that is killed at any of ${kills} moments loses nothing that it acknowledged`,
  async () => {
    const next = seededNumbers(9);
    let folder = emptyFolder();
    const kept: Acknowledged[] = [];
    let writes = 0;
    for (let kill = 0; kill < kills; kill++) {
      // A new workspace from time to time: it can be killed while it is made, too.
      if (kill % 5 === 0) {
        folder = emptyFolder();
        kept.length = 0;
      }
      const { child, done } = enterer(folder, `writer ${kill}`);
      if (kill % 3 === 0) await wait(next(250));
      else {
        await Promise.race([once(child.stdout, 'data'), done]);
        await wait(next(40));
      }
      child.kill('SIGKILL');
      const ended = await done;
      expect(ended.error).toBe('');
      kept.push(...ended.kept);
      writes += ended.kept.length;
      expectKept(folder, kept);
    }
    expect(writes).toBeGreaterThan(kills);
  },
  kills * 5000,
);

test('a drive that takes no more says so; what was acknowledged is there, and writing goes on where there is room', async () => {
  const folder = emptyFolder();
  const full = await enterer(folder, 'first', { size: 400, limit: 512 }).done;
  expect([full.code, full.error]).toEqual([3, 'WORKSPACE_BROKEN\n']);
  expect(full.kept.length).toBeGreaterThan(0);
  expectKept(folder, full.kept);
  const after = await enterer(folder, 'second', { times: 3 }).done;
  expect([after.code, after.error, after.kept.length]).toEqual([0, '', 3]);
  expectKept(folder, [...full.kept, ...after.kept]);
});
