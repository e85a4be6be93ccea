import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { keptAnswers } from '../../../src/benchmark/kept/kept-answers.ts';
import { inTemporaryFolder } from '../../app/fixture.ts';

const isNumber = (value: unknown): value is number => typeof value === 'number';

test('an answer is worked out once, also by two who ask at once, and kept for the next run', async () => {
  await inTemporaryFolder(async (folder) => {
    const file = join(folder, 'kept.json');
    let made = 0;
    const make = async () => ++made;
    const first = keptAnswers(file, 'key');
    expect(await Promise.all([first.answer('a', isNumber, make), first.answer('a', isNumber, make)])).toEqual(
      [1, 1],
    );
    first.save();
    expect(await keptAnswers(file, 'key').answer('a', isNumber, make)).toBe(1);
    expect(await keptAnswers(file, 'another key').answer('a', isNumber, make)).toBe(2);
  });
});

test('what is damaged, or of another form, is worked out anew; a failure is not kept', async () => {
  await inTemporaryFolder(async (folder) => {
    const file = join(folder, 'kept.json');
    writeFileSync(file, '{"key":"key","answers":{"a":"text"}}');
    expect(await keptAnswers(file, 'key').answer('a', isNumber, async () => 5)).toBe(5);
    writeFileSync(file, '{"key":"key","ans');
    const kept = keptAnswers(file, 'key');
    await expect(
      kept.answer('a', isNumber, async () => {
        throw new Error('not now');
      }),
    ).rejects.toThrow('not now');
    expect(await kept.answer('a', isNumber, async () => 6)).toBe(6);
    kept.save();
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ key: 'key', answers: { a: 6 } });
  });
});
