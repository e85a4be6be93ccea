import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ownFonts, stylesheet } from '../../../src/pages/frame/stylesheet.ts';
import { govukFolder } from '../../../src/pages/frame/template.ts';

describe('the styles', () => {
  test('have neither the font nor the pictures that only GOV.UK may use', () => {
    const { text } = stylesheet();
    expect(/GDS Transport|@font-face|crest|url\(/i.exec(text)?.[0]).toBeUndefined();
    expect(text).toContain('font-family:Arial, "Liberation Sans"');
  });

  test('are those of the design system in all else, with ours after them', () => {
    const govuk = readFileSync(join(govukFolder, 'govuk/govuk-frontend.min.css'), 'utf8');
    expect(govuk).toContain('GDS Transport');
    const { text } = stylesheet();
    expect(text.length).toBeGreaterThan(0.95 * govuk.length);
    expect(text).toContain('.govuk-skip-link');
    expect(text.indexOf('.hr-figures')).toBeGreaterThan(text.indexOf('.govuk-skip-link'));
  });

  test('name each colour once, so that a dark ground has its own', () => {
    const styles = join(import.meta.dirname, '../../../src/pages/views/headroom.css');
    expect(readFileSync(styles, 'utf8').match(/#[0-9a-f]{3,8}\b(?=[^{}]*;)/gi)).toBeNull();
    const { text } = stylesheet();
    const [light, dark] = [...text.matchAll(/:root \{[^}]*--hr-paper[^}]*\}/g)].map(([block]) =>
      [...block.matchAll(/--hr-[\w-]+/g)].map(([name]) => name),
    );
    expect(dark).toEqual(light);
    // The text at the foot of a printed page is no colour.
    const used = text.match(/(?<=var\()--hr-[\w-]+/g)?.filter((name) => name !== '--hr-foot');
    expect(new Set(used)).toEqual(new Set(light));
  });

  test('load nothing from elsewhere', () => {
    expect(stylesheet().text).not.toMatch(/@import|https?:\/\/[a-z]|\/\/[a-z]+\./i);
  });

  test('have an address that changes with them', () => {
    expect(stylesheet().path).toMatch(/^\/assets\/headroom-[0-9a-f]{12}\.css$/);
    expect(stylesheet()).toBe(stylesheet());
  });
});

describe('taking the fonts out', () => {
  test('leaves every other rule as it is', () => {
    expect(
      ownFonts(
        '/*! ours */a{color:red}@font-face{font-family:GDS Transport;src:url(/assets/f.woff2)}b{font-family:GDS Transport,arial,sans-serif;background:url(/assets/images/govuk-crest.svg)}',
      ),
    ).toMatchInlineSnapshot(
      `"a{color:red}b{font-family:Arial, "Liberation Sans", "Helvetica Neue", sans-serif;background:none}"`,
    );
  });
});
