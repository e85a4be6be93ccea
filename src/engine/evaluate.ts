import type { Advice, ObjectiveAdvice } from '../model/advice.ts';
import { type Assessment, rowOf } from '../model/assessment.ts';
import type { Reading } from '../model/reading.ts';
import type { ReadingCorrection } from '../model/reading-correction.ts';
import type { Pack } from '../pack/pack.ts';
import type { CorrectedCell, LapsedCorrection } from './corrected-cell.ts';
import { correctedReader } from './corrections.ts';
import { countReadings } from './count-readings.ts';
import { type FactorSettings, factorStates } from './facts.ts';
import { readComments } from './inherit.ts';
import { jsonRulesEvaluator } from './json-rules.ts';
import { type ObjectiveTrace, objectiveStages } from './objective-stages.ts';
import { type CommentReader, commentReader } from './reading/comment-reader.ts';
import { restsOnStandard } from './rests-on-standard.ts';

export type { ObjectiveTrace };

/** What advice rests on. */
export interface EvaluationInput {
  /** The last closed assessment before the period. */
  readonly assessment: Assessment;
  /** Earlier ones, for comments that stand on them. */
  readonly earlier: readonly Assessment[];
  /** The period that targets are for. */
  readonly period: string;
  readonly factors: FactorSettings;
  /** What officers said of the readings. */
  readonly corrections: readonly ReadingCorrection[];
}

/** Advice with what it was made from. */
export interface Evaluation {
  readonly advice: Advice;
  readonly traces: readonly ObjectiveTrace[];
  readonly readings: readonly Reading[];
  /** Every cell that the advice rests on, earlier ones that are taken over too, with what officers said of it. */
  readonly cells: readonly CorrectedCell[];
  readonly lapsed: readonly LapsedCorrection[];
}

/** Evaluates assessments by one pack; kept and reused, so that its engines are made once. */
export type Evaluator = (input: EvaluationInput) => Promise<Evaluation>;

/** What an evaluator is made with. */
export interface EvaluatorOptions {
  /** Gives a reader that may know what a cell says from an earlier time, and makes the true one when it does not. */
  readonly remember?: (make: () => CommentReader) => CommentReader;
}

/**
 * The evaluator of a pack:
 *
 * ```text
 * assessments ─ commentReader, correctedReader ─▶ what each cell says, as officers have it ─ readComments ─▶ readings
 *   then, for each scored objective, objectiveStages:
 * score, reading, factors ─ ceilingFacts ─▶ facts ─ ceiling rules ─▶ causes ─ ceilingFrom ─▶ ceiling, potential
 * facts, ceiling, reading ─ targetFacts ─▶ facts ─ target rules ─▶ rule ─ targetFrom ─▶ target
 * ```
 */
export function evaluator(pack: Pack, { remember = (make) => make() }: EvaluatorOptions = {}): Evaluator {
  const rules = jsonRulesEvaluator();
  const read = remember(() => commentReader(pack));
  const stages = objectiveStages(pack, rules);

  return async ({ assessment, earlier, period, factors: settings, corrections }) => {
    const factors = factorStates(pack, assessment, settings);
    const corrected = correctedReader(pack, read, corrections);
    const readings = readComments(assessment, earlier, corrected.read);
    const objectives: ObjectiveAdvice[] = [];
    const traces: ObjectiveTrace[] = [];

    for (const objective of pack.framework.objectives) {
      const named = { objective: objective.number, name: objective.name, section: objective.section };
      const row = rowOf(assessment, objective.number);
      const reading = readings.get(objective.number);
      if (row?.state !== 'scored' || reading === undefined) {
        const reason =
          row?.state === 'not-applicable' ? row.reason || 'No reason is given.' : 'No score is given.';
        objectives.push({
          ...named,
          state: row?.state === 'not-applicable' ? row.state : 'not-scored',
          reason,
        });
        continue;
      }
      const { score } = row;
      const { trace, ...outcome } = await stages({ objective, score, reading, factors });
      objectives.push({
        ...named,
        state: 'scored',
        score: { ...score, agreedStandard: restsOnStandard(reading) },
        ...outcome,
      });
      traces.push(trace);
    }
    const scored = new Set(traces.map(({ objective }) => objective));
    const cells = corrected.cells().filter(({ reading }) => scored.has(reading.objective));
    return {
      advice: {
        schema: 1,
        framework: pack.id,
        organisation: assessment.organisation,
        basedOn: assessment.period,
        period,
        pack: { version: pack.version, sha256: pack.sha256 },
        factors,
        readings: countReadings(cells),
        objectives,
      },
      traces,
      readings: [...readings.values()],
      cells,
      lapsed: corrected.cells().flatMap(({ lapsed }) => lapsed),
    };
  };
}
