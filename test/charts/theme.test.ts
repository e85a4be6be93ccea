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
