import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { headroom, temporaryFolder } from './headroom.ts';

const { folder, remove } = temporaryFolder();
const run = (...args: readonly string[]) =>
  headroom(join(folder, 'workspace'), 'COLUMNS=60', 'published', ...args);
afterAll(remove);

test('published averages are added and listed with their source', () => {
  const file = join(folder, 'averages.csv');
  writeFileSync(
    file,
    'about,figure,n,period,source\nwhole,2.6,120,2022,An invented survey\n4,3,,2022,An invented survey\n',
  );
  const added = run('add', file);
  expect(added.status).toBe(0);
  expect(added.stdout).toBe('Added 2 published averages for lga-nps-2018.\n');
  const listed = run('list').stdout;
  expect(listed).toContain('whole');
  expect(listed).toContain('An invented survey');
  expect(JSON.parse(run('list', '--json').stdout)).toMatchObject({
    averages: [{ objective: 4 }, { figure: 2.6 }],
  });
  writeFileSync(file, 'about,figure,n,period,source\nwhole,26,120,2022,An invented survey\n');
  const refused = run('add', file);
  expect(refused.status).toBe(3);
  expect(refused.stderr).toContain('averages.csv:2, column figure');
});
