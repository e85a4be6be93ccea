import { type EvaluationInput, evaluator } from '../engine/evaluate.ts';
import { combinations } from '../engine/unlock/smallest-sets.ts';
import { unlocker } from '../engine/unlock/unlock.ts';
import type { Pack } from '../pack/pack.ts';
import { sideBySide, type Times } from './side-by-side.ts';

/** How fast it is worked out what would rise. */
export interface UnlockSpeed {
  readonly objectives: number;
  readonly capped: number;
  /** Objectives that would rise. */
  readonly liftable: number;
  readonly circumstances: number;
  /** How many circumstances and pairs of them there are. */
  readonly sets: number;
  readonly unlock: Times;
  /** The plain way: the whole advice once for each circumstance and pair. */
  readonly wholeAdvice: Times;
}

/** What would rise for one organisation, over every circumstance and every pair, beside the plain way. */
export async function unlockSpeed(pack: Pack, input: EvaluationInput): Promise<UnlockSpeed> {
  const evaluate = evaluator(pack);
  const evaluation = await evaluate(input);
  const work = unlocker(pack);
  const { capped, liftable } = await work(evaluation);
  const ids = pack.factors.map(({ id }) => id);
  const sets = [...combinations(ids, 1), ...combinations(ids, 2)];
  const wholeAdvice = async () => {
    for (const set of sets) {
      const lifted = Object.fromEntries(set.map((id) => [id, 'yes' as const]));
      await evaluate({ ...input, factors: { ...input.factors, ...lifted } });
    }
  };
  const times = await sideBySide(
    [
      { name: 'unlock', work: () => work(evaluation) },
      { name: 'whole advice', work: wholeAdvice },
    ],
    { rounds: 3, unmeasured: 1 },
  );
  const none = { median: Number.NaN, fastest: Number.NaN };
  return {
    objectives: evaluation.traces.length,
    capped,
    liftable,
    circumstances: ids.length,
    sets: sets.length,
    unlock: times.get('unlock') ?? none,
    wholeAdvice: times.get('whole advice') ?? none,
  };
}
