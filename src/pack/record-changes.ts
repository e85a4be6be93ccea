import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { realEffects } from '../kernel/effects.ts';
import type { RuleChanges } from '../model/rule-changes.ts';
import { frameworksIn } from './frameworks-in.ts';
import { loadPack } from './load.ts';
import type { PackContent } from './pack.ts';
import { type ChangeKind, changeMark, lastChanged, loadRuleChanges, recordedThings } from './rule-changes.ts';

/** What `changes.json` should record: the day as it was for what is as it was, `today` for the rest, nothing of what is gone. */
export function nextRuleChanges(content: PackContent, before: RuleChanges, today: string): RuleChanges {
  const things = recordedThings(content);
  const record = (kind: ChangeKind) =>
    Object.fromEntries(
      things[kind]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([id, says]) => [
          id,
          { changed: lastChanged(before, kind, id, says) ?? today, sha256: changeMark(says) },
        ]),
    );
  return {
    $schema: before.$schema ?? '../schema/changes.json',
    reading: record('reading'),
    ceilings: record('ceilings'),
    targets: record('targets'),
    phrases: record('phrases'),
  };
}

/** Writes `changes.json` of the pack in a folder. @throws Problem those of the pack */
export function recordChanges(folder: string, today: string): void {
  const next = nextRuleChanges(loadPack(folder), loadRuleChanges(folder), today);
  writeFileSync(join(folder, 'changes.json'), `${JSON.stringify(next, null, 2)}\n`);
}

if (import.meta.main) {
  const rules = join(import.meta.dirname, '../../rules');
  const [given] = process.argv.slice(2);
  const today = realEffects.now().toISOString().slice(0, 10);
  const folders =
    given === undefined ? frameworksIn(rules).map((name) => join(rules, name)) : [resolve(given)];
  for (const folder of folders) recordChanges(folder, today);
}
