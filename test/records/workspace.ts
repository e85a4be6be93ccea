import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Effects } from '../../src/kernel/effects.ts';
import type { Problem } from '../../src/kernel/problem.ts';
import { asProblem } from '../../src/kernel/problem.ts';
import type { OpenOptions } from '../../src/records/open-connection.ts';
import { openRecords, type Records } from '../../src/records/records.ts';
import { northfield } from './example.ts';

/** An empty folder that is gone after the test. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'headroom-records-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A clock that moves on by a minute each time it is asked, and the lines that were logged. */
export function fixedEffects(): Effects & { readonly lines: readonly string[] } {
  const lines: string[] = [];
  let minutes = 0;
  return {
    now: () => new Date(Date.UTC(2026, 0, 5, 9, minutes++)),
    log: (line) => lines.push(line),
    lines,
  };
}

/** Records that are closed after the test. */
export function opened(
  folder: string,
  options: OpenOptions = {},
  effects: Effects = fixedEffects(),
): Records {
  const records = openRecords(folder, effects, options);
  onTestFinished(() => records.close());
  return records;
}

/** Records of a new folder that know Northfield. */
export function northfieldRecords(): Records {
  const records = opened(emptyFolder());
  records.putOrganisation(northfield, 'cli');
  return records;
}

/** The problem that work ends in. */
export function problemOf(work: () => unknown): Problem {
  try {
    work();
  } catch (thrown) {
    return asProblem(thrown);
  }
  throw new Error('No problem arose.');
}
