import { workerData } from 'node:worker_threads';
import { Type } from 'typebox';
import { realEffects } from '../../kernel/effects.ts';
import { matches } from '../../kernel/schema.ts';
import { loadPack } from '../../pack/load.ts';
import { decideHeldPanel } from './decide-panels.ts';

/** What a thread that decides is told: the folders of the workspace and of the rules, and the panel. */
const Work = Type.Object({ folder: Type.String(), rules: Type.String(), panel: Type.String() });

const given: unknown = workerData;
if (!matches(Work, given))
  throw new Error('a thread that decides is told the workspace, the rules and the panel');
const { folder, rules, panel } = given;
await decideHeldPanel({ folder, effects: realEffects }, panel, loadPack(rules));
