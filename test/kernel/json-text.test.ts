import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDeeperThan, pointerPart, scanJson } from '../../src/kernel/json-text.ts';

describe('the scan of JSON text', () => {
  it('finds the line of each place', () => {
    const text = '{\n  "a": [\n    1,\n    { "b/c": "x\\"y" }\n  ],\n  "d": null\n}\n';
    const wanted = ['', '/a', '/a/0', '/a/1', '/a/1/b~1c', '/d', '/e'];
    expect([...scanJson(text, new Set(wanted)).lines]).toEqual([
      ['', 1],
      ['/a', 2],
      ['/a/0', 3],
      ['/a/1', 4],
      ['/a/1/b~1c', 4],
      ['/d', 6],
    ]);
  });

  it('finds keys that an object has twice, however they are written, and not those of two objects', () => {
    const text = '{ "a": 1,\n "b": { "a": 2 },\n "\\u0061": 3,\n "b": [{ "x": 1 }, { "x": 1 }] }';
    expect(scanJson(text, new Set()).repeated).toEqual([
      { path: '/a', key: 'a', line: 3 },
      { path: '/b', key: 'b', line: 4 },
    ]);
  });

  it('meets every value that a parser does, at its line, and no key twice', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const text = JSON.stringify(value, null, 1);
        const paths = pathsOf(JSON.parse(text), '');
        const { lines, repeated } = scanJson(text, new Set(paths));
        expect([...lines.keys()]).toEqual(paths);
        expect(repeated).toEqual([]);
        for (const line of lines.values()) expect(line).toBeLessThanOrEqual(text.split('\n').length);
      }),
      { seed: 3, numRuns: 300 },
    );
  });

  it('does not stumble over a string of backslashes and quotes as long as a file', () => {
    const text = JSON.stringify({ a: '\\"'.repeat(500_000), b: 1 });
    expect(scanJson(text, new Set(['/b'])).lines.get('/b')).toBe(1);
  });
});

it('depth counts lists and objects inside each other', () => {
  expect(isDeeperThan([[1], { a: 2 }], 2)).toBe(false);
  expect(isDeeperThan([[1], { a: [] }], 2)).toBe(true);
  expect(isDeeperThan(JSON.parse('['.repeat(100_000) + ']'.repeat(100_000)), 40)).toBe(true);
});

function pathsOf(value: unknown, path: string): readonly string[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [
    path,
    ...Object.entries(value).flatMap(([key, each]) => pathsOf(each, `${path}/${pointerPart(key)}`)),
  ];
}
