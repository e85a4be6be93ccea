import { join } from 'node:path';
import { evaluator } from '../engine/evaluate.ts';
import { type Effects, realEffects } from '../kernel/effects.ts';
import { Problem } from '../kernel/problem.ts';
import { frameworksIn } from '../pack/frameworks-in.ts';
import { loadPack } from '../pack/load.ts';
import { openRecords } from '../records/records.ts';
import { type KeptReadings, keptReadings } from './kept-readings.ts';
import { projectFolder } from './project-folder.ts';
import { seedSources } from './seed-sources.ts';
import type { Places, Workspace } from './workspace-interface.ts';

export type { Workspace };

/** How a workspace is opened; all but the folder are the project's own unless said. */
export interface WorkspaceOptions extends Partial<Places> {
  readonly folder: string;
  readonly effects?: Effects;
}

/**
 * The workspace in a folder, made on first use and filled from the sources.
 * @throws Problem WORKSPACE_BROKEN, WORKSPACE_BUSY; those of reading a source that is imported
 */
export async function openWorkspace(options: WorkspaceOptions): Promise<Workspace> {
  const { folder, effects = realEffects } = options;
  const places = {
    rules: options.rules ?? join(projectFolder, 'rules'),
    sources: options.sources === undefined ? join(projectFolder, 'data/sources') : options.sources,
    dashboards: options.dashboards ?? join(projectFolder, 'dashboards'),
  };
  const pack = once((framework: string) => {
    const known = frameworksIn(places.rules);
    if (known.includes(framework)) return loadPack(join(places.rules, framework));
    throw unknownFramework(framework, known);
  });
  const readings: KeptReadings[] = [];
  const records = openRecords(folder, effects);
  const workspace: Workspace = {
    folder,
    effects,
    records,
    places,
    frameworks: () => frameworksIn(places.rules),
    pack,
    evaluator: once((framework: string) => {
      const kept = keptReadings(folder, pack(framework));
      readings.push(kept);
      return evaluator(pack(framework), { remember: kept.reader });
    }),
    close: () => {
      for (const kept of readings) kept.save();
      records.close();
    },
  };
  try {
    if (places.sources !== null) await seedSources(workspace, places.sources);
  } catch (thrown) {
    records.close();
    throw thrown;
  }
  return workspace;
}

function once<Value>(make: (key: string) => Value): (key: string) => Value {
  const made = new Map<string, Value>();
  return (key) => {
    const held = made.get(key);
    if (held !== undefined) return held;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}

function unknownFramework(seen: string, known: readonly string[]): Problem {
  return new Problem('UNKNOWN_FRAMEWORK', {
    seen,
    allowed: known.length === 0 ? 'none yet' : known.join(', '),
    repair: 'Use one of these, or add a folder with its rules.',
  });
}
