import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocumentReading } from '../../../src/exchange/read/document-reading.ts';
import { corrected, framework, readMedway, received } from './medway.ts';

const words = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '');

/** What of one bag of words is not in the other, with repetition. */
function without(these: readonly string[], those: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const word of those) left.set(word, (left.get(word) ?? 0) + 1);
  return these.filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count <= 0;
  });
}

/** Headings of tables and labels of rows: they say where words belong, and are not stored as words. */
const furniture = [
  ...framework.sections.map(
    () => '# Objective Description 2022 Score 2022 Comments and Action 2023 Score 2023 Comments and Action',
  ),
  ...Array.from(
    { length: 14 },
    () => 'Score: 1 - Minimum 2 - Developing 3 - Mature 4 - Leader 5 - Innovator',
  ),
  ...Array.from({ length: 10 }, () => 'Subsection high level principle/ specific behaviour:'),
  ...[56, 57, 58, 59].map((number) => `Objective ${number} - - scoring criteria`),
];

/** Every text that a reading holds. */
function stored(reading: DocumentReading): readonly string[] {
  const gridNames = new Map(reading.criteria.map(({ objective, name }) => [objective, name]));
  return [
    reading.title ?? '',
    ...reading.sections.flatMap(({ name, notes, principles }) => [
      name,
      ...notes,
      ...principles.map(({ text }) => text),
    ]),
    ...gridNames.values(),
    ...reading.criteria.map(({ text }) => text),
    ...reading.objectives.flatMap(({ number, name, description }) => [String(number), name, description]),
    ...reading.assessments.flatMap(({ rows }) =>
      rows.flatMap((row) => [row.state === 'scored' ? row.score.label : row.state, row.text]),
    ),
  ];
}

function account(source: string, texts: readonly string[]) {
  const expected = words(source);
  const held = [...furniture, ...texts].flatMap(words);
  return { lost: without(expected, held), invented: without(held, expected) };
}

describe('every word of the appendix', () => {
  const texts = stored(readMedway());

  it('is stored once, and none was invented', () => {
    expect(account(corrected, texts)).toEqual({ lost: [], invented: [] });
  });

  it('would be missed if one were dropped, and noticed if one were said twice', () => {
    const filled = texts.map((text, index) => ({ text, index })).filter(({ text }) => text !== '');
    fc.assert(
      fc.property(fc.constantFrom(...filled), fc.nat(), ({ text, index }, pick) => {
        const spoken = words(text);
        const at = pick % spoken.length;
        const word = spoken[at] ?? '';
        const dropped = texts.with(index, spoken.toSpliced(at, 1).join(' '));
        const doubled = texts.with(index, spoken.toSpliced(at, 0, word).join(' '));
        expect(account(corrected, dropped)).toEqual({ lost: [word], invented: [] });
        expect(account(corrected, doubled)).toEqual({ lost: [], invented: [word] });
      }),
      { numRuns: 50 },
    );
  });

  it('stands in the text as received, apart from what the corrections say', () => {
    const before = words(received);
    const after = words(corrected);
    expect({
      takenOut: without(before, after).join(' '),
      putIn: without(after, before).join(' '),
    }).toMatchInlineSnapshot(`
      {
        "putIn": "Plan it's co-design scoring Objective Developing training",
        "takenOut": "T Planit's co- design We Ding trainin Minimum 4 Leader 5 Innovator 1 Minimum Mature 4 Leader 5 Innovator - - promote levels - - all - way a in 3 - and as the",
      }
    `);
  });
});
