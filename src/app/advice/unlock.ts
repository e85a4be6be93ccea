import { type Unlocker, unlocker } from '../../engine/unlock/unlock.ts';
import type { Unlock } from '../../model/unlock.ts';
import type { Pack } from '../../pack/pack.ts';
import type { ViewOf } from '../workspace/view-of.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { advise } from './advise.ts';

const kept = new WeakMap<Pack, Unlocker>();

/** What would rise if circumstances changed, for each capped objective and each circumstance. @throws Problem as `advise` does */
export async function unlock(workspace: Workspace, view: ViewOf): Promise<Unlock> {
  const evaluation = await advise(workspace, view);
  const pack = workspace.pack(evaluation.advice.framework);
  const work = kept.get(pack) ?? unlocker(pack);
  kept.set(pack, work);
  return work(evaluation);
}
