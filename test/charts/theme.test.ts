import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { loadDashboards } from '../../src/charts/load.ts';

const [dashboard] = loadDashboards(fileURLToPath(new URL('../../dashboards', import.meta.url)));
if (dashboard === undefined) throw new Error('There are no dashboards.');
const { theme } = dashboard;

test('the palette is that of the UK Analysis Function, in its order', () => {
  expect(theme.palette).toEqual(['#12436D', '#28A197', '#801650', '#F46A25', '#3D3D3D', '#A285D1']);
});

test('every colour of the palette has a contrast of 3:1 or more against the background', () => {
  const contrasts = theme.palette.map((colour) => contrast(colour, theme.background));
  expect(Math.min(...contrasts)).toBeGreaterThanOrEqual(3);
  expect(contrasts.map((value) => value.toFixed(2))).toMatchInlineSnapshot(`
    [
      "10.25",
      "3.17",
      "9.77",
      "3.03",
      "10.86",
      "3.08",
    ]
  `);
});

test('text has a contrast of 4.5:1 or more, on the background and on each colour of the palette', () => {
  expect(contrast(theme.ink, theme.background)).toBeGreaterThanOrEqual(4.5);
  expect(contrast(theme.quiet, theme.background)).toBeGreaterThanOrEqual(4.5);
  expect(theme.onPalette).toHaveLength(theme.palette.length);
  for (const [index, colour] of theme.palette.entries())
    expect(contrast(theme.onPalette[index] ?? '', colour)).toBeGreaterThanOrEqual(4.5);
});

test('ranks go from light to dark by even steps, on a dark ground the other way, and their text is clear on each', () => {
  const { ranks, onRanks, dark } = theme;
  expect(onRanks).toHaveLength(ranks.length);
  const darkOf = (colour: string) => dark[colour] ?? '';
  const light = ranks.map(lightness);
  const dim = ranks.map((colour) => lightness(darkOf(colour)));
  // What an eye without colour sees as another grey: CIE lightness, from 0 to 100.
  for (const [index, value] of light.slice(1).entries())
    expect((light[index] ?? 0) - value).toBeGreaterThanOrEqual(9);
  for (const [index, value] of dim.slice(1).entries())
    expect(value - (dim[index] ?? 0)).toBeGreaterThanOrEqual(9);
  for (const [index, colour] of ranks.entries()) {
    const text = onRanks[index] ?? '';
    expect(contrast(text, colour)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(darkOf(text), darkOf(colour))).toBeGreaterThanOrEqual(4.5);
  }
});

test('on a dark ground every colour has another in its place, as clear as it is on paper', () => {
  const { palette, onPalette, ranks, onRanks, ink, quiet, guide, background, dark } = theme;
  const darkOf = (colour: string) => dark[colour] ?? '';
  const all = new Set([...palette, ...onPalette, ...ranks, ...onRanks, ink, quiet, guide, background]);
  expect(Object.keys(dark).sort()).toEqual([...all].sort());
  for (const text of [ink, quiet])
    expect(contrast(darkOf(text), darkOf(background))).toBeGreaterThanOrEqual(4.5);
  for (const [index, colour] of palette.entries()) {
    expect(contrast(darkOf(colour), darkOf(background))).toBeGreaterThanOrEqual(3);
    expect(contrast(darkOf(onPalette[index] ?? ''), darkOf(colour))).toBeGreaterThanOrEqual(4.5);
  }
});

test('the styles of the pages name the same colours, and one of the reader’s for each', () => {
  const css = readFileSync(
    fileURLToPath(new URL('../../src/pages/views/charts.css', import.meta.url)),
    'utf8',
  );
  const rules = [
    ...css.matchAll(/\[(fill|stroke)="(#[0-9A-F]{6})" i\] \{\s*(fill|stroke): (#?\w+|color-mix\([^;]*\));/g),
  ];
  const named = (kind: string, systems: boolean) =>
    rules.flatMap(([, attribute, light = '', property, colour = '']) =>
      attribute === kind && property === kind && colour.startsWith('#') !== systems
        ? [[light, colour.toUpperCase()] as const]
        : [],
    );
  for (const kind of ['fill', 'stroke']) {
    expect(Object.fromEntries(named(kind, false))).toEqual(theme.dark);
    expect(named(kind, true).map(([light]) => light)).toEqual(Object.keys(theme.dark));
  }
});

// CIE L*.
function lightness(colour: string): number {
  const y = luminance(colour);
  return y <= 216 / 24389 ? (y * 24389) / 27 : 116 * Math.cbrt(y) - 16;
}

// Contrast ratio and relative luminance as WCAG 2.2 defines them.
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
