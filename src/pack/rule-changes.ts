import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson, sha256 } from '../kernel/canonical.ts';
import { Problem } from '../kernel/problem.ts';
import { mismatches } from '../kernel/schema.ts';
import { readTextFile } from '../kernel/text-file.ts';
import { noRuleChanges, RuleChanges } from '../model/rule-changes.ts';
import type { PackContent } from './pack.ts';
import { phraseFiles } from './phrase-sets.ts';

/** The kinds of thing whose changes are recorded. */
export type ChangeKind = 'reading' | 'ceilings' | 'targets' | 'phrases';

/** What each recorded thing of a pack says now, by kind and id. */
export function recordedThings(
  content: PackContent,
): Readonly<Record<ChangeKind, readonly (readonly [id: string, says: unknown])[]>> {
  const { reading, ceilings, targets } = content;
  const byId = (rules: readonly { readonly id: string }[]) => rules.map((rule) => [rule.id, rule] as const);
  return {
    reading: byId(reading.rules),
    ceilings: byId(ceilings),
    targets: byId(targets),
    phrases: phraseFiles(content).flatMap(({ phrases }) => Object.entries(phrases)),
  };
}

/** The mark of what a thing says: the same for the same content, however it is laid out. */
export function changeMark(says: unknown): string {
  return sha256(canonicalJson(says)).slice(0, 16);
}

/**
 * What `changes.json` in a pack's folder records; nothing where there is no such file.
 * @throws Problem PACK_BROKEN, and those of a file that cannot be read
 */
export function loadRuleChanges(folder: string): RuleChanges {
  const file = join(folder, 'changes.json');
  if (!existsSync(file)) return noRuleChanges;
  const repair = 'Take the file away, and write it again with "npm run changes".';
  let value: unknown;
  try {
    value = JSON.parse(readTextFile(file));
  } catch (cause) {
    if (cause instanceof Problem) throw cause;
    throw new Problem('PACK_BROKEN', { file, seen: String(cause), allowed: 'JSON', repair }, { cause });
  }
  const [first] = mismatches(RuleChanges, value);
  if (first === undefined) return value as RuleChanges;
  throw new Problem('PACK_BROKEN', {
    file,
    place: first.path === '' ? '/' : first.path,
    seen: first.seen,
    allowed: first.message,
    repair,
  });
}

/**
 * The day on which a thing last changed, as `2026-01-02`.
 * @returns null where none is recorded, and where it says something else now than when it was
 */
export function lastChanged(
  changes: RuleChanges,
  kind: ChangeKind,
  id: string,
  says: unknown,
): string | null {
  const recorded = Object.hasOwn(changes[kind], id) ? changes[kind][id] : undefined;
  return recorded !== undefined && recorded.sha256 === changeMark(says) ? recorded.changed : null;
}
