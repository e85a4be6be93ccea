import { Problem } from '../kernel/problem.ts';
import { type Advice, type ScoredAdvice, scoredAdvice } from '../model/advice.ts';
import type { Assessment, AssessmentRow } from '../model/assessment.ts';
import type { Backtest, BrokenLimit, Outcome, StanceOutcome } from '../model/backtest.ts';
import { describeCapped, describeLeftOut, describeOpen, describeStance } from './describe-backtest.ts';

const stances = ['finish', 'advance', 'hold', 'open'] as const;

/**
 * Advice beside what the period that it was for reached, compared by the level achieved: a score being worked towards
 * has not been reached.
 *
 * Objectives that are not scored in both are in no figure; they are counted and listed with the reason. The order of
 * objectives and rows changes nothing.
 * @throws Problem BAD_VALUE if the two are not of the same framework, organisation and period; UNKNOWN_OBJECTIVE if
 * the assessment has an objective on which there is no advice
 */
export function backtest(advice: Advice, reached: Assessment): Backtest {
  checkSame(advice, reached);
  const rowOf = new Map(reached.rows.map((row) => [row.objective, row]));
  const compared = scoredAdvice(advice)
    .flatMap((given) => {
      const row = rowOf.get(given.objective);
      return row?.state === 'scored' ? [{ given, reached: row.score.achieved }] : [];
    })
    .sort((a, b) => a.given.objective - b.given.objective);
  const outcomes = compared.map(({ given, reached: level }) => outcome(given, level));
  const open = outcomes.filter(({ stance, openLevel }) => stance === 'open' && openLevel !== null);
  const openReached = open.filter(
    ({ openLevel, reached: level }) => openLevel !== null && level >= openLevel,
  );
  const capped = compared.filter(({ given }) => given.ceiling.capped === 'now');
  const beyond = capped.flatMap(({ given, reached: level }) => brokenLimit(given, level));
  const leftOut = leftOutOf(advice, rowOf);
  return {
    schema: 1,
    framework: advice.framework,
    organisation: advice.organisation,
    basedOn: advice.basedOn,
    period: advice.period,
    pack: advice.pack,
    n: compared.length,
    stances: stances.map((stance) => stanceOutcome(stance, outcomes)),
    open: {
      n: open.length,
      reached: openReached.length,
      sentence: describeOpen(open.length, openReached.length),
    },
    capped: {
      n: capped.length,
      held: capped.length - beyond.length,
      beyond,
      sentence: describeCapped(
        advice.basedOn,
        capped.length,
        beyond.map(({ objective }) => objective),
      ),
    },
    leftOut: {
      count: leftOut.length,
      objectives: leftOut,
      sentence: describeLeftOut(advice.basedOn, advice.period, leftOut.length),
    },
    outcomes,
  };
}

function outcome(
  { objective, name, section, score, target, ceiling }: ScoredAdvice,
  reached: number,
): Outcome {
  const { level, stance, openLevel } = target;
  return {
    objective,
    name,
    section,
    stance,
    before: score.achieved,
    target: level,
    openLevel,
    ceiling: ceiling.level,
    reached,
    against: reached > level ? 'above' : reached < level ? 'below' : 'at',
  };
}

function stanceOutcome(stance: StanceOutcome['stance'], outcomes: readonly Outcome[]): StanceOutcome {
  const mine = outcomes.filter((each) => each.stance === stance);
  const count = (against: Outcome['against']) => mine.filter((each) => each.against === against).length;
  const figures = { n: mine.length, at: count('at'), above: count('above'), below: count('below') };
  return { stance, ...figures, sentence: describeStance(stance, figures) };
}

function brokenLimit(given: ScoredAdvice, reached: number): readonly BrokenLimit[] {
  const { objective, name, section, ceiling } = given;
  if (reached <= ceiling.level) return [];
  const causes = ceiling.causes.filter(({ binding }) => binding);
  return [{ objective, name, section, ceiling: ceiling.level, reached, causes }];
}

function leftOutOf(advice: Advice, rowOf: ReadonlyMap<number, AssessmentRow>) {
  return advice.objectives
    .flatMap((given) => {
      const row = rowOf.get(given.objective);
      const before = given.state === 'scored' ? null : `${inWords(given.state)} in ${advice.basedOn}`;
      const after =
        row?.state === 'scored' ? null : `${inWords(row?.state ?? 'not-scored')} in ${advice.period}`;
      const reason = [before, after].filter((why) => why !== null).join(', ');
      const { objective, name, section } = given;
      return reason === '' ? [] : [{ objective, name, section, reason }];
    })
    .sort((a, b) => a.objective - b.objective);
}

function inWords(state: Exclude<AssessmentRow['state'], 'scored'>): string {
  return state === 'not-applicable' ? 'not applicable' : 'not scored';
}

function checkSame(advice: Advice, reached: Assessment): void {
  for (const part of ['framework', 'organisation', 'period'] as const) {
    if (advice[part] !== reached[part]) {
      throw new Problem('BAD_VALUE', {
        place: part,
        seen: `${reached[part]} beside advice for ${advice[part]}`,
        allowed: advice[part],
        repair: 'Give the assessment that the advice was for.',
      });
    }
  }
  const known = new Set(advice.objectives.map(({ objective }) => objective));
  const stray = reached.rows.find(({ objective }) => !known.has(objective));
  if (stray !== undefined) {
    throw new Problem('UNKNOWN_OBJECTIVE', {
      place: `period ${reached.period}`,
      seen: String(stray.objective),
      allowed: 'the objectives of the advice',
      repair: 'Make the advice and the assessment in one version of the framework.',
    });
  }
}
