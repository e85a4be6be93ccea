import { canonicalJson } from '../kernel/canonical.ts';
import { Problem } from '../kernel/problem.ts';
import type { ScoredAdvice } from '../model/advice.ts';
import type { Assessment } from '../model/assessment.ts';
import type { PackCase } from '../model/pack-case.ts';
import { nextPeriod } from '../model/period.ts';
import { parseScore } from '../model/score.ts';
import type { Stage } from '../pack/facts.ts';
import type { Pack } from '../pack/pack.ts';
import type { Evaluation, EvaluationInput, Evaluator } from './evaluate.ts';

/** One thing that came out otherwise than a case expects, both as JSON; several target rules where one must hold, too. */
export interface CaseDifference {
  readonly what: keyof PackCase['expected'];
  readonly expected: string;
  readonly seen: string;
}

/** What came of one case. */
export interface CaseResult {
  readonly case: PackCase;
  readonly passed: boolean;
  /** Empty if it passed. */
  readonly differences: readonly CaseDifference[];
  /** The ids of the reading, ceiling and target rules that took part, in order. */
  readonly rules: readonly string[];
  /** The same by stage, where two stages may use one id. */
  readonly took: Readonly<Record<Stage, readonly string[]>>;
  /** The advice for the one objective of the case. */
  readonly evaluation: Evaluation;
}

const before = '2000';
const period = nextPeriod(before);

/**
 * The pack's worked cases, answered by its rules, in their order; empty for a pack without cases.
 * @param evaluate the evaluator of that pack
 * @throws Problem PACK_BROKEN for a case whose score cannot be read
 */
export async function runCases(pack: Pack, evaluate: Evaluator): Promise<readonly CaseResult[]> {
  const results: CaseResult[] = [];
  for (const each of pack.cases) results.push(await runCase(each, pack, evaluate));
  return results;
}

/**
 * What a worked case gives the evaluator: an assessment of its one objective, and the year before where it has one.
 * @throws Problem PACK_BROKEN for a score that cannot be read
 */
export function inputOfCase(each: Pick<PackCase, 'id' | 'given'>, pack: Pack): EvaluationInput {
  const { given } = each;
  return {
    assessment: assessmentOf(each, period, given, pack),
    earlier: given.previous === undefined ? [] : [assessmentOf(each, before, given.previous, pack)],
    period: nextPeriod(period),
    factors: given.factors ?? {},
    corrections: [],
  };
}

async function runCase(each: PackCase, pack: Pack, evaluate: Evaluator): Promise<CaseResult> {
  const { given, expected } = each;
  const evaluation = await evaluate(inputOfCase(each, pack));
  const advice = evaluation.advice.objectives.find(({ objective }) => objective === given.objective);
  if (advice?.state !== 'scored') throw unreadable(each, given.score, pack);
  const differences = [
    ...compare(expected, seenIn(advice)),
    ...severalRules(expected, targetRulesIn(evaluation, given.objective)),
  ];
  const took = rulesIn(evaluation, advice);
  const rules = inOrderOnce(Object.values(took).flat());
  return { case: each, passed: differences.length === 0, differences, rules, took, evaluation };
}

function assessmentOf(
  each: Pick<PackCase, 'id' | 'given'>,
  at: string,
  { score: written, comment }: { readonly score: string; readonly comment: string },
  pack: Pack,
): Assessment {
  const score = parseScore(written, pack.framework.levels);
  if (score === null) throw unreadable(each, written, pack);
  const row = { objective: each.given.objective, text: comment, state: 'scored', score } as const;
  return { framework: pack.id, organisation: 'case', period: at, rows: [row] };
}

function unreadable({ id }: Pick<PackCase, 'id'>, written: string, pack: Pack): Problem {
  const levels = pack.framework.levels.map(({ level }) => level).join(', ');
  return new Problem('PACK_BROKEN', {
    file: 'cases/',
    place: `case ${id}`,
    seen: `the score "${written}"`,
    allowed: `one of ${levels}, or two that follow each other, as "2/3"`,
    repair: 'Write a score of the framework.',
  });
}

function seenIn({ ceiling, target }: ScoredAdvice): Required<PackCase['expected']> {
  return {
    ceiling: ceiling.level,
    causes: ceiling.causes.map(({ rule }) => rule),
    control: ceiling.control,
    target: target.level,
    stance: target.stance,
    rule: target.rule,
  };
}

function compare(
  expected: PackCase['expected'],
  seen: Required<PackCase['expected']>,
): readonly CaseDifference[] {
  const whats = ['ceiling', 'causes', 'control', 'target', 'stance', 'rule'] as const;
  return whats.flatMap((what) => {
    if (expected[what] === undefined) return [];
    const [wanted, got] = [inOrder(expected[what]), inOrder(seen[what])];
    return wanted === got ? [] : [{ what, expected: wanted, seen: got }];
  });
}

/** The ids of the target rules that hold; the first of them gave the target. */
function targetRulesIn({ traces }: Evaluation, number: number): readonly string[] {
  const trace = traces.find(({ objective }) => objective === number);
  return (trace?.targets ?? []).filter(({ holds }) => holds).map(({ rule }) => rule);
}

/** That more than one target rule holds, which no case allows, whatever it expects. */
function severalRules(expected: PackCase['expected'], holding: readonly string[]): readonly CaseDifference[] {
  if (holding.length < 2) return [];
  const wanted = expected.rule === undefined ? 'one rule' : `${inOrder(expected.rule)} alone`;
  return [{ what: 'rule', expected: wanted, seen: inOrder(holding) }];
}

function inOrder(value: unknown): string {
  return canonicalJson(Array.isArray(value) ? value.toSorted() : value);
}

function rulesIn({ readings }: Evaluation, { ceiling, target }: ScoredAdvice): CaseResult['took'] {
  const read = readings.flatMap(({ obstacles, courses }) => [...obstacles, ...courses]);
  return {
    reading: inOrderOnce(read.map(({ rule }) => rule)),
    ceilings: inOrderOnce(ceiling.causes.map(({ rule }) => rule)),
    targets: [target.rule],
  };
}

function inOrderOnce(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)].toSorted();
}
