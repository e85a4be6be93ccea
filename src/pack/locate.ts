import type { Diagnostic } from '../kernel/diagnostics.ts';
import { scanJson } from '../kernel/json-text.ts';

/**
 * Diagnostics with the lines of their places; one whose place is not in the text gets the line of what holds it.
 * @param texts the files by the names that the diagnostics give them
 */
export function locate(
  diagnostics: readonly Diagnostic[],
  texts: ReadonlyMap<string, string>,
): readonly Diagnostic[] {
  const wanted = Map.groupBy(diagnostics, ({ file }) => file);
  const lines = new Map(
    [...wanted].flatMap(([file, found]) => {
      const text = texts.get(file);
      const paths = new Set(found.flatMap(({ path }) => (path === undefined ? [] : ancestry(path))));
      if (text === undefined || found.every(({ line, path }) => line !== undefined || path === undefined))
        return [];
      return [[file, scanJson(text, paths).lines] as const];
    }),
  );
  return diagnostics.map((each) => {
    if (each.line !== undefined || each.path === undefined) return each;
    const known = lines.get(each.file);
    const line = ancestry(each.path)
      .map((path) => known?.get(path))
      .find((found) => found !== undefined);
    return line === undefined ? each : { ...each, line };
  });
}

/** A pointer and those of all that holds it, innermost first. */
function ancestry(path: string): readonly string[] {
  const parts = path.split('/');
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('/'));
}
