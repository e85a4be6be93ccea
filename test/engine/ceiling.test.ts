import { describe, expect, it } from 'vitest';
import { adviseOn, causesOf } from './plots.ts';

describe('a ceiling', () => {
  it('is the top level where no limit is stated, and says so', async () => {
    const advice = await adviseOn(3, '1', 'Crops change places.');
    expect(advice.ceiling).toEqual({
      level: 3,
      capped: 'no',
      control: null,
      causes: [],
      because: 'No limit stated.',
    });
    expect([advice.headroom, advice.potential]).toEqual([2, 3]);
  });

  it('is the level of the cause that binds', async () => {
    const advice = await adviseOn(3, '1', 'It needs the neighbours.');
    expect(causesOf(advice)).toEqual(['said-neighbours 1, binds']);
    expect(advice.ceiling).toMatchObject({ level: 1, capped: 'now', control: 'external' });
    expect([advice.headroom, advice.potential]).toEqual([0, 3]);
  });

  it('comes later where the limit is on a higher level that the comment names', async () => {
    const advice = await adviseOn(3, '0', 'To be a 2 it needs the neighbours.');
    expect(advice.ceiling).toMatchObject({ level: 1, capped: 'later' });
    expect(advice.headroom).toBe(1);
  });

  it('is the lowest of several causes, and only those at that level bind', async () => {
    const advice = await adviseOn(1, '1', 'There is not enough time.');
    expect(causesOf(advice)).toEqual(['said-hours 1, binds', 'soil-with-neighbours 2, assumed']);
    expect(advice.ceiling).toMatchObject({ level: 1, control: 'internal' });
  });

  it('is in nobody’s hands alone where causes of both kinds bind; without the external ones it stays', async () => {
    const advice = await adviseOn(3, '1', 'It needs the neighbours. There is no time.');
    expect(advice.ceiling).toMatchObject({ level: 1, control: 'mixed' });
    expect(advice.potential).toBe(1);
  });

  it('is never lowered by a limit that is only possible', async () => {
    const advice = await adviseOn(3, '1', 'It may need the neighbours.');
    expect(causesOf(advice)).toEqual(['said-neighbours 1, hedged']);
    expect(advice.ceiling).toMatchObject({ level: 3, capped: 'no', control: null });
    expect(advice.ceiling.because).toMatchInlineSnapshot(
      `"No limit stated. A possible limit: the 2002 comment gives work with neighbours as the reason, “It may need the neighbours” (read, not confirmed)."`,
    );
  });

  it('is never under the score: an overtaken limit is shown and does not bind', async () => {
    const advice = await adviseOn(3, '2', 'as last year', {
      years: { 2001: { 3: ['1', 'It needs the neighbours.'] } },
    });
    expect(causesOf(advice)).toEqual(['said-neighbours 1, overtaken']);
    expect(advice.ceiling).toMatchObject({ level: 3, capped: 'no' });
  });

  it('is still set by what is said now where the same was said under an overtaken score', async () => {
    const advice = await adviseOn(3, '2', 'as last year. It needs the neighbours.', {
      years: { 2001: { 3: ['1', 'It needs the neighbours.'] } },
    });
    expect(causesOf(advice)).toEqual(['said-neighbours 1, overtaken', 'said-neighbours 2, binds']);
    expect(advice.ceiling).toMatchObject({ level: 2, capped: 'now', control: 'external' });
  });

  it('at the top of the scale is no cap, even where a limit is stated', async () => {
    const advice = await adviseOn(3, '3', 'It needs the neighbours.');
    expect(causesOf(advice)).toEqual(['said-neighbours 3']);
    expect(advice.ceiling).toMatchObject({ level: 3, capped: 'no', control: null });
    expect(advice.target).toMatchObject({ level: 3, stance: 'hold' });
  });

  it('under way: a limit without a level is about the step after it', async () => {
    const advice = await adviseOn(3, '1/2', 'There is no time.');
    expect(advice.ceiling.level).toBe(2);
    expect(advice.target).toMatchObject({ level: 2, stance: 'finish' });
  });

  it('shows each quote of a cause once, in its words', async () => {
    const comment = 'It needs the neighbours. Compost needs the neighbours too.';
    const { ceiling } = await adviseOn(3, '1', comment);
    expect(ceiling.causes[0]?.evidence).toEqual([
      { source: 'comment', period: '2002', quote: 'It needs the neighbours', start: 0, end: 23 },
      { source: 'comment', period: '2002', quote: 'Compost needs the neighbours too', start: 25, end: 57 },
    ]);
    for (const { quote, start, end } of ceiling.causes[0]?.evidence ?? [])
      expect(comment.slice(start, end)).toBe(quote);
  });

  it('from a principle alone is assumed, and quotes the principle', async () => {
    const { ceiling } = await adviseOn(2, '1', '');
    expect(ceiling).toMatchInlineSnapshot(`
      {
        "because": "Level 2 is the limit: the section’s principle for level 3 needs work with neighbours, “together with the neighbouring plots” (assumed, because the objective’s own words for that level are not held). Lifting it is outside the organisation’s control.",
        "capped": "later",
        "causes": [
          {
            "assumed": true,
            "basis": "principle",
            "binding": true,
            "cause": "neighbours",
            "citation": "Level 3 principle of Soil",
            "control": "external",
            "evidence": [
              {
                "end": 58,
                "level": 3,
                "quote": "together with the neighbouring plots",
                "section": "soil",
                "source": "principle",
                "start": 22,
              },
            ],
            "factor": "shared-shed",
            "level": 2,
            "overtaken": false,
            "reviewBy": null,
            "rule": "soil-with-neighbours",
            "standing": "read",
            "strength": "stated",
            "title": "Level 3 of the soil takes the neighbouring plots",
            "until": null,
            "waitsOn": null,
          },
        ],
        "control": "external",
        "level": 2,
      }
    `);
  });
});

describe('a circumstance', () => {
  it('that is there lifts what rests on it', async () => {
    const factors = { 'shared-shed': 'yes' } as const;
    expect(causesOf(await adviseOn(2, '1', 'It needs the neighbours.', { factors }))).toEqual([]);
  });

  it.each(['no', 'unknown'] as const)('that is "%s" lifts nothing', async (state) => {
    const factors = { 'shared-shed': state };
    expect(causesOf(await adviseOn(2, '1', '', { factors }))).toEqual([
      'soil-with-neighbours 2, binds, assumed',
    ]);
  });
});
