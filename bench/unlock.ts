import { advise } from '../src/app/advice/advise.ts';
import { resolveView } from '../src/app/workspace/view-of.ts';
import type { Workspace } from '../src/app/workspace/workspace.ts';
import type { Evaluation } from '../src/engine/evaluate.ts';
import { unlocker } from '../src/engine/unlock/unlock.ts';
import type { CeilingCause } from '../src/model/advice.ts';
import type { Factor } from '../src/model/factor.ts';
import type { Pack } from '../src/pack/pack.ts';
import { sideBySide } from '../src/speed/side-by-side.ts';
import { unlockSpeed } from '../src/speed/unlock-speed.ts';
import { line } from './times.ts';

/**
 * What would rise, over every circumstance and every pair, beside the plain way: the whole advice once for each of them.
 * A heavier case is invented: every scored objective under twelve limits, each with a circumstance of its own.
 */
export async function benchUnlock(workspace: Workspace, organisation: string): Promise<readonly string[]> {
  const { pack, input } = resolveView(workspace, { organisation });
  const heavy = invented(pack, await advise(workspace, { organisation }));
  const heavyWork = unlocker(heavy.pack);
  const own = await unlockSpeed(pack, input);
  const times = await sideBySide([{ name: 'heavy', work: () => heavyWork(heavy.evaluation) }], {
    rounds: 10,
    unmeasured: 2,
  });
  return [
    `What would rise, for ${own.objectives} objectives (${own.capped} capped, ${own.liftable} would rise) and ${own.circumstances} circumstances`,
    line('unlock, all sets and pairs', own.unlock),
    line(`the whole advice for each of ${own.sets} sets`, own.wholeAdvice, {
      name: 'unlock',
      times: own.unlock,
    }),
    `  ${'aim: under 200 ms'.padEnd(44)} ${own.unlock.median < 200 ? 'met' : 'not met here'}`,
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
