import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { matches } from '../../src/kernel/schema.ts';
import { FactorSetting } from '../../src/model/factor-setting.ts';
import { openRecords } from '../../src/records/records.ts';
import { northfield } from './example.ts';
import { emptyFolder, fixedEffects, opened } from './workspace.ts';

/** Starts a second program on a workspace, with Headroom's own Node and no options. */
function writer(folder: string, name: string, times: number) {
  const program = join(import.meta.dirname, 'writer.ts');
  const child = spawn(process.execPath, [program, folder, name, String(times)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  const done = Promise.all([once(child, 'exit'), text(child.stdout), text(child.stderr)]).then(
    ([[code], out, error]) => ({ code, lines: out.split('\n').length - 1, error }),
  );
  return { child, done };
}

test('two programs write at once: no change is lost and no import is seen half done', async () => {
  const folder = emptyFolder();
  const records = opened(folder);
  records.putOrganisation(northfield, 'first');
  const times = 40;
  const other = writer(folder, 'second', times);
  let running = true;
  void other.done.finally(() => {
    running = false;
  });
  await once(other.child.stdout, 'data');
  let mine = 0;
  const seen = new Set<number>();
  while (running || mine < times) {
    if (mine < times) {
      const reason = String(++mine);
      records.setFactor('northfield', { factor: 'first', state: 'no', from: '2022', reason }, 'first');
    }
    const levels = records.reading(() =>
      ['2022', '2023'].flatMap((period) =>
        records
          .assessment('northfield', period)
          .rows.map((row) => (row.state === 'scored' ? row.score.achieved : 0)),
      ),
    );
    expect(new Set(levels.filter((level) => level > 0)).size).toBe(1);
    seen.add(levels[0] ?? 0);
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(await other.done).toEqual({ code: 0, lines: times, error: '' });
  const journal = records.journal({ limit: 10_000 });
  const reasons = (by: string) =>
    journal
      .filter((entry) => entry.action === 'set-factor' && entry.by === by)
      .map(({ after }) => (matches(FactorSetting, after) ? after.reason : 'another form'))
      .toReversed();
  const all = Array.from({ length: times }, (_, index) => String(index + 1));
  expect([reasons('first'), reasons('second')]).toEqual([all, all]);
  expect(journal.map(({ sequence }) => sequence)).toEqual(journal.map((_, index) => journal.length - index));
  expect(records.factorsAt('northfield', '2022').map(({ reason }) => reason)).toEqual(['40', '40']);
  expect(seen.size).toBeGreaterThan(0);
});

test('several programs that make one workspace at once all end in the same', async () => {
  const folder = join(emptyFolder(), 'new');
  const results = await Promise.all(['a', 'b', 'c'].map((name) => writer(folder, name, 2).done));
  expect(results).toEqual(Array(3).fill({ code: 0, lines: 2, error: '' }));
  const records = opened(folder);
  expect(records.factorsAt('northfield', '2022').map(({ factor }) => factor)).toEqual(['a', 'b', 'c']);
  records.close();
  expect(readdirSync(folder)).toEqual(['headroom.sqlite']);
});

test('a program that is killed while it writes leaves a workspace that is whole', async () => {
  const folder = emptyFolder();
  const other = writer(folder, 'second', 100_000);
  await once(other.child.stdout, 'data');
  other.child.kill('SIGKILL');
  await other.done;
  const records = openRecords(folder, fixedEffects());
  const levels = ['2022', '2023'].map((period) => records.assessment('northfield', period).rows[0]);
  expect(levels.map((row) => row?.state === 'scored' && row.score.achieved)[0]).toBe(
    levels.map((row) => row?.state === 'scored' && row.score.achieved)[1],
  );
  const rounds = records.journal({ limit: 10_000 }).filter(({ action }) => action === 'set-factor').length;
  expect(records.factorsAt('northfield', '2022')[0]?.reason).toBe(String(rounds));
  records.close();
  expect(readdirSync(folder)).toEqual(['headroom.sqlite']);
});
