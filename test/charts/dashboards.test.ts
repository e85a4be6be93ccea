import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { datasetFields, datasets } from '../../src/charts/catalogue.ts';
import { compileSpec } from '../../src/charts/compile-spec.ts';
import { loadDashboards, readDashboards } from '../../src/charts/load.ts';

const folder = fileURLToPath(new URL('../../dashboards', import.meta.url));
const dashboards = loadDashboards(folder);
const variants = dashboards.flatMap(({ theme, variants: all }) => all.map((variant) => ({ theme, variant })));
const narrow = variants.flatMap(({ theme, variant }) =>
  variant.narrow === undefined ? [] : [{ theme, variant: variant.narrow }],
);

test('the dashboards are whole: nothing is found in them', () => {
  expect(readDashboards(folder).diagnostics).toEqual([]);
  expect(dashboards.map(({ id }) => id)).toEqual([
    'benchmark-causes',
    'benchmark-distribution',
    'benchmark-over-time',
    'benchmark-uptake',
    'ceilings',
    'headroom',
    'levels',
    'moves',
    'plan-frontier',
    'section-causes',
    'section-levels',
    'sections',
    'unlock',
  ]);
});

test('every file of the folder is drawn by some dashboard', () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.vl.json'));
  expect(variants.map(({ variant }) => variant.file).sort()).toEqual(files.sort());
});

test('every dashboard has a form for little width', () => {
  expect(narrow).toHaveLength(variants.length);
});

describe.each([...variants, ...narrow])('$variant.file', ({ theme, variant }) => {
  test('compiles without a warning and stays as it is', () => {
    const before = JSON.stringify(variant.spec);
    const { vega, warnings } = compileSpec(variant, theme);
    expect(warnings).toEqual([]);
    expect(vega.marks?.length).toBeGreaterThan(0);
    expect(JSON.stringify(variant.spec)).toBe(before);
  });

  test('uses no colour outside the theme', () => {
    const used = JSON.stringify(variant.spec).match(/#[0-9A-Fa-f]{6}\b/g) ?? [];
    const known = [
      ...theme.palette,
      ...theme.onPalette,
      ...theme.ranks,
      ...theme.onRanks,
      theme.ink,
      theme.quiet,
      theme.guide,
    ];
    expect(used.filter((colour) => !known.includes(colour))).toEqual([]);
  });

  test('says what its marks are, to those who point at them', () => {
    const said = [...JSON.stringify(variant.spec).matchAll(/"tooltip":\{"expr":"((?:[^"\\]|\\.)*)"\}/g)];
    expect(said.length).toBeGreaterThan(0);
    for (const [, expression] of said) expect(expression).toMatch(/\.'\)*$/);
  });

  test('sets no text smaller than 12 pixels', () => {
    const sizes = [...JSON.stringify(variant.spec).matchAll(/[fF]ontSize":(\d+)/g)].map((match) =>
      Number(match[1]),
    );
    expect(sizes.filter((size) => size < 12)).toEqual([]);
  });
});

test('the page about dashboards lists every field of every dataset, as the catalogue has it', () => {
  const page = readFileSync(`${folder}/README.md`, 'utf8');
  for (const name of [
    'levels',
    'sections',
    'moves',
    'headroom',
    'ceilings',
    'sectionLevels',
    'sectionCauses',
    'unlock',
    'planFrontier',
    'peerLevels',
    'peerUptake',
    'peerCauses',
    'peerPeriods',
  ] as const) {
    expect(page).toContain(`### \`${name}\`\n\n${datasets[name].says} From: ${datasets[name].from}\n`);
    for (const field of datasetFields(name))
      expect(page).toContain(
        `| \`${field.name}\` | ${field.type} | ${field.unit} | ${field.description} |\n`,
      );
  }
  expect(page.match(/^### `/gm)).toHaveLength(Object.keys(datasets).length);
});
