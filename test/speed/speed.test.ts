import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { evaluator } from '../../src/engine/evaluate.ts';
import { scoredAdvice } from '../../src/model/advice.ts';
import { topLevel } from '../../src/model/framework.ts';
import { drawnCases } from '../../src/speed/drawn-cases.ts';
import { readingSpeed } from '../../src/speed/reading-speed.ts';
import { sideBySide } from '../../src/speed/side-by-side.ts';
import { sqlSpeed } from '../../src/speed/sql-speed.ts';
import { unlockSpeed } from '../../src/speed/unlock-speed.ts';
import { workedAssessment } from '../../src/speed/worked-assessment.ts';
import { pack } from '../engine/medway.ts';
import { plots } from '../engine/plots.ts';

const folder = mkdtempSync(join(tmpdir(), 'headroom-speed-'));
afterAll(() => rmSync(folder, { recursive: true }));
const request = { folder, organisations: 4, large: false, tell: () => {} };

describe('drawn cases', () => {
  it('are the same each time, of every objective, at every level, and raise every signal', () => {
    const cases = drawnCases(pack, 20);
    expect(drawnCases(pack, 20)).toEqual(cases);
    expect(cases).toHaveLength(20 * pack.framework.objectives.length);
    const values = (fact: string) => new Set(cases.map(({ facts }) => facts[fact]));
    expect(values('achieved').size).toBe(pack.framework.levels.length);
    const signals = Object.keys(cases[0]?.facts ?? {}).filter((fact) => fact.startsWith('said.'));
    expect(signals.length).toBeGreaterThan(5);
    for (const signal of signals) expect([...values(signal)].sort()).toEqual(['hedged', 'none', 'stated']);
    for (const { levels } of cases) expect(levels['top']).toBe(topLevel(pack.framework));
  });

  it('can be drawn for rules that read no comment', () => {
    const silent = { ...plots, ceilings: plots.ceilings.filter(({ basis }) => basis !== 'comment') };
    expect(drawnCases(silent, 2)).toHaveLength(10);
  });
});

describe('every way to answer drawn cases', () => {
  it.each([
    ['lga-nps-2018', pack],
    ['an invented pack with levels from 0', plots],
  ] as const)('gives the same answers, each with its throughput: %s', async (_, of) => {
    const speeds = await sqlSpeed(of, request);
    expect(speeds.map(({ way }) => way)).toEqual([
      'one-engine',
      'engine-per-objective',
      'engine-per-signals',
      'sql-between-engines',
      'sql',
      'sql-from-parquet',
      'sql-causes',
    ]);
    for (const { cases, median, perSecond } of speeds) {
      expect(cases).toBe(4 * of.framework.objectives.length);
      expect(perSecond).toBeCloseTo((cases / median) * 1000);
    }
  });

  it('is stopped where one of them answers otherwise', async () => {
    const wrong = `SELECT case_id, achieved AS ceiling, NULL AS control, 3 AS potential, 'x' AS rule, 0 AS target FROM cases`;
    await expect(sqlSpeed(plots, { ...request, byHand: wrong })).rejects.toThrow(/differently/);
  });

  it('is stopped where no target rule holds', async () => {
    await expect(sqlSpeed({ ...plots, targets: plots.targets.slice(0, 1) }, request)).rejects.toThrow(
      'Add a rule for the case that none covers.',
    );
  });
});

describe('an organisation made of worked cases', () => {
  it('has a score and a comment for every objective', async () => {
    const input = workedAssessment(plots);
    if (input === null) throw new Error('no cases');
    const { advice } = await evaluator(plots)(input);
    expect(scoredAdvice(advice)).toHaveLength(plots.framework.objectives.length);
    const speed = await unlockSpeed(plots, input);
    expect(speed).toMatchObject({ objectives: 5, circumstances: 2, sets: 3 });
    expect(speed.capped).toBeGreaterThan(0);
  });

  it('is none, and nothing is read, where there are no cases', async () => {
    const without = { ...plots, cases: [] };
    expect(workedAssessment(without)).toBeNull();
    expect(await readingSpeed(without, 10)).toBeNull();
  });

  it('has comments to read', async () => {
    const speed = await readingSpeed(plots, 30);
    expect(speed?.comments).toBe(30);
    expect(speed?.characters).toBeGreaterThan(300);
    expect(speed?.perSecond).toBeGreaterThan(0);
  });
});

describe('work side by side', () => {
  it('is done in turn, round by round, and only the later rounds count', async () => {
    const done: string[] = [];
    const contenders = ['a', 'b'].map((name) => ({ name, work: () => done.push(name) }));
    const times = await sideBySide(contenders, { rounds: 2, unmeasured: 1 });
    expect(done.join('')).toBe('ababab');
    for (const { median, fastest } of times.values()) expect(median).toBeGreaterThanOrEqual(fastest);
  });
});
