import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from '../kernel/problem.ts';

/** Beside the packs: the generated schemas of their files, and what a new pack begins with. */
const others = ['schema', 'starter'];

/** The folders that hold a framework, in order of name. @throws Problem PACK_BROKEN */
export function frameworksIn(rules: string): readonly string[] {
  try {
    return readdirSync(rules)
      .filter((name) => !others.includes(name))
      .filter((name) => statSync(join(rules, name, 'framework.json'), { throwIfNoEntry: false })?.isFile())
      .sort();
  } catch (cause) {
    throw new Problem(
      'PACK_BROKEN',
      { file: rules, seen: String(cause), repair: 'Give a folder with one folder for each framework.' },
      { cause },
    );
  }
}
