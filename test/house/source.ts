import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { parseSync, Visitor } from 'vite';

/** One import of a file, however it is written. */
export interface Import {
  /** What is imported; null where it is not a plain string. */
  readonly specifier: string | null;
  readonly line: number;
}

/** One TypeScript file under src/, read as far as the rules of the house ask. */
export interface Source {
  /** Relative to src/, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly imports: readonly Import[];
  /** Lines with a default export. */
  readonly defaultExports: readonly number[];
  /** Lines with the type `any`. */
  readonly anys: readonly number[];
}

/** Every file below a folder, as paths relative to it with forward slashes, in order. */
export function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => relative(folder, join(folder, path)).split(sep).join('/'))
    .sort();
}

/** The TypeScript files below a folder. */
export function readSources(folder: string): readonly Source[] {
  return filesBelow(folder)
    .filter((path) => path.endsWith('.ts'))
    .map((path) => readSource(path, readFileSync(join(folder, path), 'utf8')));
}

/**
 * One file's imports (static, dynamic, of types, re-exports, `import.meta.resolve`), default exports and uses of `any`.
 * @throws if the file cannot be parsed
 */
export function readSource(path: string, text: string): Source {
  const { program, errors } = parseSync(path, text, { lang: 'ts' });
  if (errors[0] !== undefined) throw new Error(`src/${path} cannot be parsed: ${errors[0].message}`);
  const imports: Import[] = [];
  const defaultExports: number[] = [];
  const anys: number[] = [];
  const line = (offset: number) => text.slice(0, offset).split('\n').length;
  const add = (from: unknown, offset: number) =>
    imports.push({ specifier: stringOf(from), line: line(offset) });
  new Visitor({
    ImportDeclaration: ({ source, start }) => add(source, start),
    ImportExpression: ({ source, start }) => add(source, start),
    TSImportType: ({ source, start }) => add(source, start),
    ExportAllDeclaration: ({ source, start }) => add(source, start),
    ExportNamedDeclaration: ({ source, specifiers, start }) => {
      if (source !== null) add(source, start);
      for (const { exported } of specifiers)
        if (exported.type === 'Identifier' && exported.name === 'default') defaultExports.push(line(start));
    },
    TSAnyKeyword: ({ start }) => anys.push(line(start)),
    ExportDefaultDeclaration: ({ start }) => defaultExports.push(line(start)),
    CallExpression: ({ callee, arguments: [first], start }) => {
      const name = text.slice(callee.start, callee.end);
      if (name === 'import.meta.resolve' || name === 'require' || name === 'require.resolve')
        add(first, start);
    },
  }).visit(program);
  return { path, text, imports, defaultExports, anys };
}

function stringOf(node: unknown): string | null {
  if (typeof node !== 'object' || node === null) return null;
  if (!('type' in node) || node.type !== 'Literal' || !('value' in node)) return null;
  return typeof node.value === 'string' ? node.value : null;
}
