import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { challenges } from '../../src/engine/challenges/challenges.ts';
import { evaluator } from '../../src/engine/evaluate.ts';
import { followUp } from '../../src/engine/follow-up/follow-up.ts';
import type { Assessment } from '../../src/model/assessment.ts';
import type { Challenge } from '../../src/model/challenge.ts';
import type { FollowedAction } from '../../src/model/follow-up.ts';
import { loadPack } from '../../src/pack/load.ts';
import { readMedway } from '../exchange/read/medway.ts';

const pack = loadPack(fileURLToPath(new URL('../../rules/lga-nps-2018', import.meta.url)));
const folder = fileURLToPath(new URL('../golden/follow-up/', import.meta.url));

let followed: readonly FollowedAction[] = [];
let asked: readonly Challenge[] = [];

beforeAll(async () => {
  const { assessments } = readMedway();
  const of = (period: string): Assessment => {
    const found = assessments.find((each) => each.period === period);
    if (found === undefined) throw new Error(`the appendix has no ${period}`);
    return found;
  };
  const evaluate = evaluator(pack);
  const nothing = { factors: {}, corrections: [] };
  const past = await evaluate({ assessment: of('2022'), earlier: [], period: '2023', ...nothing });
  const present = await evaluate({
    assessment: of('2023'),
    earlier: [of('2022')],
    period: '2024',
    ...nothing,
  });
  const [earlier, later] = [past.readings, present.readings];
  followed = followUp(pack, earlier, later);
  asked = challenges(pack, { earlier, later, followed, advice: present.advice });
});

/** Compares with the golden file; what came out instead is written beside it, with `-changed` in its name. */
function expectGolden(name: string, lines: readonly string[]): void {
  const seen = `${lines.join('\n')}\n`;
  const changed = `${folder}${name}-changed.txt`;
  const golden = `${folder}${name}.txt`;
  const held = existsSync(golden) ? readFileSync(golden, 'utf8') : '';
  if (held === seen) rmSync(changed, { force: true });
  else {
    mkdirSync(folder, { recursive: true });
    writeFileSync(changed, seen);
  }
  expect(seen).toBe(held);
}

describe('the example, from 2022 to 2023', () => {
  it('has twelve actions, each judged as a careful reader of the appendix judges it', () => {
    const judged = followed.map(({ objective, outcome }) => `#${objective} ${outcome}`);
    expect(judged).toEqual([
      '#3 carried-on',
      '#7 carried-on',
      '#20 carried-on',
      '#21 done',
      '#23 changed',
      '#24 not-stated',
      '#25 carried-on',
      '#32 done',
      '#34 not-stated',
      '#37 not-stated',
      '#40 done',
      '#57 not-stated',
    ]);
  });

  it('has what became of its actions as it was read before', () => {
    expectGolden(
      'actions',
      followed.flatMap(({ objective, outcome, from, to, why }) => [
        `#${objective} ${outcome}`,
        `  ${from.period} ${from.start}-${from.end}: ${from.quote}`,
        to === null ? '  nothing' : `  ${to.period} #${to.objective} ${to.start}-${to.end}: ${to.quote}`,
        `  ${why}`,
      ]),
    );
  });

  it('is asked what it was asked before', () => {
    expectGolden(
      'challenges',
      asked.flatMap(({ kind, objective, period, question, quotes }) => [
        `${kind} #${objective} ${period}`,
        `  ${question}`,
        ...quotes.map((quote) => {
          const place =
            quote.source === 'comment'
              ? `${quote.period} #${quote.objective}`
              : `${quote.source} for level ${quote.level}`;
          return `  ${place} ${quote.start}-${quote.end}: ${quote.quote}`;
        }),
      ]),
    );
  });

  it('is asked of a standard that its comment weakens, and of no other', () => {
    const weakened = asked.filter(({ kind }) => kind === 'criterion-weakened');
    expect(weakened.map(({ objective }) => objective)).toEqual([18, 19, 27, 57]);
  });
});
