import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { decisions, sharedVerdicts } from '../../../src/benchmark/disclosure/decisions.ts';
import { readKept, writeKept } from '../../../src/benchmark/disclosure/kept-file.ts';
import { keptBytes, keptObjective } from '../../../src/benchmark/disclosure/kept-objective.ts';
import { decidedOf, sheetOf, sumOfDecisions } from './decided-panels.ts';
import { drawnPanel } from './drawn-panel.ts';

const rows = drawnPanel({
  seed: 9,
  sizes: [
    [12, 6, 3],
    [6, 12, 9],
  ],
  periods: 3,
  unlike: 40,
  missing: 5,
  carried: 5,
  agreed: 5,
  rising: 20,
  causes: true,
});
const panel = sheetOf(rows);
const causes = (rows.causes ?? []).map((cause) => ({ ...cause, control: 'external' }));
const bytes = () => {
  const shared = sharedVerdicts(panel.sheet, panel.members);
  return keptBytes({ sheet: panel.sheet, shared, causes }, panel);
};

describe('kept decisions', () => {
  test('are the same when they are read again, for all and for the nearest of each', () => {
    const kept = keptObjective(bytes(), panel);
    expect(kept?.sheet).toEqual(panel.sheet);
    expect(kept?.causes).toEqual(causes);
    const again = kept === null ? null : decisions(kept.sheet, panel.members, kept.shared);
    expect(again === null ? null : sumOfDecisions(panel, again)).toBe(decidedOf(rows));
  });

  test('are nothing where bytes are missing or too many', () => {
    const whole = bytes();
    expect(keptObjective(whole.subarray(0, whole.length - 40), panel)).toBeNull();
    expect(keptObjective(Buffer.concat([whole.subarray(0, 400), whole]), panel)).toBeNull();
  });
});

describe('a file in which something is kept', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'headroom-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const place = (key = 'one') => ({ folder, name: 'figures', key });
  const file = () => join(folder, 'decided', 'figures.kept');

  test('is read under its own key only', () => {
    expect(readKept(place())).toBeNull();
    writeKept(place(), Buffer.from('kept'));
    expect(readKept(place())?.toString()).toBe('kept');
    expect(readKept(place('another'))).toBeNull();
    expect(readdirSync(join(folder, 'decided'))).toEqual(['figures.kept']);
  });

  test('is not believed where a byte of it is another, or its key was written over', () => {
    writeKept(place(), Buffer.from('kept'));
    const whole = readFileSync(file());
    for (const at of [whole.length - 1, whole.indexOf('\n') + 3, 12]) {
      const damaged = Buffer.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ 1;
      writeFileSync(file(), damaged);
      expect(readKept(place())).toBeNull();
    }
    writeFileSync(file(), whole.toString('latin1').replace('"one"', '"two"'), 'latin1');
    expect(readKept(place('two'))).toBeNull();
    writeFileSync(file(), '');
    expect(readKept(place())).toBeNull();
    writeKept(place(), Buffer.from('new'));
    expect(readKept(place())?.toString()).toBe('new');
  });

  test('is neither written nor read through a link', () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'headroom-'));
    try {
      symlinkSync(elsewhere, join(folder, 'decided'));
      writeKept(place(), Buffer.from('kept'));
      expect(readdirSync(elsewhere)).toEqual([]);
    } finally {
      rmSync(elsewhere, { recursive: true, force: true });
    }
  });

  test('is not written where the panel is gone', () => {
    writeKept({ ...place(), folder: join(folder, 'gone') }, Buffer.from('kept'));
    expect(readdirSync(folder)).toEqual([]);
  });
});
