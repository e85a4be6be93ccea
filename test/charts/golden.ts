import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

/** Expects text to be that of `test/golden/charts/<name>.svg`; where it is not, the new text is written beside it as `<name>-changed.svg`. */
export function expectGolden(name: string, text: string): void {
  const path = (suffix: string) =>
    fileURLToPath(new URL(`../golden/charts/${name}${suffix}.svg`, import.meta.url));
  const held = existsSync(path('')) ? readFileSync(path(''), 'utf8') : '';
  if (held !== text) writeFileSync(path('-changed'), text);
  expect(held === text, `${name}.svg has changed: look at ${name}-changed.svg, and keep the better one`).toBe(
    true,
  );
}
