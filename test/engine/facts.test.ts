import { describe, expect, it } from 'vitest';
import { evaluator } from '../../src/engine/evaluate.ts';
import { changedPack } from '../pack/allotment.ts';
import { advisePlots, causesOf, plotYear, scored } from './plots.ts';

describe('a circumstance that a score claims', () => {
  const rows = { 1: ['3', 'All plots share it.'], 2: ['1', 'Watered by hand.'] } as const;

  it('is claimed by a score at a level whose words need it: its own limit is not shown', async () => {
    const evaluation = await advisePlots(rows);
    expect(evaluation.advice.factors).toEqual({ 'shared-shed': 'claimed', 'show-tent': 'unknown' });
    expect(causesOf(scored(evaluation, 1))).toEqual([]);
  });

  it('lifts nothing for others: a claim is not a yes', async () => {
    expect(causesOf(scored(await advisePlots(rows), 2))).toEqual(['soil-with-neighbours 2, binds, assumed']);
  });

  it('is what a person says of it where a person said it; then the overtaken limit is shown', async () => {
    const evaluation = await advisePlots(rows, { factors: { 'shared-shed': 'no' } });
    expect(evaluation.advice.factors['shared-shed']).toBe('no');
    expect(causesOf(scored(evaluation, 1))).toEqual(['soil-with-neighbours 2, overtaken, assumed']);
    expect(scored(evaluation, 1).ceiling.level).toBe(3);
  });

  it('is not claimed by what is not scored', async () => {
    const { advice } = await advisePlots({ 1: ['2', ''], 2: ['1', ''] });
    expect(advice.factors['shared-shed']).toBe('unknown');
  });
});

describe('facts are total', () => {
  it('a target rule may test a signal that no comment raises', async () => {
    const pack = changedPack({
      'targets.json': [
        [
          '{ "fact": "path", "operator": "notIn", "value": ["leads", "aimed"] }',
          '{ "fact": "path", "operator": "notIn", "value": ["leads", "aimed"] }, { "fact": "said.hours", "operator": "notEqual", "value": "stated" }',
        ],
      ],
    });
    const { advice } = await evaluator(pack)({
      assessment: plotYear('2002', { 3: ['1', 'Crops change places.'] }),
      earlier: [],
      period: '2003',
      factors: {},
      corrections: [],
    });
    expect(advice.objectives.find(({ objective }) => objective === 3)).toMatchObject({
      target: { rule: 'stay-open' },
    });
  });

  it('a case that no target rule covers is the pack’s mistake, and says so', async () => {
    const pack = changedPack({
      'targets.json': [
        [
          '"value": ["leads", "aimed"] }\n        ]\n      },\n      "because": "Level {next} is not',
          '"value": ["leads", "aimed", "none"] }\n        ]\n      },\n      "because": "Level {next} is not',
        ],
      ],
    });
    const advice = evaluator(pack)({
      assessment: plotYear('2002', { 3: ['1', ''] }),
      earlier: [],
      period: '2003',
      factors: {},
      corrections: [],
    });
    await expect(advice).rejects.toMatchObject({ code: 'PACK_BROKEN' });
  });

  it('the trace of an objective shows every fact of its rules', async () => {
    const { traces } = await advisePlots({ 2: ['1', 'It may need the neighbours.'] });
    expect(traces).toMatchObject([
      {
        objective: 2,
        facts: {
          objective: 2,
          section: 'soil',
          achieved: 1,
          'said.hours': 'none',
          'said.neighbours': 'hedged',
          'factor.shared-shed': 'unknown',
          'factor.show-tent': 'unknown',
          workingTowards: 'no',
          decision: 'none',
          path: 'none',
          room: 1,
        },
      },
    ]);
    expect(traces[0]?.ceilings.map(({ rule, holds }) => [rule, holds])).toEqual([
      ['said-neighbours', true],
      ['soil-with-neighbours', true],
    ]);
    expect(traces[0]?.targets.map(({ rule, holds }) => [rule, holds])).toEqual([
      ['at-the-ceiling', false],
      ['finish-it', false],
      ['go-on', false],
      ['stay-open', true],
    ]);
  });
});

describe('an objective without a score', () => {
  it('has neither ceiling nor target, and says why', async () => {
    const assessment = plotYear('2002', { 3: ['1', ''] });
    const { advice } = await advisePlots(
      {},
      {
        assessment: {
          ...assessment,
          rows: [
            ...assessment.rows,
            {
              objective: 4,
              text: 'It needs the neighbours.',
              state: 'not-applicable',
              reason: 'No show is held.',
            },
            { objective: 5, text: 'It needs the neighbours.', state: 'not-scored' },
          ],
        },
      },
    );
    expect(advice.objectives.filter(({ state }) => state !== 'scored')).toEqual([
      { objective: 1, name: 'Compost', section: 'soil', state: 'not-scored', reason: 'No score is given.' },
      { objective: 2, name: 'Watering', section: 'soil', state: 'not-scored', reason: 'No score is given.' },
      {
        objective: 4,
        name: 'Show day',
        section: 'crops',
        state: 'not-applicable',
        reason: 'No show is held.',
      },
      { objective: 5, name: 'Seeds', section: 'crops', state: 'not-scored', reason: 'No score is given.' },
    ]);
  });
});
