import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as rules from './rules.ts';
import { filesBelow, readSource, readSources } from './source.ts';

const root = join(import.meta.dirname, '../..', '/');
const sources = readSources(`${root}src`);
const paths = filesBelow(`${root}src`);
const words = readFileSync(join(import.meta.dirname, 'domain-words.txt'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));

/** A small src/ in memory: paths and texts. */
function house(files: Readonly<Record<string, string>>) {
  return Object.entries(files).map(([path, text]) => readSource(path, text));
}

describe('the house as it stands', () => {
  test('every folder has a level', () => expect(rules.placedFolders(sources)).toEqual([]));
  test('imports go down', () => expect(rules.downwards(sources)).toEqual([]));
  test('a dependency has one door', () => expect(rules.oneDoor(sources)).toEqual([]));
  test('raw counts of a panel pass disclosure control', () =>
    expect(rules.guardedCounts(sources)).toEqual([]));
  test('an import names its file', () => expect(rules.plainImports(sources)).toEqual([]));
  test('files do not import in rings', () => expect(rules.noRings(sources)).toEqual([]));
  test('exports have names', () => expect(rules.namedExports(sources)).toEqual([]));
  test('types are said', () => expect(rules.noAny(sources)).toEqual([]));
  test('names tell what is inside', () => expect(rules.tellingNames(paths)).toEqual([]));
  test('the code knows ids only', () => {
    const files = paths.map((path) => ({ path, text: readFileSync(`${root}src/${path}`, 'utf8') }));
    expect(rules.noDomainWords(files, words)).toEqual([]);
  });
  test('files are short', () => {
    const lengths = sources.map(({ text }) => text.trimEnd().split('\n').length).sort((a, b) => a - b);
    const median = lengths[Math.floor(lengths.length / 2)] ?? 0;
    const under200 = lengths.filter((length) => length < 200).length;
    console.info(`src/: ${lengths.length} files, median ${median} lines, ${under200} under 200`);
    expect(rules.shortFiles(sources)).toEqual([]);
  });
  test('every dependency has a door', () => {
    const { dependencies, peerDependencies } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
    expect(rules.declaredDoors([...Object.keys(dependencies), ...Object.keys(peerDependencies)])).toEqual([]);
  });
});

describe('each rule finds its offender and says what to do', () => {
  test('a folder without a level', () => {
    expect(rules.placedFolders(house({ 'attic/box.ts': 'export const box = 1;' }))).toMatchInlineSnapshot(`
      [
        "src/attic has no level. Give it one in test/house/plan.ts and a line in ARCHITECTURE.md, or move its files into a folder that has one.",
      ]
    `);
  });

  test('an import upwards, sideways and outwards, however it is written', () => {
    const files = house({
      'model/score.ts': `import { rank } from '../statistics/rank.ts';`,
      'kernel/clock.ts': `export type Advice = import('../model/advice.ts').Advice;`,
      'pack/load.ts': `export type { Chart } from '../charts/draw.ts';`,
      'app/workspace.ts': `export const serve = () => import('../server/main.ts');`,
      'app/example.ts': `import pack from '../../rules/pack.json';`,
    });
    expect(rules.downwards(files)).toMatchInlineSnapshot(`
      [
        "src/model/score.ts:1 imports statistics/rank.ts, but model stands on level 1 and statistics on level 1. Folders on one level never import each other: move what both need into a lower folder, or join them in a higher one (app/).",
        "src/kernel/clock.ts:1 imports model/advice.ts, but kernel stands on level 0 and model on level 1. Imports go down only: move what is needed into a lower folder, or pass it in as an argument.",
        "src/pack/load.ts:1 imports charts/draw.ts, but pack stands on level 2 and charts on level 2. Folders on one level never import each other: move what both need into a lower folder, or join them in a higher one (app/).",
        "src/app/workspace.ts:1 imports server/main.ts, but app stands on level 5 and server on level 7. Imports go down only: move what is needed into a lower folder, or pass it in as an argument.",
        "src/app/example.ts:1 imports ../../rules/pack.json from outside src/. Read such a file when it runs; only code of src/ is imported.",
      ]
    `);
  });

  test('a dependency reached past its door, and one without a door', () => {
    const files = house({
      'engine/json-rules.ts': `import { Engine } from 'json-rules-engine';`,
      'engine/evaluate.ts': `import type { Engine } from 'json-rules-engine';`,
      'app/pages.ts': `const assets = import.meta.resolve('govuk-frontend/dist/all.js');`,
      'app/tables.ts': `export * from 'lodash/fp';`,
      'app/files.ts': `import { readFileSync } from 'node:fs';`,
    });
    expect(rules.oneDoor(files)).toMatchInlineSnapshot(`
      [
        "src/engine/evaluate.ts:1 imports json-rules-engine, whose one door is src/engine/json-rules.ts. Call what that door exports, or add there what is missing.",
        "src/app/pages.ts:1 imports govuk-frontend, whose one door is src/pages/. Call what that door exports, or add there what is missing.",
        "src/app/tables.ts:1 imports lodash, which has no door. Name its one door in test/house/plan.ts and put it in package.json, or do without it.",
      ]
    `);
  });

  test('raw counts of a panel, past disclosure control', () => {
    const files = house({
      'benchmark/counts/place-counts.ts': `import { membersSql } from './members-sql.ts';`,
      'benchmark/disclosure/releases-for.ts': `import { placeCounts } from '../counts/place-counts.ts';`,
      'benchmark/figures/share.ts': `import { placeCounts } from '../counts/place-counts.ts';`,
      'server/routes/benchmark.ts': `export * from '../../benchmark/counts/answers.ts';`,
    });
    expect(rules.guardedCounts(files)).toMatchInlineSnapshot(`
      [
        "src/benchmark/figures/share.ts:1 imports benchmark/counts/place-counts.ts, raw counts of a panel. Only src/benchmark/disclosure/ does: ask releasesFor for what may be told.",
        "src/server/routes/benchmark.ts:1 imports benchmark/counts/answers.ts, raw counts of a panel. Only src/benchmark/disclosure/ does: ask releasesFor for what may be told.",
      ]
    `);
  });

  test('an import that cannot be followed', () => {
    const files = house({
      'cli/main.ts': 'export const run = (verb: string) => import(`./commands/${verb}.ts`);',
      'cli/table.ts': `import { row } from './row';`,
    });
    expect(rules.plainImports(files)).toMatchInlineSnapshot(`
      [
        "src/cli/main.ts:1 imports what only shows when it runs. Write a table of functions such as () => import('./name.ts'), so that the path stands there.",
        "src/cli/table.ts:1 imports ./row, which is not a file of src/. Imports carry the file's full name with .ts.",
      ]
    `);
  });

  test('a ring, also of types', () => {
    const files = house({
      'model/a.ts': `import { b } from './b.ts';`,
      'model/b.ts': `export { c } from './c.ts';`,
      'model/c.ts': `import type { A } from './a.ts';`,
    });
    expect(rules.noRings(files)).toMatchInlineSnapshot(`
      [
        "src/model/a.ts → src/model/b.ts → src/model/c.ts → src/model/a.ts is a ring. Move what both ends need into a file of its own that imports neither.",
      ]
    `);
  });

  test('a default export, by keyword and by name', () => {
    const files = house({
      'model/a.ts': 'export default function a() {}',
      'model/b.ts': 'const b = 1;\nexport { b as default };',
    });
    expect(rules.namedExports(files)).toMatchInlineSnapshot(`
      [
        "src/model/a.ts:1 has a default export. Export it by the name of the file.",
        "src/model/b.ts:2 has a default export. Export it by the name of the file.",
      ]
    `);
  });

  test('a name that does not tell, or is not kebab-case', () => {
    expect(
      rules.tellingNames(['model/types.ts', 'utils/rank.ts', 'model/agreedStandard.ts', 'model/by-year.ts']),
    ).toMatchInlineSnapshot(`
      [
        "src/model/types.ts: "types" does not say what is inside. Name it after the one thing that it exports.",
        "src/utils/rank.ts: "utils" does not say what is inside. Name it after the one thing that it exports.",
        "src/model/agreedStandard.ts: "agreedStandard.ts" is not kebab-case. Write lower-case words joined by hyphens.",
      ]
    `);
  });

  test('a word of the field, in code, in a comment and inside a name', () => {
    const text =
      "const supplierCount = 1;\n// as a Council would\nconst at = 'rules/lga-nps-2018';\nlet tenderly;";
    expect(rules.noDomainWords([{ path: 'engine/read.ts', text }], words)).toMatchInlineSnapshot(`
      [
        "src/engine/read.ts:1 says "supplier". Words of the field live in rules/, data/ and dashboards/: read the word from there, or say it in general terms.",
        "src/engine/read.ts:2 says "council". Words of the field live in rules/, data/ and dashboards/: read the word from there, or say it in general terms.",
        "src/engine/read.ts:3 says "lga". Words of the field live in rules/, data/ and dashboards/: read the word from there, or say it in general terms.",
        "src/engine/read.ts:3 says "nps". Words of the field live in rules/, data/ and dashboards/: read the word from there, or say it in general terms.",
      ]
    `);
  });

  test('the type any, but not the word', () => {
    const files = house({ 'model/a.ts': '// any number\nexport const any = (x: any) => x;' });
    expect(rules.noAny(files)).toMatchInlineSnapshot(`
      [
        "src/model/a.ts:2 says any. Say the type, or unknown and check it.",
      ]
    `);
  });

  test('a long file', () => {
    expect(rules.shortFiles(house({ 'app/all.ts': '// line\n'.repeat(301) }))).toMatchInlineSnapshot(`
      [
        "src/app/all.ts has 301 lines, of 300 at most. Split it by what it exports.",
      ]
    `);
  });

  test('a dependency without a door, and a door without a dependency', () => {
    const offences = rules.declaredDoors(['lodash']);
    expect(offences[0]).toMatchInlineSnapshot(
      `"package.json has lodash, which has no door. Name its one door in test/house/plan.ts."`,
    );
    expect(offences).toContain(
      'test/house/plan.ts has a door to vega, which package.json does not have. Remove one or add the other.',
    );
  });
});
