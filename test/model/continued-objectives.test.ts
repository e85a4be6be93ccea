import { describe, expect, test } from 'vitest';
import { continuedObjectives } from '../../src/model/continued-objectives.ts';
import type { Framework } from '../../src/model/framework.ts';

/** A framework whose objectives, 1 upwards, continue those of another as listed; null continues none. */
function framework(id: string, from: string, continued: readonly (number | null)[]): Framework {
  return {
    ...{ id, name: id, version: '1', source: 'invented', satisfactory: 1 },
    levels: [0, 1].map((level) => ({ level, name: `Level ${level}` })),
    sections: [{ id: 'all', name: 'All', principles: [] }],
    objectives: continued.map((objective, at) => ({
      ...{ number: at + 1, name: `Objective ${at + 1}`, description: '', section: 'all' },
      ...(objective === null ? {} : { continues: { framework: from, objective } }),
    })),
  };
}

const first = framework('first', '', [null, null, null]);
const second = framework('second', 'first', [3, null, 1]);
const third = framework('third', 'second', [3, 2, 1]);
const known = (id: string) => [first, second, third].find((each) => each.id === id) ?? null;

describe('an objective is the same', () => {
  test('as the one it continues, and through a version between', () => {
    expect([...continuedObjectives(second, first, known)]).toEqual([
      [1, 3],
      [3, 1],
    ]);
    expect([...continuedObjectives(third, first, known)]).toEqual([
      [1, 1],
      [3, 3],
    ]);
  });

  test('as none where the version between is not there, two continue one, or the levels differ', () => {
    expect([...continuedObjectives(third, first, () => null)]).toEqual([]);
    expect([...continuedObjectives(framework('split', 'first', [1, 1, 2]), first, known)]).toEqual([[3, 2]]);
    const other = { ...first, levels: [...first.levels, { level: 2, name: 'Level 2' }] };
    expect([...continuedObjectives(second, other, known)]).toEqual([]);
    expect([...continuedObjectives(framework('lost', 'first', [9]), first, known)]).toEqual([]);
  });

  test('as none in a ring', () => {
    const [a, b] = [framework('a', 'b', [1]), framework('b', 'a', [1])];
    const ring = (id: string) => [a, b].find((each) => each.id === id) ?? null;
    expect([...continuedObjectives(a, first, ring)]).toEqual([]);
  });
});
