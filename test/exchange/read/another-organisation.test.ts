import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAppendix } from '../../../src/exchange/read/appendix-text.ts';
import type { Framework } from '../../../src/model/framework.ts';
import { corrected, framework } from './medway.ts';

/** What an invented organisation wrote: for each period and objective a score and a comment, as words. */
interface Invented {
  readonly framework: Framework;
  readonly periods: readonly { readonly id: string; readonly heading: string }[];
  readonly cells: readonly (readonly { readonly score: string; readonly text: readonly string[] }[])[];
  /** For each section, the order of its columns. */
  readonly orders: readonly (readonly number[])[];
  /** How many words a line holds before it breaks. */
  readonly wrap: number;
}

const word = fc.stringMatching(/^[a-z]{1,9}[.,']?$/);
const phrase = fc.array(word, { minLength: 1, maxLength: 12 });

const arbitraryFramework = fc
  .record({
    ladder: fc.integer({ min: 3, max: 6 }),
    sections: fc.array(
      fc.record({ words: phrase, principles: fc.boolean(), objectives: fc.integer({ min: 1, max: 4 }) }),
      { minLength: 1, maxLength: 4 },
    ),
    names: fc.array(fc.tuple(phrase, phrase), { minLength: 16, maxLength: 16 }),
    principles: fc.array(phrase, { minLength: 6, maxLength: 6 }),
  })
  .map(({ ladder, sections, names, principles }): Framework => {
    const levels = Array.from({ length: ladder }, (_, at) => ({
      level: at + 1,
      name: `Rung ${'abcdef'[at]}`,
    }));
    const numbers = sections.flatMap(({ objectives }, section) =>
      Array.from({ length: objectives }, () => section),
    );
    return {
      id: 'invented',
      name: 'Invented',
      version: '1',
      source: 'invented',
      levels,
      satisfactory: 2,
      sections: sections.map(({ words, principles: has }, at) => ({
        id: `section-${at}`,
        name: `Part ${at + 1} ${words.join(' ')}`,
        principles: has
          ? levels.map(({ level }) => ({ level, text: (principles[level - 1] ?? []).join(' ') }))
          : [],
      })),
      objectives: numbers.map((section, at) => ({
        number: at + 1,
        name: names[at]?.[0].join(' ') ?? '',
        description: names[at]?.[1].join(' ') ?? '',
        section: `section-${section}`,
      })),
    };
  });

const arbitraryPeriods = fc.constantFrom(
  [{ id: '2021', heading: '2021' }],
  [{ id: '2023-24', heading: '2023/24' }],
  [
    { id: '2021', heading: '2021' },
    { id: '2022', heading: '2022' },
    { id: '2024', heading: '2024' },
  ],
  [
    { id: '2023-24', heading: '2023-24' },
    { id: '2024-25', heading: '2024/25' },
  ],
);

const invented: fc.Arbitrary<Invented> = fc
  .tuple(arbitraryFramework, arbitraryPeriods)
  .chain(([one, periods]) => {
    const columns = 3 + 2 * periods.length;
    const order = fc.shuffledSubarray(
      Array.from({ length: columns }, (_, at) => at),
      { minLength: columns },
    );
    const cell = fc.record({
      score: fc.constantFrom('1', '2', '3', '1/2', '2/3', 'NA', 'N/A', ''),
      text: fc.array(word, { maxLength: 30 }),
    });
    const many = <T>(items: fc.Arbitrary<T>, count: number) =>
      fc.array(items, { minLength: count, maxLength: count });
    return fc.record({
      framework: fc.constant(one),
      periods: fc.constant(periods),
      cells: many(many(cell, one.objectives.length), periods.length),
      orders: many(order, one.sections.length),
      wrap: fc.integer({ min: 1, max: 40 }),
    });
  });

/** Lines of one row whose cells break after so many words. */
function wrapped(cells: readonly string[], wrap: number): readonly string[] {
  const words = cells.map((cell) => cell.split(' '));
  const height = Math.max(...words.map(({ length }) => Math.ceil(length / wrap)));
  return Array.from({ length: height }, (_, at) =>
    words.map((cell) => cell.slice(at * wrap, (at + 1) * wrap).join(' ')).join('\t'),
  );
}

function print({ framework: one, periods, cells, orders, wrap }: Invented): string {
  const out = ['Our return', ''];
  for (const [at, section] of one.sections.entries()) {
    out.push(section.name, '');
    if (section.principles.length > 0) {
      out.push(['Score:', ...one.levels.map(({ level, name }) => `${level} - ${name}`)].join('\t'));
      out.push(...wrapped(['What it means:', ...section.principles.map(({ text }) => text)], wrap), '');
    }
    const shuffle = (row: readonly string[]) => (orders[at] ?? []).map((from) => row[from] ?? '');
    const headings = periods.flatMap(({ heading }) => [`${heading} Score`, `${heading} Comments and Action`]);
    const heading = shuffle(['#', 'Objective', 'Description', ...headings]).join('\t');
    out.push(heading);
    for (const { number, name, description, section: id } of one.objectives) {
      if (id !== section.id) continue;
      const returns = periods.flatMap((_, period) => {
        const cell = cells[period]?.[number - 1];
        return [cell?.score ?? '', (cell?.text ?? []).join(' ')];
      });
      const [first = '', ...rest] = wrapped(shuffle([String(number), name, description, ...returns]), wrap);
      out.push(first, ...rest.flatMap((line, index) => (index === 2 ? ['', heading, line] : [line])));
    }
    out.push('');
  }
  return out.join('\n');
}

describe('the return of another organisation', () => {
  it('is read whole, with any order of columns, one or more periods, and cells over many lines', () => {
    fc.assert(
      fc.property(invented, (one) => {
        const reading = readAppendix(print(one), {
          framework: one.framework,
          organisation: 'elsewhere',
          file: 'return.txt',
        });
        // "N/A" alone is read, and asked about; nothing else is found.
        const alone = one.cells
          .flat()
          .filter(({ score, text }) => ['N/A', 'NA'].includes(score) && text.length === 0);
        expect(reading.diagnostics.map(({ code }) => code)).toEqual(
          alone.map(() => 'document/reason-missing'),
        );
        expect(reading.title).toBe('Our return');
        expect(reading.sections).toEqual(
          one.framework.sections.map((section) => ({ ...section, notes: [] })),
        );
        expect(reading.objectives.map(({ place, ...objective }) => objective)).toEqual(
          one.framework.objectives,
        );
        expect(reading.assessments.map(({ period }) => period)).toEqual(one.periods.map(({ id }) => id));
        for (const [at, { rows, organisation, framework: id }] of reading.assessments.entries()) {
          expect([organisation, id]).toEqual(['elsewhere', 'invented']);
          expect(rows.map(({ text }) => text)).toEqual(one.cells[at]?.map(({ text }) => text.join(' ')));
          expect(rows.map((row) => (row.state === 'scored' ? row.score.label : row.state))).toEqual(
            one.cells[at]?.map(({ score }) =>
              score === '' ? 'not-scored' : score.startsWith('N') ? 'not-applicable' : score,
            ),
          );
        }
      }),
      { numRuns: 150 },
    );
  });

  it('may lack a period in one table: its objectives are not scored then, and that is said', () => {
    const at = corrected.indexOf('#\tObjective');
    const end = corrected.indexOf('Engaging Senior Members');
    const table = corrected.slice(at, end).split('\n');
    const short = table.map((line) => line.split('\t').slice(0, 5).join('\t')).join('\n');
    const reading = readAppendix(corrected.slice(0, at) + short + corrected.slice(end), {
      framework,
      organisation: 'elsewhere',
      file: 'return.txt',
    });
    expect(reading.assessments[1]?.rows.slice(0, 4).map(({ state }) => state)).toEqual([
      'not-scored',
      'not-scored',
      'not-scored',
      'scored',
    ]);
    expect(reading.diagnostics.map(({ code, place }) => [code, place])).toContainEqual([
      'document/column-missing',
      'line 14',
    ]);
  });
});
