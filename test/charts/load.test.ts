import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { dashboardById, loadDashboards, readDashboards } from '../../src/charts/load.ts';
import { describeDiagnostic } from '../../src/kernel/diagnostics.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'headroom-dashboards-'));
  cpSync(fileURLToPath(new URL('../../dashboards', import.meta.url)), folder, { recursive: true });
});

afterEach(() => rmSync(folder, { recursive: true }));

test('a new chart is a new file', () => {
  change('levels.vl.json', (text) => text.replace('"id": "levels"', '"id": "shares"'), 'shares.vl.json');
  expect(dashboardById(loadDashboards(folder), 'shares').data).toBe('levels');
});

test('a field that the data does not have is named, with those that there are', () => {
  change('levels.vl.json', (text) => text.replace('datum.section ===', 'datum.secton ==='));
  expect(found()).toMatchInlineSnapshot(`
    [
      "error: A dashboard reads a field that its data does not have (levels.vl.json, field secton). Seen: secton. Allowed: period, section, sectionName, level, levelName, satisfactory, count, n, share. Use a field of the data "levels", or make it in a transform.",
    ]
  `);
});

test('data that the catalogue does not have is refused', () => {
  change('levels.vl.json', (text) => text.replace('"name": "levels"', '"name": "scores"'));
  expect(found()).toMatchInlineSnapshot(`
    [
      "error: A dashboard names data that is not in the catalogue (levels.vl.json, /data/name). Seen: scores. Allowed: levels, sectionLevels, sections, moves, headroom, ceilings, sectionCauses, unlock, planFrontier, peerLevels, peerUptake, peerCauses, peerPeriods. Name the data, as in "data": {"name": "levels"}.",
    ]
  `);
});

test('data of another kind than the dashboard says is refused', () => {
  change('levels.vl.json', (text) => text.replace('"kind": "levels"', '"kind": "moves"'));
  expect(found()).toMatchInlineSnapshot(`
    [
      "error: A dashboard names data that is not in the catalogue (levels.vl.json, /data/name). Seen: levels. Allowed: moves or peerUptake, which is the data of a dashboard of kind moves. Name the data, as in "data": {"name": "levels"}.",
    ]
  `);
});

test('a narrow form that changes a place that is not there, or takes data from elsewhere, is refused', () => {
  change('levels.vl.json', (text) => text.replace('"/width"', '"/layer/9/mark/dx"'));
  expect(found()).toMatchInlineSnapshot(`
    [
      "error: A dashboard does not say what it must (levels.vl.json, /usermeta/headroom/narrow). Seen: /layer/9/mark/dx. Allowed: a JSON Pointer to a place of the file, or to a new key of one. Correct the pointer.",
    ]
  `);
  change('moves.vl.json', (text) => text.replace('"/columns"', '"/concat/0/data"'));
  expect(found()).toHaveLength(2);
});

test('data in the file or from an address is refused', () => {
  change('levels.vl.json', (text) =>
    text.replace('{ "name": "levels" }', '{ "values": [] }').replace('"name": "levels"', '"url": "x.csv"'),
  );
  expect(found()).toHaveLength(1);
  change('moves.vl.json', (text) => text.replace('"spacing"', '"datasets": {"moves": []}, "spacing"'));
  expect(found()).toHaveLength(2);
});

test('a dashboard that does not say its question is refused', () => {
  change('levels.vl.json', (text) => text.replace(/"question": "[^"]*"/, '"question": ""'));
  expect(found()).toMatchInlineSnapshot(`
    [
      "error: A dashboard does not say what it must (levels.vl.json, /usermeta/headroom/question). Seen: "". Allowed: must not have fewer than 1 characters. Correct what the dashboard says of itself.",
    ]
  `);
});

test('two files of one id for the same number of periods are refused', () => {
  change('sections-over-time.vl.json', (text) => text.replace('"periods": 3', '"periods": 2'));
  expect(found()).toMatchInlineSnapshot(`
    [
      "error: A dashboard does not say what it must (sections.vl.json, /usermeta/headroom/needs/periods). Seen: 2. Allowed: another number than sections-over-time.vl.json. Files with one id draw one dashboard for different numbers of periods: make them agree.",
    ]
  `);
});

test('a file that is no JSON, and a theme with a colour that is none, are refused together', () => {
  writeFileSync(join(folder, 'levels.vl.json'), '{');
  change('theme.json', (text) => text.replace('"#12436D"', '"blue"'));
  expect(() => loadDashboards(folder)).toThrow(/theme\.json, \/palette\/0.*"blue"[\s\S]*levels\.vl\.json/);
});

test('an unknown dashboard is told with those that there are', () => {
  expect(() => dashboardById(loadDashboards(folder), 'league')).toThrowErrorMatchingInlineSnapshot(
    `[Problem: No such dashboard. Seen: league. Allowed: benchmark-causes, benchmark-distribution, benchmark-over-time, benchmark-uptake, ceilings, headroom, levels, moves, plan-frontier, section-causes, section-levels, sections, unlock. Name one of these.]`,
  );
});

function change(file: string, edit: (text: string) => string, to = file): void {
  const before = readFileSync(join(folder, file), 'utf8');
  const after = edit(before);
  expect(after).not.toBe(before);
  writeFileSync(join(folder, to), after);
}

function found(): readonly string[] {
  return readDashboards(folder).diagnostics.map(describeDiagnostic);
}
