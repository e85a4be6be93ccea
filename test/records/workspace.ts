import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Effects } from '../../src/kernel/effects.ts';
import type { Problem } from '../../src/kernel/problem.ts';
import { asProblem } from '../../src/kernel/problem.ts';
import type { Assessment } from '../../src/model/assessment.ts';
import type { Organisation } from '../../src/model/organisation.ts';
import type { NewImport } from '../../src/records/import-steps.ts';
import type { OpenOptions } from '../../src/records/open-connection.ts';
import { openRecords, type Records } from '../../src/records/records.ts';

export const northfield: Organisation = {
  id: 'northfield',
  name: 'Northfield',
  framework: 'ladder',
  example: null,
};

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

/** Three objectives of one period, scored as given; the third is not applicable. */
export function assessment(period: string, first: number, second = 3): Assessment {
  const score = (achieved: number) => ({ label: String(achieved), achieved, workingTowards: null });
  return {
    framework: 'ladder',
    organisation: 'northfield',
    period,
    rows: [
      { objective: 1, state: 'scored', score: score(first), text: `“Quoted” in ${period}` },
      { objective: 2, state: 'scored', score: score(second), text: 'Commentary: \u{1F4C8} – as before' },
      { objective: 3, state: 'not-applicable', reason: 'No such service', text: '' },
    ],
  };
}

/** A document that brings assessments. */
export function document(assessments: readonly Assessment[], file = 'return.txt', sha256 = 'aa'): NewImport {
  return { organisation: 'northfield', assessments, source: { file, sha256 }, diagnostics: [] };
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
