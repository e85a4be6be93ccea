import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadPack } from '../../src/pack/load.ts';
import { allotment, changedPack } from './allotment.ts';

const pack = loadPack(allotment);
const field = loadPack(fileURLToPath(new URL('../../rules/lga-nps-2018', import.meta.url)));

describe('a loaded pack', () => {
  it('is frozen at every depth', () => {
    const thawed: string[] = [];
    const walk = (value: unknown, path: string): void => {
      if (typeof value !== 'object' || value === null) return;
      if (!Object.isFrozen(value)) thawed.push(path);
      for (const [key, inner] of Object.entries(value)) walk(inner, `${path}/${key}`);
    };
    walk(pack, '');
    walk(field, '');
    expect(thawed).toEqual([]);
  });

  it('takes id and version from its framework', () => {
    expect([pack.id, pack.version]).toEqual(['allotment', '1']);
    expect(pack.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('loads the same way each time', () => {
    expect(loadPack(allotment)).toEqual(pack);
  });
});

describe('the hash of a pack', () => {
  it('does not depend on the order of keys in its files', () => {
    const names = ['framework', 'causes', 'factors', 'reading', 'ceilings', 'targets', 'links'];
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.infiniteStream(fc.nat()), (name, numbers) => {
        const value: unknown = JSON.parse(readFileSync(join(allotment, `${name}.json`), 'utf8'));
        const text = JSON.stringify(shuffled(value, () => numbers.next().value ?? 0));
        expect(changedPack({ [`${name}.json`]: text }).sha256).toBe(pack.sha256);
      }),
      { seed: 2018, numRuns: 20 },
    );
  });

  it('does not depend on cases', () => {
    const cases = {
      cases: [
        {
          id: 'a-case',
          sentence: 'Nothing is said, so the next level stays open.',
          given: { objective: 4, score: '1', comment: '' },
          expected: { ceiling: 3 },
        },
      ],
    };
    const withCases = changedPack({ 'cases/any.json': JSON.stringify(cases) });
    expect(withCases.cases).toHaveLength(pack.cases.length + 1);
    expect(withCases.sha256).toBe(pack.sha256);
  });

  it('changes with any word of a rule', () => {
    const other = changedPack({ 'reading.json': [['"needs the neighbours"', '"needs neighbours"']] });
    expect(other.sha256).not.toBe(pack.sha256);
  });
});

/** A value with the keys of its objects in another order; lists keep theirs. */
function shuffled(value: unknown, number: () => number): unknown {
  if (Array.isArray(value)) return value.map((each) => shuffled(each, number));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => ({ key, inner, by: number() }));
  entries.sort((a, b) => a.by - b.by);
  return Object.fromEntries(entries.map(({ key, inner }) => [key, shuffled(inner, number)]));
}
