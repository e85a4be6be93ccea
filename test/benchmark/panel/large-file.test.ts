import { execFileSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readdirSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { header, panelFixture, row } from './panel-fixture.ts';

const { folder, house, remove } = panelFixture();
afterAll(remove);

const long = process.env['HEADROOM_TEST_LONG'] === '1';
const megabytes = long ? 1000 : 8;

test(`one bad row at the end of ${megabytes} MB is found, and nothing is added`, {
  timeout: 1_200_000,
}, () => {
  const file = join(folder, 'large.csv');
  const rows = writeRows(file);
  const answer = execFileSync(
    process.execPath,
    [join(import.meta.dirname, 'measure-add.ts'), house.panels, file],
    { encoding: 'utf8' },
  );
  const { report, seconds, megabytes: peak } = JSON.parse(answer);
  if (long) process.stdout.write(`${rows} rows: ${seconds.toFixed(1)} s, ${peak.toFixed(0)} MB at most\n`);
  expect(report).toMatchObject({
    state: 'refused',
    given: rows,
    added: 0,
    counts: { 'panel/level-out-of-range': 1 },
    findings: [{ file: 'large.csv', line: rows + 1, seen: '6' }],
  });
  expect(existsSync(house.panels) ? readdirSync(house.panels) : []).toEqual([]);
  expect(peak).toBeLessThan(long ? 2000 : 1000);
});

/** Every objective of ten years for one organisation after another, the last of them with a bad score. */
function writeRows(file: string): number {
  const handle = openSync(file, 'wx');
  let [rows, size] = [0, writeSync(handle, `${header}\n`)];
  for (let organisation = 0; size < megabytes * 1e6; organisation += 1) {
    const block = Array.from({ length: 590 }, (_, index) =>
      row({
        organisation: `organisation-${organisation}`,
        period: String(2010 + Math.floor(index / 59)),
        objective: String((index % 59) + 1),
        factors: 'joint-boards=yes',
      }),
    );
    size += writeSync(handle, `${block.join('\n')}\n`);
    rows += block.length;
  }
  writeSync(handle, row({ organisation: 'last', score: '6' }));
  closeSync(handle);
  return rows + 1;
}
