import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCorrections } from '../../../src/exchange/read/corrections.ts';
import { mend } from '../../../src/exchange/read/mend.ts';
import { sha256 } from '../../../src/kernel/canonical.ts';
import { asProblem, type Problem } from '../../../src/kernel/problem.ts';
import { readTextFile } from '../../../src/kernel/text-file.ts';
import { corrected, corrections, folder, readMedway, received, source } from './medway.ts';

function problemOf(action: () => unknown): Problem {
  try {
    action();
  } catch (thrown) {
    return asProblem(thrown);
  }
  throw new Error('nothing was thrown');
}

const correction = (id: string, find: string, replace: string) => ({ id, find, replace, why: 'a reason' });

describe('corrections', () => {
  it('are made to the document that its provenance names', () => {
    expect(sha256(readTextFile(`${folder}/${source.file}`))).toBe(source.sha256);
    expect(readMedway().assessments.map(({ period }) => period)).toEqual(source.periods);
  });

  it('say that they were made, where, and why', () => {
    const notes = readMedway().diagnostics.filter(({ code }) => code === 'document/correction-applied');
    expect(notes.map(({ place, repair }) => `${place.replace(/^line \d+, /, '')}: ${repair}`)).toEqual(
      corrections.map(({ id, why }) => `correction ${id}: ${why}`),
    );
    expect(notes.map(({ place }) => /^line (\d+)/.exec(place)?.[1]).join(' ')).toMatchInlineSnapshot(
      `"36 44 101 101 101 101 119 120 168 181 182 182 182 218 218 218"`,
    );
  });

  it.each(corrections.map(({ id, find }) => ({ id, find })))(
    'are refused when the anchor of $id is altered, gone or there twice',
    ({ id, find }) => {
      const middle = Math.floor(find.length / 2);
      const altered = `${find.slice(0, middle)}~${find.slice(middle)}`;
      for (const text of [
        received.replace(find, () => altered),
        received.replace(find, ''),
        `${received}\n${find}`,
      ]) {
        const problem = problemOf(() => readMedway(text));
        expect([problem.code, problem.detail.file]).toEqual(['CORRECTION_LOST', 'appendix-1.txt']);
      }
      expect(problemOf(() => readMedway(received.replace(find, () => altered))).detail.place).toBe(
        `correction ${id}`,
      );
    },
  );

  it('are refused when two of them want the same words', () => {
    const problem = problemOf(() =>
      mend('one two three', [correction('a', 'one two', ''), correction('b', 'two three', '')], 'x.txt'),
    );
    expect(problem.message).toMatchInlineSnapshot(
      `"A correction no longer matches its source: x.txt, correction b. Seen: it overlaps correction a. Allowed: exactly once: "two three". Compare the document with its corrections, and mend or remove this correction."`,
    );
  });

  it('give the same text in any order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...corrections], { minLength: corrections.length }), (shuffled) => {
        const { lines } = mend(received, shuffled, 'x.txt');
        expect(lines.map(({ cells }) => cells.join('\t'))).toEqual(
          corrected.split('\n').map((line) =>
            line
              .split('\t')
              .map((cell) => cell.trim())
              .join('\t'),
          ),
        );
      }),
      { numRuns: 20 },
    );
  });

  it('leave the line numbers of the document as received', () => {
    const text = 'a\nb\nc\nd\ne';
    const { lines } = mend(
      text,
      [correction('join', 'b\nc', 'B C'), correction('split', 'd', 'D1\nD2')],
      'x.txt',
    );
    expect(lines.map(({ number, cells }) => `${number} ${cells.join('')}`)).toEqual([
      '1 a',
      '2 B C',
      '4 D1',
      '4 D2',
      '5 e',
    ]);
  });

  it('are refused as a file when one lacks its reason', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'headroom-')), 'corrections.json');
    writeFileSync(file, JSON.stringify({ corrections: [{ id: 'a', find: 'x', replace: '' }] }));
    const problem = problemOf(() => readCorrections(file));
    expect([problem.code, problem.detail.place]).toEqual(['BAD_VALUE', '/corrections/0']);
    writeFileSync(file, '{');
    expect(problemOf(() => readCorrections(file)).code).toBe('BAD_VALUE');
  });
});
