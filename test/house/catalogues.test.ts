import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { diagnosticCatalogue } from '../../src/kernel/diagnostics.ts';
import { problemCatalogue } from '../../src/kernel/problem.ts';
import { filesBelow } from './source.ts';

const src = join(import.meta.dirname, '../../src');
const docs = join(import.meta.dirname, '../../docs');
const problems = Object.entries(problemCatalogue).map(
  ([code, { title, exitCode, status }]) =>
    [code, `${title}. Exit code ${exitCode}, HTTP status ${status}.`] as const,
);
const diagnostics = Object.entries(diagnosticCatalogue).map(
  ([code, { severity, title }]) => [code, `${title}. Severity: ${severity}.`] as const,
);

/** What a page lacks, has too much or says differently from a catalogue of codes with their lines. */
function differences(page: string, markdown: string, catalogue: readonly (readonly [string, string])[]) {
  const parts = new Map(
    markdown
      .split(/^## /m)
      .slice(1)
      .map((part) => {
        const [code = '', line = '', ...rest] = part.split('\n').filter((text) => text !== '');
        return [code, { line, rest }] as const;
      }),
  );
  const form =
    'a heading "## CODE", the line below, a paragraph on what it means and one that begins "What to do:"';
  const said = catalogue.flatMap(([code, line]) => {
    const part = parts.get(code);
    if (part === undefined) return [`${page} lacks ${code}. Add ${form}. The line: ${line}`];
    if (part.line !== line)
      return [`${page}, ${code}: the line says "${part.line}". Make it "${line}", as in the catalogue.`];
    if (part.rest.length < 2 || !part.rest.at(-1)?.startsWith('What to do: '))
      return [`${page}, ${code}: say what it means, and then "What to do: …".`];
    return [];
  });
  const known = new Set(catalogue.map(([code]) => code));
  const stale = [...parts.keys()]
    .filter((code) => !known.has(code))
    .map((code) => `${page} explains ${code}, which is not in the catalogue. Remove it, or add the code.`);
  const order = [...parts.keys()].filter((code) => known.has(code)).join();
  const sorted =
    order ===
    catalogue
      .map(([code]) => code)
      .filter((code) => parts.has(code))
      .join();
  return [...said, ...stale, ...(sorted ? [] : [`${page}: put the codes in the order of the catalogue.`])];
}

describe('the catalogues and their pages', () => {
  test('docs/problems.md explains each problem and no other', () => {
    const page = readFileSync(join(docs, 'problems.md'), 'utf8');
    expect(differences('docs/problems.md', page, problems)).toEqual([]);
  });

  test('docs/diagnostics.md explains each diagnostic and no other', () => {
    const page = readFileSync(join(docs, 'diagnostics.md'), 'utf8');
    expect(differences('docs/diagnostics.md', page, diagnostics)).toEqual([]);
  });

  test('each code is given somewhere', () => {
    const code = filesBelow(src)
      .filter((path) => path.endsWith('.ts') && !path.startsWith('kernel/'))
      .map((path) => readFileSync(join(src, path), 'utf8'))
      .join('\n');
    const kernel = ['INTERNAL', 'FILE_MISSING', 'FILE_EMPTY', 'FILE_TOO_LARGE', 'FILE_NOT_TEXT'];
    const unused = [...problems, ...diagnostics]
      .map(([name]) => name)
      .filter((name) => !kernel.includes(name) && !code.includes(`'${name}'`));
    expect(unused).toEqual([]);
  });

  test('a page that differs is told how to mend it', () => {
    const page =
      '# Page\n\n## TWO\n\nTwo.\n\nIt is two.\n\nWhat to do: nothing.\n\n## ONE\n\nOne?\n\n## OLD\n\nOld.\n';
    const catalogue = [
      ['ONE', 'One.'],
      ['TWO', 'Two.'],
      ['NEW', 'New.'],
    ] as const;
    expect(differences('page.md', page, catalogue)).toMatchInlineSnapshot(`
      [
        "page.md, ONE: the line says "One?". Make it "One.", as in the catalogue.",
        "page.md lacks NEW. Add a heading "## CODE", the line below, a paragraph on what it means and one that begins "What to do:". The line: New.",
        "page.md explains OLD, which is not in the catalogue. Remove it, or add the code.",
        "page.md: put the codes in the order of the catalogue.",
      ]
    `);
  });
});
