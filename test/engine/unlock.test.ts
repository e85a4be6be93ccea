import { describe, expect, it } from 'vitest';
import { evaluator } from '../../src/engine/evaluate.ts';
import type { FactorSettings } from '../../src/engine/facts.ts';
import { unlocker } from '../../src/engine/unlock/unlock.ts';
import { mismatches } from '../../src/kernel/schema.ts';
import { Unlock, type UnlockObjective } from '../../src/model/unlock.ts';
import type { Pack } from '../../src/pack/pack.ts';
import { changedPack } from '../pack/allotment.ts';
import { golden } from './golden.ts';
import { adviseFrom, pack } from './medway.ts';
import { plots, plotYear, type Rows } from './plots.ts';
import { unlockTable } from './unlock-table.ts';

const unlockMedway = unlocker(pack);

async function medway(period: string, factors: FactorSettings = {}): Promise<Unlock> {
  const answer = await unlockMedway(await adviseFrom(period, { factors }));
  expect(mismatches(Unlock, answer)).toEqual([]);
  return answer;
}

async function plot(rows: Rows, factors: FactorSettings = {}, of: Pack = plots): Promise<Unlock> {
  const assessment = plotYear('2002', rows, of);
  const evaluation = await evaluator(of)({
    assessment,
    earlier: [],
    period: '2003',
    factors,
    corrections: [],
  });
  const answer = await unlocker(of)(evaluation);
  expect(mismatches(Unlock, answer)).toEqual([]);
  return answer;
}

function on({ objectives }: Unlock, number: number): UnlockObjective {
  const found = objectives.find(({ objective }) => objective === number);
  if (found === undefined) throw new Error(`objective ${number} is not capped`);
  return found;
}

/** The ways of an objective: circumstances and the ceiling with them. */
function waysOf(answer: Unlock, number: number): readonly string[] {
  return on(answer, number).ways.map(({ factors, ceiling }) => `${factors.join(' + ')}: ${ceiling}`);
}

describe('for the published return', () => {
  it.each(['2022', '2023'])('all that would rise after %s is as it was agreed', async (period) => {
    golden(`../unlock-medway/from-${period}.txt`, unlockTable(await medway(period), pack));
  });

  it('each circumstance of joint work raises the objectives that name it', async () => {
    const { circumstances } = await medway('2023');
    const raised = circumstances.map(({ factor, raises }) => [
      factor,
      raises.map(({ objective }) => objective),
    ]);
    expect(Object.fromEntries(raised)).toMatchObject({
      'joint-boards': [4],
      'joint-strategies': [5],
      'joint-projects': [6],
      'joint-delivery': [8],
      'joint-supplier-programme': [12, 13],
      'joint-talent-development': [56],
      'shared-systems': [57],
    });
  });

  it('a second circumstance raises further what the first one raises', async () => {
    const answer = await medway('2023');
    for (const objective of [12, 13])
      expect(waysOf(answer, objective)).toEqual([
        'joint-supplier-programme: 4',
        'joint-supplier-programme + regional-supplier-programme: 5',
      ]);
  });

  it('the best next one raises the most objectives, and choices that do as much are named', async () => {
    const { bestOne, bestTwo } = await medway('2023');
    expect(bestOne).toEqual({
      factors: ['joint-supplier-programme'],
      objectives: [12, 13],
      levels: 2,
      equal: [],
    });
    expect(bestTwo?.factors).toEqual(['joint-boards', 'joint-supplier-programme']);
    expect(bestTwo?.equal).toContainEqual(['joint-strategies', 'joint-supplier-programme']);
  });

  it('a circumstance that is there is not offered, and its limits are gone', async () => {
    const { circumstances, objectives } = await medway('2023', { 'joint-boards': 'yes' });
    expect(circumstances.map(({ factor }) => factor)).not.toContain('joint-boards');
    expect(objectives.map(({ objective }) => objective)).not.toContain(4);
  });

  it('one that a score claims is offered as claimed', async () => {
    const answer = await medway('2023');
    const claimed = answer.circumstances.filter(({ state }) => state === 'claimed');
    expect(claimed.map(({ factor }) => factor)).toEqual(['joint-supplier-programme']);
    expect(on(answer, 12).because).toMatch(/Another score claims “Joint supplier programme”/);
  });

  it('a reason without a switch stands with its words, beside what would lift the rest', async () => {
    const answer = await medway('2023');
    const governance = on(answer, 47);
    expect(governance).toMatchObject({
      factors: [],
      ways: [],
      askAgain: [{ cause: 'regulation', level: 3 }],
    });
    expect(governance.askAgain[0]?.evidence[0]?.quote).toMatch(/public contract regulations/);
    const mixed = on(answer, 11);
    expect(mixed).toMatchObject({ control: 'mixed', factors: ['regional-supplier-programme'], ways: [] });
    expect(mixed.askAgain.map(({ causeName }) => causeName)).toEqual(['no benefit']);
    expect(mixed.because).toBe(
      '“Regional supplier programme” would lift a part of its limits, but no circumstance lifts the rest, which caps it at 4 (no benefit): ask again.',
    );
  });
});

describe('on an allotment', () => {
  it('nothing is capped by silence, and nothing is offered as useful', async () => {
    const answer = await plot({ 3: ['2', ''] });
    expect(answer).toMatchObject({
      n: 1,
      capped: 0,
      liftable: 0,
      objectives: [],
      bestOne: null,
      bestTwo: null,
    });
    expect(answer.circumstances.map(({ factor, raises }) => [factor, raises])).toEqual([
      ['shared-shed', []],
      ['show-tent', []],
    ]);
  });

  it('a target that changes is said so', async () => {
    const answer = await plot({ 3: ['1', 'It needs the neighbours. Action: Start a rota.'] });
    const [way] = on(answer, 3).ways;
    expect(way).toMatchObject({ factors: ['shared-shed'], ceiling: 3, levels: 2, targetChanges: true });
    expect(way?.target.level).toBe(2);
    expect(answer.circumstances[0]?.raises[0]).toMatchObject({ from: 1, ceiling: 3 });
    expect(answer.bestTwo).toBeNull();
  });

  it('short hours beside the neighbours keep the ceiling where it is', async () => {
    const answer = await plot({ 3: ['1', 'It needs the neighbours. There are not enough hours.'] });
    expect(on(answer, 3)).toMatchObject({ factors: ['shared-shed'], ways: [], control: 'mixed' });
    expect(on(answer, 3).askAgain).toMatchObject([{ cause: 'time', level: 1, binding: true }]);
    expect(answer.circumstances[0]).toMatchObject({ factor: 'shared-shed', raises: [], notEnough: [3] });
  });

  it('what is only hinted at limits nothing, so nothing would lift it', async () => {
    const { objectives } = await plot({ 3: ['1', 'It may need the neighbours.'] });
    expect(objectives).toEqual([]);
  });

  it('a limit that ends with either of two circumstances has two ways, and one that takes both has one', async () => {
    const shed = '{ "fact": "factor.shared-shed", "operator": "notEqual", "value": "yes" }';
    const tent = '{ "fact": "factor.show-tent", "operator": "notEqual", "value": "yes" }';
    const rule = `"when": { "all": [${shed}] }`;
    const soil: Rows = { 1: ['2', ''] };
    const either = changedPack({ 'ceilings.json': [[rule, `"when": { "all": [${shed}, ${tent}] }`]] });
    expect(waysOf(await plot(soil, {}, either), 1)).toEqual(['shared-shed: 3', 'show-tent: 3']);
    const both = changedPack({ 'ceilings.json': [[rule, `"when": { "any": [${shed}, ${tent}] }`]] });
    const answer = await plot(soil, {}, both);
    expect(waysOf(answer, 1)).toEqual(['shared-shed + show-tent: 3']);
    expect(answer.circumstances[0]).toMatchObject({ raises: [], together: [1], notEnough: [] });
    expect([answer.bestOne, answer.bestTwo?.factors]).toEqual([null, ['shared-shed', 'show-tent']]);
  });
});
