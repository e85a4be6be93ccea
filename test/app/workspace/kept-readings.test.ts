import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { advise } from '../../../src/app/advice/advise.ts';
import { keptReadings } from '../../../src/app/workspace/kept-readings.ts';
import { openWorkspace } from '../../../src/app/workspace/workspace.ts';
import type { CommentReader } from '../../../src/engine/reading/comment-reader.ts';
import { noViews } from '../../../src/model/views.ts';
import { loadPack } from '../../../src/pack/load.ts';
import { inTemporaryFolder, rules, sources } from '../fixture.ts';

const pack = loadPack(join(rules, 'allotment'));
const effects = { now: () => new Date('2026-01-02T03:04:05Z'), log: () => {} };

async function adviceIn(folder: string): Promise<string> {
  const workspace = await openWorkspace({ folder, rules, sources, effects });
  try {
    return JSON.stringify(await advise(workspace, { organisation: 'oak-lane' }));
  } finally {
    workspace.close();
  }
}

test('advice is the same bytes with what was kept, without it, and with a damaged file of it', () =>
  inTemporaryFolder(async (folder) => {
    const file = join(folder, 'readings-allotment.json');
    const first = await adviceIn(folder);
    const kept = readFileSync(file, 'utf8');
    expect(await adviceIn(folder)).toBe(first);
    expect(readFileSync(file, 'utf8')).toBe(kept);
    for (const damaged of [
      '',
      '{',
      '{"key":"","readings":{}}',
      kept.slice(0, -9),
      kept.replaceAll('"text":', '"t":'),
    ]) {
      writeFileSync(file, damaged);
      expect(await adviceIn(folder)).toBe(first);
      expect(readFileSync(file, 'utf8')).toBe(kept);
    }
  }));

test('what is known is not read again, until its cell or the rules differ', () =>
  inTemporaryFolder(async (folder) => {
    const { make, made } = countedReader();
    const row = { objective: 1, state: 'not-scored', text: 'A heap.' } as const;
    const readIn = async (given: typeof pack, text: string) => {
      const kept = keptReadings(folder, given);
      const { text: read } = await kept.reader(make)({ ...row, text }, '2025');
      kept.save();
      return [read, made()];
    };
    expect(await readIn(pack, 'A heap.')).toEqual(['A heap.', 1]);
    expect(await readIn(pack, 'A heap.')).toEqual(['A heap.', 1]);
    expect(await readIn(pack, 'Two heaps.')).toEqual(['Two heaps.', 2]);
    expect(await readIn(pack, 'A heap.')).toEqual(['A heap.', 2]);
    expect(await readIn({ ...pack, sha256: 'other' }, 'A heap.')).toEqual(['A heap.', 3]);
  }));

test('where nothing can be kept, all is read, and nobody is told', () =>
  inTemporaryFolder(async (folder) => {
    const nowhere = join(folder, 'nowhere');
    const { make, made } = countedReader();
    const kept = keptReadings(nowhere, pack);
    await kept.reader(make)({ objective: 1, state: 'not-scored', text: 'A heap.' }, '2025');
    kept.save();
    expect(made()).toBe(1);
    expect(existsSync(nowhere)).toBe(false);
  }));

/** A maker of readers that find nothing, and how many it made. */
function countedReader(): { readonly make: () => CommentReader; readonly made: () => number } {
  let count = 0;
  const make = (): CommentReader => {
    count += 1;
    return (row, period) => ({
      objective: row.objective,
      period,
      score: null,
      text: row.text,
      views: noViews,
      obstacles: [],
      courses: [],
      decision: null,
    });
  };
  return { make, made: () => count };
}
