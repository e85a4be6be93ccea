import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { headroom, temporaryFolder } from './headroom.ts';

const { folder, remove } = temporaryFolder();
const run = (...args: readonly string[]) => headroom(join(folder, 'workspace'), ...args);
const words = (text: string) => text.replace(/\s+/g, ' ');

beforeAll(() => {
  const generated = run('panel', 'generate', '--organisations', '60', '--periods', '2', '--seed', '7');
  expect(generated.status).toBe(0);
});
afterAll(remove);

test('benchmark says who is compared with whom, in 80 columns, labelled invented', () => {
  const { stdout, status } = run('benchmark', 'example-invented');
  expect(status).toBe(0);
  for (const line of stdout.split('\n')) expect([...line].length, line).toBeLessThanOrEqual(80);
  for (const said of [
    'beside all organisations, 2025 Demonstration data, invented.',
    'confidential;',
    'How often peers went from the level here to the next within one period Peers: all organisations, 2024 to 2025.',
    'What caps organisations of the panel, 2025',
    'its own rows are taken away',
    'Other groups: --group type',
  ])
    expect(words(stdout)).toContain(said);
});

test('groups of too few are withheld, with the reason, in text and data', () => {
  const { stdout } = run('benchmark', 'example-invented', '--group', 'type-and-region');
  expect(words(stdout)).toContain('Withheld - 59 objectives: fewer than ten others answered.');
  const { withheld, label } = JSON.parse(
    run('benchmark', 'example-invented', '--group', 'type-and-region', '--json').stdout,
  );
  expect(withheld[0].because).toBe('few-others');
  expect(label).toBe('Demonstration data, invented');
});

test('a real organisation is refused with the reason, and so is what there is not', () => {
  const refused = run('benchmark', 'medway');
  expect(refused).toMatchObject({ status: 3, stdout: '' });
  expect(words(refused.stderr)).toContain('INVENTED_AND_REAL');
  expect(words(refused.stderr)).toContain('is real, and the organisations of this panel are invented');
  expect(run('benchmark', 'example-invented', '--panel', 'other').stderr).toContain('UNKNOWN_PANEL');
  expect(run('benchmark', 'example-invented', '--group', 'chosen').status).toBe(2);
});

test('advice says how often peers made the steps; without a panel it says nothing of them', () => {
  expect(words(run('advise', 'example-invented').stdout)).toContain('How often peers made these steps');
  expect(run('advise', 'medway').stdout).not.toContain('peers');
});
