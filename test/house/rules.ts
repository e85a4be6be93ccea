import { dirname, join } from 'node:path/posix';
import { doors, levels, mostLines, vagueNames } from './plan.ts';
import type { Import, Source } from './source.ts';

/** Each rule gives one line for each offence: the place, what is wrong, and what to do. */
type Offences = readonly string[];

/** The file of src/ that a relative import reaches, or null for a package. */
function target(source: Source, { specifier }: Import): string | null {
  return specifier?.startsWith('.') ? join(dirname(source.path), specifier) : null;
}

/** The folder of a file of src/, or the file itself at the top. */
function folderOf(path: string): string {
  return path.split('/')[0] ?? path;
}

/** The package of a bare specifier: `vega` of `vega/build/x`, `@a/b` of `@a/b/c`; `node:` names stay whole. */
function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

function everyImport(
  sources: readonly Source[],
  judge: (source: Source, one: Import) => string | null,
): Offences {
  return sources.flatMap((source) =>
    source.imports.flatMap((one) => {
      const offence = judge(source, one);
      return offence === null ? [] : [`src/${source.path}:${one.line} ${offence}`];
    }),
  );
}

/** Every folder of src/ has a level. */
export function placedFolders(sources: readonly Source[]): Offences {
  const folders = new Set(sources.map(({ path }) => folderOf(path)));
  return [...folders]
    .filter((folder) => levels[folder] === undefined)
    .map(
      (folder) =>
        `src/${folder} has no level. Give it one in test/house/plan.ts and a line in ARCHITECTURE.md, or move its files into a folder that has one.`,
    );
}

/** A folder imports only from lower levels. */
export function downwards(sources: readonly Source[]): Offences {
  return everyImport(sources, (source, one) => {
    const path = target(source, one);
    if (path === null) return null;
    if (path.startsWith('..'))
      return `imports ${one.specifier} from outside src/. Read such a file when it runs; only code of src/ is imported.`;
    const [from, to] = [folderOf(source.path), folderOf(path)];
    const [high, low] = [levels[from] ?? -1, levels[to] ?? -1];
    if (from === to || low < high) return null;
    const repair =
      low === high
        ? 'Folders on one level never import each other: move what both need into a lower folder, or join them in a higher one (app/).'
        : 'Imports go down only: move what is needed into a lower folder, or pass it in as an argument.';
    return `imports ${path}, but ${from} stands on level ${high} and ${to} on level ${low}. ${repair}`;
  });
}

/** A dependency is reached through its one door. */
export function oneDoor(sources: readonly Source[]): Offences {
  return everyImport(sources, (source, one) => {
    if (one.specifier === null || one.specifier.startsWith('.')) return null;
    const name = packageOf(one.specifier);
    const door = doors[name];
    if (door === undefined)
      return name.startsWith('node:')
        ? null
        : `imports ${name}, which has no door. Name its one door in test/house/plan.ts and put it in package.json, or do without it.`;
    if (source.path.startsWith(door)) return null;
    return `imports ${name}, whose one door is src/${door}. Call what that door exports, or add there what is missing.`;
  });
}

/** Raw counts of a panel are reached only by what decides which of them may leave. */
export function guardedCounts(sources: readonly Source[]): Offences {
  return everyImport(sources, (source, one) => {
    const path = target(source, one);
    if (!path?.startsWith('benchmark/counts/')) return null;
    if (/^benchmark\/(counts|disclosure)\//.test(source.path)) return null;
    return `imports ${path}, raw counts of a panel. Only src/benchmark/disclosure/ does: ask releasesFor for what may be told.`;
  });
}

/** An import names its file in a plain string, with its ending, so that this test and the build can follow it. */
export function plainImports(sources: readonly Source[]): Offences {
  return everyImport(sources, (source, one) => {
    if (one.specifier === null)
      return "imports what only shows when it runs. Write a table of functions such as () => import('./name.ts'), so that the path stands there.";
    const path = target(source, one);
    if (path === null || path.startsWith('..') || sources.some((other) => other.path === path)) return null;
    return `imports ${one.specifier}, which is not a file of src/. Imports carry the file's full name with .ts.`;
  });
}

/** Files do not import each other in a ring. */
export function noRings(sources: readonly Source[]): Offences {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const finished = new Set<string>();
  const offences: string[] = [];
  const walk = (source: Source, trail: readonly string[]) => {
    const back = trail.indexOf(source.path);
    if (back >= 0) {
      const ring = [...trail.slice(back), source.path].map((path) => `src/${path}`).join(' → ');
      offences.push(
        `${ring} is a ring. Move what both ends need into a file of its own that imports neither.`,
      );
      return;
    }
    if (finished.has(source.path)) return;
    for (const one of source.imports) {
      const next = byPath.get(target(source, one) ?? '');
      if (next !== undefined) walk(next, [...trail, source.path]);
    }
    finished.add(source.path);
  };
  for (const source of sources) walk(source, []);
  return offences;
}

/** Nothing is exported without a name. */
export function namedExports(sources: readonly Source[]): Offences {
  return sources.flatMap(({ path, defaultExports }) =>
    defaultExports.map(
      (line) => `src/${path}:${line} has a default export. Export it by the name of the file.`,
    ),
  );
}

/** Names of files and folders are kebab-case and say what is inside. */
export function tellingNames(paths: readonly string[]): Offences {
  return paths.flatMap((path) =>
    path.split('/').flatMap((segment) => {
      const name = segment.split('.')[0] ?? segment;
      if (vagueNames.includes(name))
        return [
          `src/${path}: "${name}" does not say what is inside. Name it after the one thing that it exports.`,
        ];
      if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name))
        return [`src/${path}: "${segment}" is not kebab-case. Write lower-case words joined by hyphens.`];
      return [];
    }),
  );
}

/** The code knows ids only: no word of the field that the rules are about. */
export function noDomainWords(
  files: readonly { readonly path: string; readonly text: string }[],
  words: readonly string[],
): Offences {
  return files.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, index) => {
      const plain = ` ${wordsOf(line).join(' ')} `;
      return words
        .filter((word) => plain.includes(` ${word} `))
        .map(
          (word) =>
            `src/${path}:${index + 1} says "${word}". Words of the field live in rules/, data/ and dashboards/: read the word from there, or say it in general terms.`,
        );
    }),
  );
}

/** Lower-case words of a line, with camelCase, snake_case and kebab-case taken apart. */
function wordsOf(line: string): readonly string[] {
  const apart = line.replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2').replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2');
  return [...apart.matchAll(/\p{L}+/gu)].map(([word]) => word.toLowerCase());
}

/** No file is longer than a reader holds in mind. */
export function shortFiles(sources: readonly Source[]): Offences {
  return sources
    .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > mostLines)
    .map(
      ({ path, lines }) =>
        `src/${path} has ${lines} lines, of ${mostLines} at most. Split it by what it exports.`,
    );
}

/** Every dependency of package.json has a door, and every door leads to a dependency or to Node. */
export function declaredDoors(dependencies: readonly string[]): Offences {
  const closed = dependencies
    .filter((name) => doors[name] === undefined)
    .map((name) => `package.json has ${name}, which has no door. Name its one door in test/house/plan.ts.`);
  const nowhere = Object.keys(doors)
    .filter((name) => !name.startsWith('node:') && !dependencies.includes(name))
    .map(
      (name) =>
        `test/house/plan.ts has a door to ${name}, which package.json does not have. Remove one or add the other.`,
    );
  return [...closed, ...nowhere];
}

/** A value's type is said, never waved through. */
export function noAny(sources: readonly Source[]): Offences {
  return sources.flatMap(({ path, anys }) =>
    anys.map((line) => `src/${path}:${line} says any. Say the type, or unknown and check it.`),
  );
}
