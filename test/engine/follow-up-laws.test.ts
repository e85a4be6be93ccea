import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { challenges } from '../../src/engine/challenges/challenges.ts';
import { followUp } from '../../src/engine/follow-up/follow-up.ts';
import { stem } from '../../src/engine/follow-up/stem.ts';
import type { Reading } from '../../src/model/reading.ts';
import { rubricText } from '../../src/pack/pack.ts';
import { garden, type Noted, type TwoYears, twoYears } from './garden.ts';

const fragments = [
  'A 2 is defined as All plots are weeded weekly.',
  'A 4 is defined as Tools are in place.',
  "To score a 3, 'A bin has been built.'",
  'Commentary: Plots are weeded most days, in summer.',
  'It is assumed that they stay — or not.',
  'The oak bin has been built, once it is open.',
  'However, the rota has been written.',
  'Planting cannot proceed until the rota exists.',
  'An agreed standard of 3.',
  "As per previous year's comment.",
  'Action: Build an oak bin.',
  'Action: This will be as #2, via action #4 & #9.',
  'It continues to matter to objectives 1 and 3.',
  'To be carried forward. No further action.',
  '🌱 “Oak bins”, instead of a heap…',
] as const;
const text = fc.array(fc.constantFrom(...fragments), { maxLength: 5 }).map((parts) => parts.join(' '));
const score = fc.constantFrom('1', '2', '2/3', '3', '4', '');
const rows = fc.tuple(...[1, 2, 3, 4].map((number) => fc.tuple(fc.constant(number), score, text)));

function law(check: (years: TwoYears) => void): Promise<void> {
  const property = fc.asyncProperty(rows, rows, async (before, after) =>
    check(await twoYears(garden, before, after)),
  );
  return fc.assert(property, { numRuns: 150 });
}

function textOf(readings: readonly Reading[], objective: number): string {
  return readings.find((row) => row.objective === objective)?.text ?? '';
}

describe('what became of actions, and challenges', () => {
  it('quote exact slices of the texts that they name', () =>
    law(({ earlier, later, followed, asked }) => {
      const inPeriod = (period: string) => (period === '2031' ? earlier : later);
      for (const { objective, from, to } of followed) {
        expect(textOf(earlier, objective).slice(from.start, from.end)).toBe(from.quote);
        if (to !== null) expect(textOf(later, to.objective).slice(to.start, to.end)).toBe(to.quote);
      }
      for (const quote of asked.flatMap(({ quotes }) => quotes)) {
        const source =
          quote.source === 'comment'
            ? textOf(inPeriod(quote.period), quote.objective)
            : rubricText(garden, quote);
        expect(source?.slice(quote.start, quote.end)).toBe(quote.quote);
        expect(quote.quote).not.toBe('');
      }
    }));

  it('are questions with every value filled in, each once', () =>
    law(({ asked }) => {
      for (const { question } of asked) expect(question).not.toMatch(/[{}]|undefined|null/);
      const places = asked.map((each) => JSON.stringify(each));
      expect(new Set(places).size).toBe(places.length);
    }));

  it('do not depend on the order of rows, and come out the same again', () =>
    law(({ earlier, later, followed, asked, advice }) => {
      const [past, present] = [earlier.toReversed(), later.toReversed()];
      const again = followUp(garden, past, present);
      expect(JSON.stringify(again)).toBe(JSON.stringify(followed));
      const input = { earlier: past, later: present, followed: again.toReversed(), advice };
      expect(JSON.stringify(challenges(garden, input))).toBe(JSON.stringify(asked));
    }));

  it('follow every earlier action once, and none that is not there', () =>
    law(({ earlier, followed }) => {
      const actions = earlier.flatMap(({ objective, views }) =>
        views.actions.map(({ start }) => [objective, start]),
      );
      expect(followed.map(({ objective, from }) => [objective, from.start])).toEqual(actions);
    }));

  it('find nothing in empty texts where no score rose or claims a circumstance', async () => {
    const empty = (written: string): readonly Noted[] => [1, 2, 3, 4].map((number) => [number, written, '']);
    for (const written of ['1', '2', '2/3', '3', '']) {
      const { followed, asked } = await twoYears(garden, empty(written), empty(written));
      expect({ followed, asked }).toEqual({ followed: [], asked: [] });
    }
    const { asked } = await twoYears(garden, [], []);
    expect(asked).toEqual([]);
  });
});

describe('the stem of a word', () => {
  it('is the same for its forms, and not for words that only begin alike', () => {
    for (const forms of [
      ['create', 'creates', 'created', 'creating', 'creation'],
      ['policy', 'policies'],
      ['develop', 'developed', 'development', "development's"],
      ['integrate', 'integrated', 'integration'],
      ['process', 'processes'],
    ]) {
      expect(new Set(forms.map(stem)).size, forms.join(' ')).toBe(1);
    }
    expect(stem('process')).not.toBe(stem('procedure'));
    expect(stem('plan')).not.toBe(stem('plant'));
  });

  it('is reached at once, and never empty', () =>
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,20}('s)?$/), (word) => {
        expect(stem(stem(word))).toBe(stem(word));
        expect(stem(word)).not.toBe('');
      }),
    ));
});
