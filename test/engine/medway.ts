import { fileURLToPath } from 'node:url';
import { type Evaluation, type EvaluationInput, evaluator } from '../../src/engine/evaluate.ts';
import type { ScoredAdvice } from '../../src/model/advice.ts';
import type { Assessment } from '../../src/model/assessment.ts';
import { loadPack } from '../../src/pack/load.ts';
import type { Pack } from '../../src/pack/pack.ts';
import { readMedway } from '../exchange/read/medway.ts';

/** The pack of the real appendix. */
export const pack: Pack = loadPack(fileURLToPath(new URL('../../rules/lga-nps-2018', import.meta.url)));

const { assessments } = readMedway();

/** The real appendix's assessment of a period. */
export function assessmentOf(period: string): Assessment {
  const found = assessments.find((each) => each.period === period);
  if (found === undefined) throw new Error(`no assessment of ${period}`);
  return found;
}

const evaluate = evaluator(pack);

/** Advice for the period after one, from the real appendix. */
export function adviseFrom(period: string, more: Partial<EvaluationInput> = {}): Promise<Evaluation> {
  return evaluate({
    assessment: assessmentOf(period),
    earlier: assessments.filter((each) => each.period < period),
    period: String(Number(period) + 1),
    factors: {},
    corrections: [],
    ...more,
  });
}

/** The advice for one objective, which must be scored. */
export function adviceOn({ advice }: Evaluation, objective: number): ScoredAdvice {
  const found = advice.objectives.find((each) => each.objective === objective);
  if (found?.state !== 'scored') throw new Error(`objective ${objective} is not scored`);
  return found;
}
