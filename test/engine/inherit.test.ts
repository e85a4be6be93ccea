import { describe, expect, it } from 'vitest';
import { adviseOn, advisePlots, causesOf } from './plots.ts';

const neighbours = 'It needs the neighbours.';

describe('a comment that stands on the previous one', () => {
  it('takes over what that said, in its words and with its period', async () => {
    const advice = await adviseOn(3, '1', 'as last year', { years: { 2001: { 3: ['1', neighbours] } } });
    expect(causesOf(advice)).toEqual(['said-neighbours 1, binds']);
    expect(advice.ceiling.causes[0]?.evidence).toEqual([
      { source: 'comment', period: '2001', quote: 'It needs the neighbours', start: 0, end: 23 },
    ]);
  });

  it('reaches back through two years, in whatever order they are given', async () => {
    const years = { 2001: { 3: ['1', 'as last year'] }, 2000: { 3: ['1', neighbours] } } as const;
    const advice = await adviseOn(3, '1', 'as last year', { years });
    expect(advice.ceiling.causes[0]?.evidence).toMatchObject([{ period: '2000' }]);
  });

  it('reaches back no further than a comment that stands on its own', async () => {
    const years = { 2001: { 3: ['1', 'Crops change places.'] }, 2000: { 3: ['1', neighbours] } } as const;
    expect(causesOf(await adviseOn(3, '1', 'as last year', { years }))).toEqual([]);
  });

  it('keeps its own words beside what it takes over', async () => {
    const years = { 2001: { 3: ['1', neighbours] } } as const;
    const advice = await adviseOn(3, '1', 'as last year. There is no time.', { years });
    expect(causesOf(advice)).toEqual(['said-hours 1, binds', 'said-neighbours 1, binds']);
    expect(advice.ceiling.causes.map(({ evidence }) => evidence[0])).toMatchObject([
      { period: '2002', quote: 'There is no time' },
      { period: '2001', quote: 'It needs the neighbours' },
    ]);
  });

  it('quotes both years where both begin with the same limit', async () => {
    const years = { 2001: { 3: ['1', neighbours] } } as const;
    const advice = await adviseOn(3, '1', 'It needs the neighbours, as last year.', { years });
    expect(advice.ceiling.causes[0]?.evidence).toMatchObject([{ period: '2002' }, { period: '2001' }]);
  });

  it('takes over an action and a decision; its own decision comes first', async () => {
    const years = { 2001: { 3: ['1', 'no further action. Action: build beds'] } } as const;
    const { readings } = await advisePlots({ 3: ['1', 'as last year'] }, { years });
    expect(readings[0]).toMatchObject({
      decision: { period: '2001', quote: 'no further action' },
      courses: [{ path: 'leads', words: { period: '2001', quote: 'build beds' } }],
    });
    const own = await advisePlots({ 3: ['1', 'as last year, no further action'] }, { years });
    expect(own.readings[0]?.decision?.period).toBe('2002');
  });

  it('has nothing to take over where there is no year before, or no such row', async () => {
    expect(causesOf(await adviseOn(3, '1', 'as last year'))).toEqual([]);
    expect(
      causesOf(await adviseOn(3, '1', 'as last year', { years: { 2001: { 4: ['1', neighbours] } } })),
    ).toEqual([]);
  });
});
