import { describe, expect, it } from 'vitest';
import { mismatches } from '../../src/kernel/schema.ts';
import { FollowedAction } from '../../src/model/follow-up.ts';
import { garden, gardenFiles, packOf, twoYears } from './garden.ts';

/** What became of the action of objective 1, which is to build a new bin of oak boards. */
async function became(later: string, action = 'Action: To build a new bin from oak boards.') {
  const { followed } = await twoYears(garden, [[1, '2', action]], [[1, '2', later]]);
  const [first] = followed;
  if (first === undefined) throw new Error('no action was followed');
  return first;
}

describe('what became of an action', () => {
  it('is done where a sentence that shares its words says so, with both quotes', async () => {
    const one = await became('We met twice. The bin of oak boards has been built. It looks well.');
    expect(one).toMatchInlineSnapshot(`
      {
        "from": {
          "end": 42,
          "period": "2031",
          "quote": "To build a new bin from oak boards",
          "start": 8,
        },
        "objective": 1,
        "outcome": "done",
        "standing": "read",
        "to": {
          "end": 50,
          "objective": 1,
          "period": "2032",
          "quote": "The bin of oak boards has been built",
          "start": 14,
        },
        "why": "The 2032 row speaks of it (it shares “bin”, “oak” and “boards”) and says “has been built”.",
      }
    `);
    expect(mismatches(FollowedAction, one)).toEqual([]);
  });

  it('is carried on where the sentence says that it goes on, even if a part is done', async () => {
    expect(await became('The oak boards continue to arrive for the bin.')).toMatchObject({
      outcome: 'carried-on',
    });
    expect(await became('The oak bin has been built and will be painted.')).toMatchObject({
      outcome: 'carried-on',
    });
  });

  it('is carried on where the later row has it as an action again', async () => {
    const one = await became('It rained. Action: Build the oak bin.');
    expect(one).toMatchObject({ outcome: 'carried-on', to: { objective: 1, quote: 'Build the oak bin' } });
    expect(one.why).toContain('again as an action');
  });

  it('is changed where the sentence says that it went another way', async () => {
    expect(await became('Instead of an oak bin a heap has been built.')).toMatchObject({
      outcome: 'changed',
    });
  });

  it('is not stated where no sentence shares enough words, however much was done', async () => {
    expect(await became('A fence has been built. The bin is green.')).toMatchObject({
      outcome: 'not-stated',
      to: null,
    });
    expect(await became('')).toMatchObject({ outcome: 'not-stated', to: null });
  });

  it('is not stated, with the words, where a sentence speaks of it and does not say', async () => {
    const one = await became('An oak bin is a fine thing.');
    expect(one).toMatchObject({ outcome: 'not-stated', to: { quote: 'An oak bin is a fine thing' } });
  });

  it('is not read from the words of the standard, nor from a stated requirement', async () => {
    const texts = [
      'A 2 is defined as oak bins have been built.',
      "To score a 3, 'An oak bin has been built.'",
    ];
    for (const text of texts) expect(await became(text)).toMatchObject({ outcome: 'not-stated', to: null });
  });

  it('is not stated where there is no later row', async () => {
    const { followed } = await twoYears(
      garden,
      [[1, '2', 'Action: Build a bin.']],
      [[2, '2', 'A bin has been built.']],
    );
    expect(followed).toMatchObject([
      { outcome: 'not-stated', to: null, why: 'There is no later row for it.' },
    ]);
  });

  it('is carried on where the later comment stands on the previous one', async () => {
    const one = await became("As per previous year's comment.");
    expect(one).toMatchObject({ outcome: 'carried-on', to: { quote: "As per previous year's comment" } });
  });

  it('is carried on where it was to be carried forward and the later row has an action', async () => {
    const action = 'Action: Build a bin from oak boards. To be carried forward.';
    expect(await became('Rain. Action: Start.', action)).toMatchObject({
      outcome: 'carried-on',
      to: { quote: 'Start' },
    });
    expect(await became('Rain.', action)).toMatchObject({ outcome: 'not-stated', to: null });
  });

  it('takes up the sentence before, where the action begins so', async () => {
    const action = 'A compost heap of leaves is wanted. Action: This will be looked at.';
    expect(await became('The heap of leaves has been planted.', action)).toMatchObject({ outcome: 'done' });
    const own = 'A compost heap of leaves is wanted. Action: We look at it.';
    expect(await became('The heap of leaves has been planted.', own)).toMatchObject({
      outcome: 'not-stated',
    });
  });

  it('is followed into the row that is referred to, and into no other', async () => {
    const later = [[3, '2', 'The oak bin has been built.']] as const;
    const to = (text: string) =>
      twoYears(garden, [[1, '2', 'Action: Build an oak bin.']], [[1, '2', text], ...later]).then(
        ({ followed }) => followed[0],
      );
    expect(await to('See #3.')).toMatchObject({ outcome: 'done', to: { objective: 3 } });
    expect(await to('See objectives 2 and 3.')).toMatchObject({ outcome: 'done', to: { objective: 3 } });
    expect(await to('See elsewhere.')).toMatchObject({ outcome: 'not-stated', to: null });
  });

  it('of every action is listed once, in order of objective', async () => {
    const { followed } = await twoYears(
      garden,
      [
        [3, '2', 'Action: Ask people. Commentary: Well. Action: Thank people.'],
        [1, '2', 'Action: Dig.'],
        [2, '2', 'Dry.'],
      ],
      [
        [1, '2', ''],
        [2, '2', ''],
        [3, '2', ''],
      ],
    );
    expect(followed.map(({ objective, from }) => [objective, from.quote])).toEqual([
      [1, 'Dig'],
      [3, 'Ask people'],
      [3, 'Thank people'],
    ]);
  });

  it('is not stated in a pack without rules for it', async () => {
    const { 'follow-up.json': _, ...others } = gardenFiles;
    const { followed } = await twoYears(
      packOf(others),
      [[1, '2', 'Action: Build an oak bin.']],
      [[1, '2', 'The oak bin has been built.']],
    );
    expect(followed).toMatchObject([{ outcome: 'not-stated' }]);
  });
});
