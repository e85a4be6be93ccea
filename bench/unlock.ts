import { advise } from '../src/app/advise.ts';
import { resolveView } from '../src/app/view-of.ts';
import type { Workspace } from '../src/app/workspace.ts';
import type { Evaluation } from '../src/engine/evaluate.ts';
import { evaluator } from '../src/engine/evaluate.ts';
import { combinations } from '../src/engine/unlock/smallest-sets.ts';
import { unlocker } from '../src/engine/unlock/unlock.ts';
import type { CeilingCause } from '../src/model/advice.ts';
import type { Factor } from '../src/model/factor.ts';
import type { Pack } from '../src/pack/pack.ts';
import { line, sideBySide } from './times.ts';

/**
 * What would rise, over every circumstance and every pair, beside the plain way: the whole advice once for each of them.
 * A heavier case is invented: every scored objective under twelve limits, each with a circumstance of its own.
 */
export async function benchUnlock(workspace: Workspace, organisation: string): Promise<readonly string[]> {
  const { pack, input } = resolveView(workspace, { organisation });
  const evaluation = await advise(workspace, { organisation });
  const evaluate = evaluator(pack);
  const work = unlocker(pack);
  const ids = pack.factors.map(({ id }) => id);
  const sets = [...combinations(ids, 1), ...combinations(ids, 2)];
  const heavy = invented(pack, evaluation);
  const heavyWork = unlocker(heavy.pack);
  const { capped, liftable } = await work(evaluation);

  const times = await sideBySide(
    [
      { name: 'unlock', work: () => work(evaluation) },
      { name: 'heavy', work: () => heavyWork(heavy.evaluation) },
      {
        name: 'plain',
        work: async () => {
          for (const set of sets) {
            const lifted = Object.fromEntries(set.map((id) => [id, 'yes' as const]));
            await evaluate({ ...input, factors: { ...input.factors, ...lifted } });
          }
        },
      },
    ],
    { rounds: 10, unmeasured: 2 },
  );
  const [own, plain] = [times.get('unlock'), times.get('plain')];
  const n = evaluation.traces.length;
  return [
    `What would rise, for ${n} objectives (${capped} capped, ${liftable} would rise) and ${ids.length} circumstances`,
    line('unlock, all sets and pairs', own),
    line(`the whole advice for each of ${sets.length} sets`, plain, { name: 'unlock', times: own }),
    `  ${'aim: under 200 ms'.padEnd(44)} ${own !== undefined && own.median < 200 ? 'met' : 'not met here'}`,
    line(`invented: ${heavy.evaluation.traces.length} × 12 circumstances`, times.get('heavy')),
  ];
}

/** Every scored objective under twelve limits of two levels, each with a circumstance of its own. */
function invented(pack: Pack, { advice, traces, readings, cells, lapsed }: Evaluation) {
  const factors: readonly Factor[] = Array.from({ length: 12 }, (_, index) => {
    const id = `invented-${String(index).padStart(2, '0')}`;
    return { id, name: id, question: id };
  });
  const objectives = advice.objectives.map((each) => {
    if (each.state !== 'scored') return each;
    const level = each.score.achieved;
    const causes = factors.map(({ id }, index): CeilingCause => {
      const shared = { rule: id, title: id, citation: id, basis: 'comment', control: 'external' } as const;
      const state = { strength: 'stated', standing: 'read', assumed: false, overtaken: false } as const;
      const moments = { until: null, reviewBy: null, waitsOn: null, evidence: [] };
      const at = index < 6 ? level : Math.min(level + 1, 4);
      return { ...shared, ...state, ...moments, cause: '', level: at, binding: true, factor: id };
    });
    return { ...each, ceiling: { ...each.ceiling, level, capped: 'now' as const, causes } };
  });
  const ceilings = factors.map(({ id }) => {
    const test = { fact: `factor.${id}`, operator: 'notEqual', value: 'yes', seen: 'unknown', holds: true };
    return { rule: id, holds: true, condition: { group: 'all' as const, holds: true, members: [test] } };
  });
  return {
    pack: { ...pack, factors },
    evaluation: {
      advice: { ...advice, objectives },
      traces: traces.map((trace) => ({ ...trace, ceilings })),
      readings,
      cells,
      lapsed,
    },
  };
}
