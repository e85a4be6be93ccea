import { join } from 'node:path';
import { evaluator } from '../../engine/evaluate.ts';
import { type Effects, realEffects } from '../../kernel/effects.ts';
import { Problem } from '../../kernel/problem.ts';
import { loadPack } from '../../pack/load.ts';
import { openRecords } from '../../records/records.ts';
import { type KeptReadings, keptReadings } from './kept-readings.ts';
import { packFolders } from './pack-folders.ts';
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
 * @throws Problem WORKSPACE_BROKEN, WORKSPACE_BUSY; those of `packFolders`, and of reading a source that is imported
 */
export async function openWorkspace(options: WorkspaceOptions): Promise<Workspace> {
  const { folder, effects = realEffects } = options;
  const places = {
    rules: options.rules ?? join(projectFolder, 'rules'),
    ownRules: options.ownRules ?? null,
    sources: options.sources === undefined ? join(projectFolder, 'data/sources') : options.sources,
    dashboards: options.dashboards ?? join(projectFolder, 'dashboards'),
  };
  const packs = () => packFolders(places.rules, places.ownRules);
  packs();
  const packFolder = (framework: string) => {
    const known = packs();
    const found = known.get(framework);
    if (found !== undefined) return found;
    throw unknownFramework(framework, [...known.keys()]);
  };
  const pack = once((framework: string) => loadPack(packFolder(framework)));
  const readings: KeptReadings[] = [];
  const atClose: (() => void)[] = [];
  const records = openRecords(folder, effects);
  const workspace: Workspace = {
    folder,
    effects,
    records,
    places,
    frameworks: () => [...packs().keys()],
    packFolder,
    pack,
    evaluator: once((framework: string) => {
      const kept = keptReadings(folder, pack(framework));
      readings.push(kept);
      return evaluator(pack(framework), { remember: kept.reader });
    }),
    whenClosed: (work) => {
      atClose.push(work);
    },
    close: () => {
      for (const work of atClose.splice(0)) work();
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
    repair: 'Use one of these, or name the folder of its rules with --rules.',
  });
}
