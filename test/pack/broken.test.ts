import { describe, expect, it } from 'vitest';
import { type DiagnosticCode, diagnosticCatalogue } from '../../src/kernel/diagnostics.ts';
import { Problem } from '../../src/kernel/problem.ts';
import { checkPack } from '../../src/pack/check-pack.ts';
import { loadComments } from '../../src/pack/comments.ts';
import { loadPack } from '../../src/pack/load.ts';
import { withPack } from './allotment.ts';
import { brokenPacks } from './broken.ts';

/** What the check says beyond what the loader refuses. */
const beyondLoading: readonly DiagnosticCode[] = [
  'pack/duplicate-key',
  'pack/never-holds',
  'pack/always-holds',
  'pack/not-liftable',
  'pack/factor-untested',
  'pack/factor-unnamed',
  'pack/target-overlap',
  'pack/target-gap',
  'pack/target-above-ceiling',
  'pack/lifting-lowers',
  'pack/shadowed',
  'pack/contradiction',
  'pack/unused-phrases',
  'pack/empty-section',
];

describe('a broken pack', () => {
  it.each(brokenPacks)('with $says yields $code and nothing else', ({ code, changes }) => {
    const found = withPack(changes, checkPack);
    expect([...new Set(found.map((each) => each.code))]).toEqual([code]);
    for (const { file, line, seen, repair } of found) {
      expect(file).toMatch(/^(?:criteria\/|cases\/|comments\/)?[a-z-]+\.json$/);
      if (code !== 'pack/unreadable') expect(line).toBeGreaterThan(0);
      expect(seen).not.toBe('');
      expect(repair).toMatch(/^[A-Z].*[.]$/);
    }
  });

  it.each(brokenPacks)('with $says is refused when it is loaded, unless only the check knows', (broken) => {
    const load = () => withPack(broken.changes, (folder) => loadComments(folder, loadPack(folder)));
    if (beyondLoading.some((code) => code === broken.code)) expect(load).not.toThrow();
    else expect(load).toThrow(Problem);
  });

  it('stands there for every diagnostic about packs but the one that only a very large pack gets', () => {
    const codes = Object.keys(diagnosticCatalogue).filter((code) => code.startsWith('pack/'));
    const broken = new Set(brokenPacks.map(({ code }) => code));
    expect(codes.filter((code) => !broken.has(code))).toEqual(['pack/undecided']);
    expect(brokenPacks.length).toBeGreaterThanOrEqual(60);
  });
});
