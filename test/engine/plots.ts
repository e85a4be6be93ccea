import { type Evaluation, type EvaluationInput, evaluator } from '../../src/engine/evaluate.ts';
import type { ScoredAdvice } from '../../src/model/advice.ts';
import type { Assessment } from '../../src/model/assessment.ts';
import type { ReadingCorrection } from '../../src/model/reading-correction.ts';
import { parseScore } from '../../src/model/score.ts';
import { loadPack } from '../../src/pack/load.ts';
import type { Pack } from '../../src/pack/pack.ts';
import { allotment } from '../pack/allotment.ts';

/** The small invented pack: levels 0 to 3; objectives 1 and 2 in "soil", 3 to 5 in "crops". */
export const plots: Pack = loadPack(allotment);

/** Score and comment of an objective, by its number. */
export type Rows = Readonly<Record<number, readonly [score: string, comment: string]>>;

/** An assessment of the small pack; what is not given is not in it. */
export function plotYear(period: string, rows: Rows, pack: Pack = plots): Assessment {
  return {
    framework: pack.id,
    organisation: 'plot-7',
    period,
    rows: Object.entries(rows).map(([objective, [written, text]]) => {
      const score = parseScore(written, pack.framework.levels);
      if (score === null) throw new Error(`no score: ${written}`);
      return { objective: Number(objective), text, state: 'scored', score };
    }),
  };
}

const evaluate = evaluator(plots);

/** Advice for 2003 from rows of 2002, and of earlier years where they matter. */
export function advisePlots(
  rows: Rows,
  more: Partial<EvaluationInput> & { readonly years?: Readonly<Record<string, Rows>> } = {},
): Promise<Evaluation> {
  const { years = {}, ...input } = more;
  return evaluate({
    assessment: plotYear('2002', rows),
    earlier: Object.entries(years).map(([period, each]) => plotYear(period, each)),
    period: '2003',
    factors: {},
    corrections: [],
    ...input,
  });
}

/** The advice for one objective that is given alone. */
export async function adviseOn(
  objective: number,
  score: string,
  comment: string,
  more: Parameters<typeof advisePlots>[1] = {},
): Promise<ScoredAdvice> {
  return scored(await advisePlots({ [objective]: [score, comment] }, more), objective);
}

/** The advice for one objective, which must be scored. */
export function scored({ advice }: Evaluation, objective: number): ScoredAdvice {
  const found = advice.objectives.find((each) => each.objective === objective);
  if (found?.state !== 'scored') throw new Error(`objective ${objective} is not scored`);
  return found;
}

/** The causes of a ceiling, in words: rule, level, and what is special about it. */
export function causesOf({ ceiling }: ScoredAdvice): readonly string[] {
  return ceiling.causes.map(({ rule, level, strength, standing, binding, overtaken, assumed }) =>
    [
      `${rule} ${level}`,
      strength === 'hedged' ? 'hedged' : '',
      standing === 'read' ? '' : standing,
      binding ? 'binds' : '',
      overtaken ? 'overtaken' : '',
      assumed ? 'assumed' : '',
    ]
      .filter((part) => part !== '')
      .join(', '),
  );
}

/** An officer's correction of objective 3 in 2002, changed as given. */
export function correction(
  decision: 'confirm' | 'add' | 'dismiss',
  quote: string,
  more: {
    readonly cause?: string;
    readonly period?: string;
    readonly level?: number;
    readonly factor?: string;
  } = {},
): ReadingCorrection {
  const { cause = 'neighbours', period = '2002', level = null, factor = 'shared-shed' } = more;
  const common = { objective: 3, period, quote, cause, reason: 'as agreed', by: 'ann', at: '2002-12-01' };
  return decision === 'dismiss'
    ? { ...common, decision }
    : { ...common, decision, level, factor, strength: 'stated' };
}
