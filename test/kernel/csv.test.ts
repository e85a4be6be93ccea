import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toCsv, withoutFormula } from '../../src/kernel/csv.ts';

test('rows are RFC 4180: a header, commas, CRLF, quotes doubled', () => {
  const rows = [
    ['Soil, water', 2, true, null],
    ['say "yes"', -0.5, false, 'two\nlines'],
  ];
  expect(toCsv(['name', 'level', 'met', 'note'], rows)).toBe(
    'name,level,met,note\r\n"Soil, water",2,true,\r\n"say ""yes""",-0.5,false,"two\nlines"\r\n',
  );
});

test('no rows give the header alone', () => {
  expect(toCsv(['name'], [])).toBe('name\r\n');
});

test('text that would run as a formula gets one apostrophe', () => {
  expect(toCsv(['name'], [['=1+1'], ["'=1+1"], ['@sum'], ['-'], ["'quoted'"], ['a=b']])).toBe(
    "name\r\n'=1+1\r\n''=1+1\r\n'@sum\r\n'-\r\n'quoted'\r\na=b\r\n",
  );
});

const risky = fc.oneof(
  fc.string(),
  fc.tuple(fc.stringMatching(/^'{0,3}[=+\-@\t\r]$/), fc.string()).map((parts) => parts.join('')),
);

test('no cell of text begins a formula, and taking the apostrophe away gives the text back', () => {
  fc.assert(
    fc.property(risky, (text) => {
      const safe = withoutFormula(text);
      expect(safe).not.toMatch(/^[=+\-@\t\r]/);
      expect(/^'+[=+\-@\t\r]/.test(safe) ? safe.slice(1) : safe).toBe(text);
    }),
  );
});

test('every table reads back as it was', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(risky, risky), { maxLength: 5 }), (rows) => {
      const [, ...read] = parse(toCsv(['a', 'b'], rows));
      expect(read).toEqual(rows.map((row) => row.map(withoutFormula)));
    }),
  );
});

function parse(csv: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  for (const match of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)?.push(match[1] === undefined ? (match[2] ?? '') : match[1].replaceAll('""', '"'));
    if (match[3] === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}
