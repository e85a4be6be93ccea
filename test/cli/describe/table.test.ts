import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { table } from '../../../src/cli/describe/table.ts';
import { length, wrap } from '../../../src/cli/describe/wrap.ts';

const columns = [
  { title: '#', numeric: true },
  { title: 'Name', flexible: true },
  { title: 'Score' },
  { title: 'Words', flexible: true },
];
const rows = [
  ['1', 'Compost', '2', 'no limit stated'],
  ['12', 'Show day', '1/2', 'It takes the neighbouring plots, which are not always there.'],
];

describe('a table', () => {
  test('wraps what is long, and sets numbers to the right', () => {
    expect(table(columns, rows, 44).join('\n')).toMatchInlineSnapshot(`
      " #  Name      Score  Words
      --  --------  -----  -----------------------
       1  Compost   2      no limit stated
      12  Show day  1/2    It takes the
                           neighbouring plots,
                           which are not always
                           there."
    `);
  });

  test('too narrow for its columns is a list under each number and name', () => {
    expect(table(columns, rows, 30).join('\n')).toMatchInlineSnapshot(`
      "1 Compost
        Score: 2
        Words: no limit stated

      12 Show day
        Score: 1/2
        Words: It takes the
          neighbouring plots, which
          are not always there."
    `);
  });

  test('has the columns of another under each other', () => {
    const [first] = table(columns, rows.slice(0, 1), 60, rows);
    expect(first).toBe(table(columns, rows, 60)[0]);
  });

  test('fits any width from 20 on with every word of its cells', () => {
    const cell = fc.string({ unit: fc.constantFrom(...'abc -/’é'), maxLength: 60 });
    const content = fc.array(fc.tuple(fc.constant('7'), cell, cell, cell), { minLength: 1, maxLength: 4 });
    const characters = (text: string) => [...text.replace(/[\s-]/g, '')].sort().join('');
    fc.assert(
      fc.property(content, fc.integer({ min: 20, max: 90 }), (cells, width) => {
        const lines = table(columns, cells, width);
        expect(lines.filter((line) => length(line) > width)).toEqual([]);
        const shown = characters(lines.join(''));
        for (const letter of 'abc’é/') {
          const count = (text: string) => [...text].filter((each) => each === letter).length;
          expect(count(shown)).toBeGreaterThanOrEqual(count(characters(cells.flat().join(''))));
        }
      }),
    );
  });
});

describe('wrapped text', () => {
  test('breaks between words, after hyphens and strokes of long ones, and inside longer ones', () => {
    expect(wrap('one two three', 7)).toEqual(['one two', 'three']);
    expect(wrap('regional/national', 10)).toEqual(['regional/', 'national']);
    expect(wrap('abcdefghij', 4)).toEqual(['abcd', 'efgh', 'ij']);
    expect(wrap('', 10)).toEqual(['']);
    expect(wrap('one\ntwo', 10)).toEqual(['one', 'two']);
  });

  test('shows what a terminal would obey, such as the name of a file may hold', () => {
    expect(wrap('a\u001b[31m\u0007\u009b2Jb', 40)).toEqual(['a\uFFFD[31m\uFFFD\uFFFD2Jb']);
  });

  test('loses and adds nothing but spaces', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 40 }), (text, width) => {
        const lines = wrap(text, width);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replace(/[ \n]/g, ''));
        expect(lines.filter((line) => length(line) > width)).toEqual([]);
      }),
    );
  });
});
