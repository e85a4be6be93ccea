import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../../kernel/canonical.ts';
import { govukFolder } from './template.ts';

/** What the pages are set in: fonts that a machine has. */
export const fontFamily = 'Arial, "Liberation Sans", "Helvetica Neue", sans-serif';

/** The styles of every page, and the address that the server answers them at. */
export interface Stylesheet {
  readonly text: string;
  /** Changes with the text, so that a browser may keep it. */
  readonly path: string;
}

const ownStyles = ['schemes.css', 'headroom.css', 'charts.css'];

let loaded: Stylesheet | null = null;

/** The styles of the design system, without the fonts and pictures that only GOV.UK may use, and then our own. */
export function stylesheet(): Stylesheet {
  if (loaded !== null) return loaded;
  const govuk = readFileSync(join(govukFolder, 'govuk/govuk-frontend.min.css'), 'utf8');
  const own = ownStyles.map((name) => readFileSync(join(import.meta.dirname, '../views', name), 'utf8'));
  const text = [ownFonts(govuk), ...own].join('\n');
  loaded = { text, path: `/assets/headroom-${sha256(text).slice(0, 12)}.css` };
  return loaded;
}

/** Styles without font faces, pictures and the comments that go with them. */
export function ownFonts(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/@font-face\s*\{[^}]*\}/g, '')
    .replace(/GDS Transport,\s*arial,\s*sans-serif/g, fontFamily)
    .replace(/url\(\s*['"]?\/assets\/[^)]*\)/g, 'none');
}
