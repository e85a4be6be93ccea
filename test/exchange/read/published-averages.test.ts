import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { publishedAverages } from '../../../src/exchange/read/published-averages.ts';
import { Problem } from '../../../src/kernel/problem.ts';
import { matches } from '../../../src/kernel/schema.ts';
import { PublishedAverage } from '../../../src/model/published-average.ts';
import { loadPack } from '../../../src/pack/load.ts';
import { allotment } from '../../pack/allotment.ts';

const { framework } = loadPack(allotment);
const read = (text: string) => publishedAverages(new TextEncoder().encode(text), 'averages.csv', framework);
const head = 'about,figure,n,period,source';

describe('published averages', () => {
  test('are of the whole, a section by id or name, or an objective by number', () => {
    const { averages, diagnostics } = read(
      `${head}\nwhole,1.75,40,2031,The ring\nsoil,2,,2030/31,The ring\nCrops,2.5,12,2031,The ring\n#4,3,12,2031,The ring\n`,
    );
    expect(diagnostics).toEqual([]);
    expect(
      averages.map(({ section, objective, figure, n, period }) => [section, objective, figure, n, period]),
    ).toEqual([
      [null, null, 1.75, 40, '2031'],
      ['soil', null, 2, null, '2030-31'],
      ['crops', null, 2.5, 12, '2031'],
      [null, 4, 3, 12, '2031'],
    ]);
  });

  test('may come with other separators, in another order and with empty rows', () => {
    const { averages } = read('Source;Period;About;N;Figure\n"The ring; north";2031;whole;9;2\n;;;;\n');
    expect(averages).toEqual([
      { section: null, objective: null, figure: 2, n: 9, period: '2031', source: 'The ring; north' },
    ]);
  });

  test.each([
    ['a section that is not there', 'hedges,2,9,2031,The ring', 'about'],
    ['an objective that is not there', '9,2,9,2031,The ring', 'about'],
    ['an average above the scale', 'soil,3.5,9,2031,The ring', 'figure'],
    ['an average in words', 'soil,two,9,2031,The ring', 'figure'],
    ['a part of an organisation', 'soil,2,9.5,2031,The ring', 'n'],
    ['none of them', 'soil,2,0,2031,The ring', 'n'],
    ['a period that is none', 'soil,2,9,next year,The ring', 'period'],
    ['no source', 'soil,2,9,2031, ', 'source'],
  ])('with %s are a finding with row and column', (_, row, column) => {
    const { averages, diagnostics } = read(`${head}\nwhole,2,9,2031,The ring\n${row}\n`);
    expect(averages).toHaveLength(1);
    expect(diagnostics).toMatchObject([{ code: 'published/value', line: 3, place: `column ${column}` }]);
  });

  test.each(['about,figure,n,period', `${head},name`, 'about,figure,figure,n,period,source', 'score'])(
    'with the columns %s are refused as a whole',
    (columns) => {
      const { averages, diagnostics } = read(`${columns}\nwhole,2,9,2031,The ring\n`);
      expect(averages).toEqual([]);
      expect(diagnostics).toMatchObject([{ code: 'published/columns' }]);
    },
  );

  test('in what is no text are a problem', () => {
    expect(() => read('')).toThrow(Problem);
    expect(() => read(`${head}\n"never closed`)).toThrow(Problem);
    expect(() => publishedAverages(new Uint8Array([1, 0, 2]), 'a.csv', framework)).toThrow(Problem);
  });

  test('are in the form of their schema whatever stands in the cells', () => {
    const cell = fc.oneof(
      fc.constantFrom('whole', 'soil', '1', '2', '2.5', '2031', '', 'The ring', '1e3', '-1', '=1+1'),
      fc.string().map((text) => text.replace(/[",\r\n]/g, '')),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 5, maxLength: 5 })), (rows) => {
        const text = [head, ...rows.map((row) => row.map((each) => `"${each}"`).join(','))].join('\n');
        let found: readonly unknown[] = [];
        try {
          found = read(text).averages;
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(Problem);
        }
        for (const one of found) expect(matches(PublishedAverage, one)).toBe(true);
      }),
    );
  });
});
