import { describe, expect, test } from 'vitest';
import { besideVega, scripts } from '../../../src/pages/frame/scripts.ts';

describe('the scripts of a page', () => {
  test('are under 600 kB in all', () => {
    const bytes = [...scripts().files.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    expect(bytes).toBeLessThan(600_000);
  });

  test('import only what is beside them', () => {
    const { files } = scripts();
    for (const [name, text] of files) {
      if (name === 'vega.js') continue;
      const imported = [...text.matchAll(/(?:from |import\(|addressOf\()'([^']+)'/g)].map(([, path]) => path);
      for (const path of imported)
        expect(
          [...files.keys()].map((file) => `./${file}`),
          name,
        ).toContain(path);
    }
  });

  test('make no code from text, and set no style as text', () => {
    for (const [name, text] of scripts().files)
      if (name !== 'vega.js')
        expect(text, name).not.toMatch(/\beval\(|\bFunction\(|innerHTML|setAttribute\('style'/);
  });

  test('have an address that changes with them', () => {
    expect(scripts().entry).toMatch(/^\/assets\/scripts-[0-9a-f]{12}\/pages\.js$/);
  });
});

test('what the interpreter imports from a package, it has from the file beside it', () => {
  expect(besideVega(`import { a } from 'vega-util';\nx('vega-util');\n//# sourceMappingURL=x.map`)).toBe(
    `import { a } from './vega-util.js';\nx('vega-util');`,
  );
});
