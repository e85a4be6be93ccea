import { describe, expect, it } from 'vitest';
import { advisePlots, causesOf, correction, scored } from './plots.ts';

const may = 'It may need the neighbours. Beds are dug.';
const needs = 'It needs the neighbours. Beds are dug.';

async function advised(comment: string, ...corrections: readonly ReturnType<typeof correction>[]) {
  const evaluation = await advisePlots({ 3: ['1', comment] }, { corrections });
  return { causes: causesOf(scored(evaluation, 3)), lapsed: evaluation.lapsed };
}

describe('the officer has the last word', () => {
  it('confirming a possible limit makes it bind', async () => {
    expect(await advised(may)).toEqual({ causes: ['said-neighbours 1, hedged'], lapsed: [] });
    expect(await advised(may, correction('confirm', 'It may need the neighbours'))).toEqual({
      causes: ['said-neighbours 1, confirmed, binds'],
      lapsed: [],
    });
  });

  it('confirming with another level moves the limit', async () => {
    const confirmed = correction('confirm', 'It may need the neighbours', { level: 2 });
    expect((await advised(may, confirmed)).causes).toEqual(['said-neighbours 2, confirmed, binds']);
  });

  it('dismissing a limit takes it away', async () => {
    expect(await advised(needs, correction('dismiss', 'It needs the neighbours'))).toEqual({
      causes: [],
      lapsed: [],
    });
  });

  it('a correction about another cause, or other words, changes nothing', async () => {
    const other = correction('dismiss', 'It needs the neighbours', { cause: 'time' });
    expect((await advised(needs, other)).causes).toEqual(['said-neighbours 1, binds']);
    expect((await advised(needs, correction('dismiss', 'Beds are dug'))).causes).toEqual([
      'said-neighbours 1, binds',
    ]);
  });

  it('adding a limit that the rules missed, in words of the cell', async () => {
    const evaluation = await advisePlots(
      { 3: ['1', 'Crops change places. The plots around us decide.'] },
      { corrections: [correction('add', 'The plots around us decide')] },
    );
    const advice = scored(evaluation, 3);
    expect(causesOf(advice)).toEqual(['said-neighbours 1, added, binds']);
    expect(advice.ceiling.causes[0]?.evidence).toEqual([
      { source: 'comment', period: '2002', quote: 'The plots around us decide', start: 21, end: 47 },
    ]);
  });

  it('lapses and is listed where no rule has its cause and circumstance, and lifts nothing by another one', async () => {
    const elsewhere = correction('add', 'Beds are dug', { factor: 'no-such-circumstance' });
    const evaluation = await advised(may, elsewhere);
    expect(evaluation.causes).toEqual(['said-neighbours 1, hedged']);
    expect(evaluation.lapsed).toEqual([{ correction: elsewhere, text: may, because: 'rule' }]);
  });

  it('lapses and is listed where its words are gone', async () => {
    const lost = correction('add', 'The plots around us decide');
    expect(await advised('Crops change places.', lost)).toEqual({
      causes: [],
      lapsed: [{ correction: lost, text: 'Crops change places.', because: 'words' }],
    });
  });
});

describe('exactly what was decided on', () => {
  const both = 'It needs the neighbours. It needs the neighbours to agree.';

  it('a decision with the very words of a reading leaves a longer one alone', async () => {
    const evaluation = await advisePlots(
      { 3: ['1', both] },
      { corrections: [correction('dismiss', 'It needs the neighbours')] },
    );
    const [cause] = scored(evaluation, 3).ceiling.causes;
    expect(cause?.evidence.map(({ quote }) => quote)).toEqual(['It needs the neighbours to agree']);
    expect(evaluation.advice.readings).toEqual({ read: 1, confirmed: 0, added: 0, dismissed: 1, lapsed: 0 });
  });

  it('words that grew keep their decision', async () => {
    const grown = await advised(
      'It needs the neighbours to agree.',
      correction('dismiss', 'It needs the neighbours'),
    );
    expect(grown).toEqual({ causes: [], lapsed: [] });
  });

  it('what was confirmed stands when the rules read it no longer', async () => {
    const unread = await advised('The plots around us decide.', correction('confirm', 'The plots around us'));
    expect(unread.causes).toEqual(['said-neighbours 1, confirmed, binds']);
  });

  it('a dismissal goes before a confirmation of other words in the same sentence, whichever was first', async () => {
    const decisions = [
      correction('confirm', 'It needs'),
      correction('dismiss', 'the neighbours to agree'),
    ] as const;
    const [one, other] = decisions;
    for (const order of [
      [one, other],
      [other, one],
    ])
      expect((await advised('It needs the neighbours to agree.', ...order)).causes).toEqual([]);
  });
});

describe('a comment that stands on the previous one', () => {
  const years = { 2001: { 3: ['1', 'The plots around us decide. It may need the neighbours.'] } } as const;
  const inherited = async (...corrections: readonly ReturnType<typeof correction>[]) => {
    const evaluation = await advisePlots({ 3: ['1', 'as last year'] }, { years, corrections });
    return { causes: causesOf(scored(evaluation, 3)), lapsed: evaluation.lapsed };
  };

  it('is taken over with its corrections: confirmed, dismissed, added', async () => {
    const of2001 = { period: '2001' };
    const possible = 'It may need the neighbours';
    expect((await inherited()).causes).toEqual(['said-neighbours 1, hedged']);
    expect((await inherited(correction('confirm', possible, of2001))).causes).toEqual([
      'said-neighbours 1, confirmed, binds',
    ]);
    expect((await inherited(correction('dismiss', possible, of2001))).causes).toEqual([]);
    expect((await inherited(correction('add', 'The plots around us decide', of2001))).causes).toEqual([
      'said-neighbours 1, added, binds',
    ]);
  });

  it('lists a correction of the earlier cell that lapsed', async () => {
    const lost = correction('confirm', 'It certainly needs them', { period: '2001' });
    expect((await inherited(lost)).lapsed).toMatchObject([{ correction: { period: '2001' } }]);
  });
});

it('a correction of an earlier cell does not reach a later one with the same words of its own', async () => {
  const years = { 2001: { 3: ['1', needs] } } as const;
  const corrections = [correction('dismiss', 'It needs the neighbours', { period: '2001' })];
  const evaluation = await advisePlots({ 3: ['1', needs] }, { years, corrections });
  expect(causesOf(scored(evaluation, 3))).toEqual(['said-neighbours 1, binds']);
  expect(evaluation.lapsed).toEqual([]);
});
