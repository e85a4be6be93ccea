import { describe, expect, it } from 'vitest';
import { mismatches } from '../../src/kernel/schema.ts';
import { Advice, type ScoredAdvice } from '../../src/model/advice.ts';
import { adviceTable } from './advice-table.ts';
import { golden } from './golden.ts';
import { adviceOn, adviseFrom, assessmentOf } from './medway.ts';

const next = await adviseFrom('2023');
const past = await adviseFrom('2022');

function binding({ ceiling }: ScoredAdvice) {
  return ceiling.causes.filter((cause) => cause.binding);
}

/** What one objective's advice comes to, in a line. */
function line(objective: number): string {
  const advice = adviceOn(next, objective);
  const { ceiling, target } = advice;
  const causes = binding(advice).map(({ cause }) => cause);
  const limit = causes.length === 0 ? 'no limit stated' : `${causes.join(', ')}, ${ceiling.control}`;
  const open = target.openLevel === null ? '' : `, level ${target.openLevel}`;
  return `${advice.score.label}; ceiling ${ceiling.level} (${limit}); target ${target.level}, ${target.stance}${open}`;
}

describe('advice for 2024 from the appendix', () => {
  it('has the form of its contract, for all 59 objectives', () => {
    expect(mismatches(Advice, next.advice)).toEqual([]);
    expect(mismatches(Advice, JSON.parse(JSON.stringify(next.advice)))).toEqual([]);
    expect(next.advice.objectives.map(({ objective }) => objective)).toEqual(
      Array.from({ length: 59 }, (_, at) => at + 1),
    );
    expect(next.advice).toMatchObject({
      schema: 1,
      framework: 'lga-nps-2018',
      organisation: 'medway',
      basedOn: '2023',
      period: '2024',
    });
  });

  it.each([
    [3, '2/3; ceiling 5 (no limit stated); target 3, finish'],
    [4, '4; ceiling 4 (joint-working, external); target 4, hold'],
    [9, '3; ceiling 3 (no-benefit, internal); target 3, hold'],
    [12, '3; ceiling 3 (joint-working, joint-working, external); target 3, hold'],
    [14, '3; ceiling 5 (no limit stated); target 3, open, level 4'],
    [26, '3; ceiling 5 (no limit stated); target 3, hold'],
    [28, '3; ceiling 5 (no limit stated); target 4, advance'],
    [30, '4; ceiling 5 (no limit stated); target 4, hold'],
    [47, '3; ceiling 3 (regulation, external); target 3, hold'],
    [48, '3; ceiling 3 (third-party, external); target 3, hold'],
  ])('#%i: %s', (objective, expected) => {
    expect(line(objective)).toBe(expected);
  });

  it('#56 ends the sentence on its limit once, though the words quoted end with a full stop', () => {
    expect(adviceOn(next, 56).ceiling.because).toMatchInlineSnapshot(
      `"Level 4 is the limit: the criterion for level 5 needs joint working, “Planned talent development (as for Leader) but at combined authority/group of councils level”. Lifting it is outside the organisation’s control."`,
    );
  });

  it('#4 quotes the words of the cell, with their place', () => {
    expect(binding(adviceOn(next, 4))).toEqual([
      expect.objectContaining({
        rule: 'comment-joint-boards',
        basis: 'comment',
        cause: 'joint-working',
        control: 'external',
        level: 4,
        strength: 'stated',
        standing: 'read',
        assumed: false,
        overtaken: false,
        factor: 'joint-boards',
        evidence: [
          {
            source: 'comment',
            period: '2023',
            quote: "A '5' can only be achieved by representation on joint Council boards",
            start: 183,
            end: 251,
          },
        ],
      }),
    ]);
    const row = assessmentOf('2023').rows.find(({ objective }) => objective === 4);
    expect(row?.text.slice(183, 251)).toBe(
      "A '5' can only be achieved by representation on joint Council boards",
    );
  });

  it('#11 is capped at its own score, and nothing about it is overtaken: its 4 claims the joint programme', () => {
    const advice = adviceOn(next, 11);
    expect([advice.score.achieved, advice.ceiling.level, advice.target.level]).toEqual([4, 4, 4]);
    expect(advice.ceiling.causes.filter(({ overtaken }) => overtaken)).toEqual([]);
    expect(next.advice.factors['joint-supplier-programme']).toBe('claimed');
  });

  it('#56 waits on a review, #58 is looked at again in the final year: both in the words of the comment', () => {
    expect(adviceOn(next, 56).target).toMatchObject({
      stance: 'advance',
      level: 4,
      waitsOn: { quote: 'as the team concludes their MedPay review' },
    });
    expect(adviceOn(next, 58).target).toMatchObject({
      stance: 'hold',
      reviewBy: { quote: 'in the final year of this strategy' },
      waitsOn: { quote: 'C&RM is a precursor to this action' },
    });
  });

  it('#38 takes over what the comment of 2022 says, in the words of 2022', () => {
    expect(adviceOn(next, 38).ceiling.causes.flatMap(({ evidence }) => evidence)).toEqual([
      expect.objectContaining({ source: 'comment', period: '2022' }),
    ]);
  });

  it('gives no target above its ceiling, and none below the score', () => {
    for (const each of next.advice.objectives) {
      if (each.state !== 'scored') throw new Error(`#${each.objective} is not scored`);
      expect(each.score.achieved).toBeLessThanOrEqual(each.target.level);
      expect(each.target.level).toBeLessThanOrEqual(each.ceiling.level);
      expect(each.potential).toBeGreaterThanOrEqual(each.ceiling.level);
    }
  });
});

describe('what if the council sat on joint boards', () => {
  it('lifts #4 and changes nothing else', async () => {
    const lifted = await adviseFrom('2023', { factors: { 'joint-boards': 'yes' } });
    const changed = lifted.advice.objectives.filter(
      (each, index) => JSON.stringify(each) !== JSON.stringify(next.advice.objectives[index]),
    );
    expect(changed.map(({ objective }) => objective)).toEqual([4]);
    expect(adviceOn(lifted, 4)).toMatchObject({
      ceiling: { level: 5, capped: 'no', control: null, causes: [] },
      headroom: 1,
      target: { level: 4, stance: 'hold' },
    });
    expect({ ...lifted.advice.factors, 'joint-boards': 'unknown' }).toEqual(next.advice.factors);
  });
});

describe('all 59 objectives at a glance', () => {
  it('for 2024, from 2023', () => {
    golden('2024-from-2023.txt', adviceTable(next));
  });

  it('for 2023, from 2022 alone', () => {
    golden('2023-from-2022.txt', adviceTable(past));
  });
});
