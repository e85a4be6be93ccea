import type { EvaluationInput } from '../engine/evaluate.ts';
import { inputOfCase } from '../engine/run-cases.ts';
import type { Pack } from '../pack/pack.ts';

/**
 * An organisation that is made up of a pack's worked cases: every objective has the score and comment of one of them,
 * in turn, and no circumstance is known. Null for a pack without cases.
 * @throws Problem PACK_BROKEN for a case whose score cannot be read
 */
export function workedAssessment(pack: Pack): EvaluationInput | null {
  const inputs = pack.cases.map((each) => inputOfCase(each, pack));
  const [first] = inputs;
  if (first === undefined) return null;
  const rows = inputs.flatMap(({ assessment }) => assessment.rows);
  return {
    ...first,
    assessment: {
      ...first.assessment,
      rows: pack.framework.objectives.flatMap(({ number }, index) => {
        const row = rows[index % rows.length];
        return row === undefined ? [] : [{ ...row, objective: number }];
      }),
    },
    earlier: [],
    factors: {},
  };
}
