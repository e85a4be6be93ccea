import { type Diagnostic, diagnose } from '../kernel/diagnostics.ts';
import { scanJson } from '../kernel/json-text.ts';
import { checkContent } from './check-content.ts';
import { readComments } from './comments.ts';
import { locate } from './locate.ts';
import { readPack } from './read-pack.ts';
import { checkShadows } from './rules/check-shadows.ts';
import { checkSingleRules } from './rules/check-single-rules.ts';
import { checkTargets } from './rules/check-targets.ts';
import { checkUnused } from './rules/check-unused.ts';
import { shortened } from './short-words.ts';

/**
 * All that is wrong with the pack in a folder, or worth a look, in order of file and line: form and names first, and
 * where those are right, what the rules say taken together. Empty for a pack that is right.
 */
export function checkPack(folder: string): readonly Diagnostic[] {
  const { content, origins, texts: packTexts, diagnostics: inPack } = readPack(folder);
  const comments = content === null ? null : readComments(folder, content);
  const texts = new Map([...packTexts, ...(comments?.texts ?? [])]);
  const diagnostics = [...inPack, ...(comments?.diagnostics ?? [])];
  const found = [
    ...diagnostics,
    ...[...texts].flatMap(([file, text]) =>
      diagnostics.some((each) => each.file === file && each.code === 'pack/json')
        ? []
        : repeatedKeys(file, text),
    ),
  ];
  if (content !== null) {
    const { sets, diagnostics: inContent } = checkContent(content, origins);
    found.push(...inContent);
    // What rules say together can be asked only of rules that say something.
    if (!inContent.some(({ severity }) => severity === 'error'))
      found.push(
        ...checkSingleRules(content),
        ...checkTargets(content),
        ...checkShadows(content),
        ...checkUnused(content, sets),
      );
  }
  return locate(found, texts).toSorted(
    (a, b) =>
      compare(a.file, b.file) ||
      (a.line ?? 0) - (b.line ?? 0) ||
      compare(a.code, b.code) ||
      compare(a.place, b.place),
  );
}

function repeatedKeys(file: string, text: string): readonly Diagnostic[] {
  return scanJson(text, new Set()).repeated.map(({ path, key, line }) =>
    diagnose('pack/duplicate-key', {
      file,
      place: shortened(path),
      path,
      line,
      seen: `"${shortened(key)}", again`,
      allowed: 'each key once',
      repair: 'Keep one: only the last counts.',
    }),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
