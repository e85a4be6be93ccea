import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Evaluation, type EvaluationInput, evaluator } from '../../src/engine/evaluate.ts';
import { canonicalJson } from '../../src/kernel/canonical.ts';
import { type CeilingCause, scoredAdvice } from '../../src/model/advice.ts';
import type { ReadingCorrection } from '../../src/model/reading-correction.ts';
import { pack } from '../engine/medway.ts';
import { anAssessment, runs } from './assessments.ts';

const evaluate = evaluator(pack);
const settings = { seed: 2018, numRuns: runs(30) };
const rules = pack.ceilings.flatMap((rule) => (rule.basis === 'comment' ? [rule] : []));

/** Without circumstances, so that every rule on a comment can hold. */
const anInput = anAssessment('2031').map(
  (assessment): EvaluationInput => ({
    assessment,
    earlier: [],
    period: '2032',
    factors: {},
    corrections: [],
  }),
);
const who = { reason: 'as agreed', by: 'ann', at: '2031-12-01T00:00:00.000Z' };

type Confirmation = Exclude<ReadingCorrection, { readonly decision: 'dismiss' }>;

/** The confirmation of each reason that was read, as it was read. */
function confirmations({ cells }: Evaluation): readonly Confirmation[] {
  return cells.flatMap(({ reading }) =>
    reading.obstacles.flatMap(({ signal, words }) => {
      const rule = rules.find((each) => each.signal === signal);
      if (rule === undefined) return [];
      const about = { objective: reading.objective, period: words.period, quote: words.quote };
      const { cause, factor } = rule;
      return {
        ...about,
        cause,
        factor,
        decision: 'confirm' as const,
        level: null,
        strength: 'stated' as const,
        ...who,
      };
    }),
  );
}

function dismissalOf({ objective, period, quote, cause }: ReadingCorrection): ReadingCorrection {
  return { objective, period, quote, cause, decision: 'dismiss', ...who };
}

/** Words of some comment, as the ground of a reason that the rules missed. */
function additionTo({ cells }: Evaluation, pick: number): Confirmation | null {
  const written = cells.filter(({ reading }) => reading.text.length > 20);
  const cell = written[pick % Math.max(1, written.length)];
  const rule = rules[pick % rules.length];
  if (cell === undefined || rule === undefined) return null;
  const { objective, period, text, score } = cell.reading;
  const quote = text.slice(3, 15);
  const level = (score?.achieved ?? 1) + (pick % 2);
  const { cause, factor } = rule;
  return { objective, period, quote, cause, factor, decision: 'add', level, strength: 'stated', ...who };
}

function ceilingsOf({ advice }: Evaluation): ReadonlyMap<number, number> {
  return new Map(scoredAdvice(advice).map(({ objective, ceiling }) => [objective, ceiling.level]));
}

const withoutStanding = ({ advice }: Evaluation) =>
  scoredAdvice(advice).map(({ ceiling, target, ...rest }) => ({
    ...rest,
    level: ceiling.level,
    causes: ceiling.causes.map(({ standing: _, ...cause }: CeilingCause) => cause),
    target: [target.level, target.stance, target.rule],
  }));

describe('for any scores and comments', () => {
  it('confirming what is stated changes its standing only', async () => {
    let confirmed = 0;
    await fc.assert(
      fc.asyncProperty(anInput, fc.nat(), async (input, pick) => {
        const before = await evaluate(input);
        const stated = before.cells.every(({ reading }) =>
          reading.obstacles.every(({ strength }) => strength === 'stated'),
        );
        const all = confirmations(before);
        const one = all[pick % Math.max(1, all.length)];
        if (!stated || one === undefined) return;
        confirmed += 1;
        const after = await evaluate({ ...input, corrections: [one] });
        expect(withoutStanding(after)).toEqual(withoutStanding(before));
        expect(after.advice.readings.confirmed).toBeGreaterThan(0);
        expect(after.advice.readings.confirmed + after.advice.readings.read).toBe(
          before.advice.readings.read,
        );
      }),
      settings,
    );
    expect(confirmed).toBeGreaterThan(5);
  });

  it('confirming what is only possible makes it bind', async () => {
    let bound = 0;
    await fc.assert(
      fc.asyncProperty(anInput, async (input) => {
        const before = await evaluate(input);
        const after = await evaluate({ ...input, corrections: confirmations(before) });
        const causes = scoredAdvice(after.advice).flatMap(({ ceiling }) => ceiling.causes);
        expect(causes.filter(({ strength }) => strength === 'hedged')).toEqual([]);
        const hedged = scoredAdvice(before.advice).flatMap(({ ceiling }) => ceiling.causes);
        bound += hedged.filter(({ strength }) => strength === 'hedged').length;
      }),
      settings,
    );
    expect(bound).toBeGreaterThan(5);
  });

  it('dismissing takes exactly that reason away, and lowers no ceiling', async () => {
    let dismissed = 0;
    await fc.assert(
      fc.asyncProperty(anInput, fc.nat(), async (input, pick) => {
        const before = await evaluate(input);
        const all = confirmations(before);
        const one = all[pick % Math.max(1, all.length)];
        if (one === undefined) return;
        dismissed += 1;
        const after = await evaluate({ ...input, corrections: [dismissalOf(one)] });
        const signals = rules.filter(({ cause }) => cause === one.cause).map(({ signal }) => signal);
        const kept = before.readings.map(({ obstacles, objective }) =>
          obstacles.filter(
            ({ words, signal }) =>
              objective !== one.objective || words.quote !== one.quote || !signals.includes(signal),
          ),
        );
        expect(after.readings.map(({ obstacles }) => obstacles)).toEqual(kept);
        for (const [objective, ceiling] of ceilingsOf(before))
          expect(ceilingsOf(after).get(objective)).toBeGreaterThanOrEqual(ceiling);
      }),
      settings,
    );
    expect(dismissed).toBeGreaterThan(10);
  });

  it('adding raises no ceiling, and changes nothing for other objectives', async () => {
    let added = 0;
    let lowered = 0;
    await fc.assert(
      fc.asyncProperty(anInput, fc.nat(), async (input, pick) => {
        const before = await evaluate(input);
        const one = additionTo(before, pick);
        if (one === null) return;
        added += 1;
        const after = await evaluate({ ...input, corrections: [one] });
        for (const [objective, ceiling] of ceilingsOf(before)) {
          const now = ceilingsOf(after).get(objective) ?? 0;
          expect(now).toBeLessThanOrEqual(ceiling);
          if (now < ceiling) lowered += 1;
        }
        const others = ({ advice }: Evaluation) =>
          advice.objectives.filter(({ objective }) => objective !== one.objective);
        expect(others(after)).toEqual(others(before));
      }),
      settings,
    );
    expect(added).toBeGreaterThan(10);
    expect(lowered).toBeGreaterThan(3);
  });

  it('decisions on different words give the same advice in any order', async () => {
    let several = 0;
    await fc.assert(
      fc.asyncProperty(anInput, fc.array(fc.nat(), { maxLength: 6 }), async (input, picks) => {
        const before = await evaluate(input);
        const all = confirmations(before);
        const made = picks.flatMap((pick, index): readonly ReadingCorrection[] => {
          const one = index % 3 === 2 ? additionTo(before, pick) : all[pick % Math.max(1, all.length)];
          if (one === undefined || one === null) return [];
          return [pick % 2 === 0 && one.decision === 'confirm' ? dismissalOf(one) : one];
        });
        const key = ({ objective, period, quote, cause }: ReadingCorrection) =>
          canonicalJson([objective, period, quote, cause]);
        const corrections = [...new Map(made.map((each) => [key(each), each])).values()];
        if (corrections.length > 1) several += 1;
        const [one, other] = await Promise.all([
          evaluate({ ...input, corrections }),
          evaluate({ ...input, corrections: corrections.toReversed() }),
        ]);
        expect(canonicalJson(other.advice)).toBe(canonicalJson(one.advice));
      }),
      settings,
    );
    expect(several).toBeGreaterThan(5);
  });
});
