import { lstatSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeKept } from '../../../src/benchmark/disclosure/kept-file.ts';
import { keptAnswers } from '../../../src/benchmark/kept/kept-answers.ts';
import { inTemporaryFolder } from '../../app/fixture.ts';

const isNumber = (value: unknown): value is number => typeof value === 'number';

test('an answer is worked out once, also by two who ask at once, and kept for the next run', async () => {
  await inTemporaryFolder(async (folder) => {
    const place = { folder, name: 'kept', key: 'key' };
    let made = 0;
    const make = async () => ++made;
    const first = keptAnswers(place);
    expect(await Promise.all([first.answer('a', isNumber, make), first.answer('a', isNumber, make)])).toEqual(
      [1, 1],
    );
    first.save();
    expect(await keptAnswers(place).answer('a', isNumber, make)).toBe(1);
    expect(await keptAnswers({ ...place, key: 'another key' }).answer('a', isNumber, make)).toBe(2);
  });
});

test('what is damaged or changed, a link, or of another form, is worked out anew; a failure is not kept', async () => {
  await inTemporaryFolder(async (folder) => {
    const place = { folder, name: 'kept', key: 'key' };
    const file = join(folder, 'decided/kept.kept');
    const answer = async (value: number) => {
      const kept = keptAnswers(place);
      const found = await kept.answer('a', isNumber, async () => value);
      kept.save();
      return found;
    };
    writeKept(place, Buffer.from('{"a":"text"}'));
    expect(await answer(5)).toBe(5);
    expect(await answer(6)).toBe(5);
    expect(statSync(file).mode & 0o777).toBe(0o600);

    const bytes = readFileSync(file);
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    writeFileSync(file, bytes);
    expect(await answer(7)).toBe(7);
    renameSync(file, join(folder, 'elsewhere'));
    symlinkSync(join(folder, 'elsewhere'), file);
    expect(await answer(8)).toBe(8);
    expect(lstatSync(file).isFile()).toBe(true);

    rmSync(file);
    const kept = keptAnswers(place);
    await expect(
      kept.answer('a', isNumber, async () => {
        throw new Error('not now');
      }),
    ).rejects.toThrow('not now');
    expect(await kept.answer('a', isNumber, async () => 9)).toBe(9);
  });
});
