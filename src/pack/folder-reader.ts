import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { TSchema } from 'typebox';
import { type Diagnostic, diagnose } from '../kernel/diagnostics.ts';
import { isDeeperThan } from '../kernel/json-text.ts';
import { asProblem, Problem, problemCatalogue } from '../kernel/problem.ts';
import { matches, mismatches } from '../kernel/schema.ts';
import { readTextFile } from '../kernel/text-file.ts';
import { type FormFault, formFaults } from './form-faults.ts';

/** Where something stands that was gathered from several files. */
export interface Origin {
  readonly file: string;
  readonly path: string;
}

/** A kind of file: its schema, and what is taken from a value that fits it. */
interface PackFile<Parsed> {
  readonly schema: TSchema;
  readonly parse: (value: unknown) => Parsed;
}

/** The deepest nesting of lists and objects in a file of a pack; the deepest condition allowed needs less. */
const deepestJson = 40;

/** How many characters a parser quotes before its fault. */
const quotedBefore = 10;

/** Reads files of a pack's folder, and gathers what is wrong with them. */
export interface FolderReader {
  /** What a file says; undefined where it is missing, cannot be read, or does not have its form. */
  read<Parsed>(name: string, kind: PackFile<Parsed>): Parsed | undefined;
  /** The same, of a file that may be missing. */
  optional<Parsed>(name: string, kind: PackFile<Parsed>): Parsed | undefined;
  /** What the files in a folder list, in order of file name, and where each stands; empty without the folder. */
  gathered<Item>(under: string, kind: PackFile<readonly Item[]>): Gathered<Item>;
  /** The texts read so far, by file. */
  readonly texts: ReadonlyMap<string, string>;
  /** What is wrong with them: first those that cannot be read at all. */
  diagnostics(): readonly Diagnostic[];
  /** What was thrown for files that cannot be read at all. */
  readonly problems: readonly Problem[];
}

/** What several files list. */
export interface Gathered<Item> {
  readonly items: readonly Item[];
  readonly origins: readonly Origin[];
}

/** A reader of the files in a folder; reads nothing until it is asked. */
export function folderReader(folder: string): FolderReader {
  const diagnostics: Diagnostic[] = [];
  const problems: Problem[] = [];
  const unreadable: Diagnostic[] = [];
  const texts = new Map<string, string>();

  const guarded = <Value>(file: string, work: () => Value): Value | undefined => {
    try {
      return work();
    } catch (thrown) {
      const problem = asProblem(thrown);
      problems.push(problem);
      const { seen, allowed = '', repair } = problem.detail;
      const title = problemCatalogue[problem.code].title;
      unreadable.push(diagnose('pack/unreadable', { file, place: '', seen: seen ?? title, allowed, repair }));
      return undefined;
    }
  };
  const read = <Parsed>(name: string, { schema, parse }: PackFile<Parsed>): Parsed | undefined => {
    const text = guarded(name, () => readTextFile(join(folder, name)));
    if (text === undefined) return undefined;
    texts.set(name, text);
    const { value, faults } = parseFile(name, text, schema);
    diagnostics.push(...faults);
    return faults.length === 0 ? parse(value) : undefined;
  };
  const optional = <Parsed>(name: string, kind: PackFile<Parsed>): Parsed | undefined =>
    existsSync(join(folder, name)) ? read(name, kind) : undefined;
  const gathered = <Item>(under: string, kind: PackFile<readonly Item[]>) => {
    const found = (guarded(under, () => jsonFiles(folder, under)) ?? []).map((name) => {
      const file = `${under}/${name}`;
      return { file, items: read(file, kind) ?? [] };
    });
    return {
      items: found.flatMap(({ items }) => items),
      origins: found.flatMap(({ file, items }) =>
        items.map((_, index) => ({ file, path: `/${under}/${index}` })),
      ),
    };
  };
  return {
    read,
    optional,
    gathered,
    texts,
    diagnostics: () => [...unreadable, ...diagnostics],
    problems,
  };
}

function jsonFiles(folder: string, under: string): readonly string[] {
  try {
    return readdirSync(join(folder, under))
      .filter((name) => name.endsWith('.json'))
      .sort();
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return [];
    const repair = 'Make it a folder that can be read.';
    throw new Problem('PACK_BROKEN', { file: join(folder, under), repair }, { cause });
  }
}

function parseFile(file: string, text: string, schema: TSchema) {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    return { value: null, faults: [notJson(file, text, cause)] };
  }
  if (isDeeperThan(value, deepestJson)) {
    const seen = `more than ${deepestJson} lists and objects inside each other`;
    const repair = 'Write it flatter.';
    return {
      value: null,
      faults: [
        diagnose('pack/nested', {
          file,
          place: '',
          path: '',
          seen,
          allowed: `at most ${deepestJson}`,
          repair,
        }),
      ],
    };
  }
  if (matches(schema, value)) return { value, faults: [] };
  const faults = formFaults(schema, value);
  return { value, faults: (faults.length > 0 ? faults : unexplained(schema, value)).map(located(file)) };
}

function notJson(file: string, text: string, cause: unknown): Diagnostic {
  const message = cause instanceof Error ? cause.message : String(cause);
  const seen = message.replace(/\s+/g, ' ');
  const repair = 'Mend it there, or just before: a comma, a bracket or a quotation mark.';
  const line = text.slice(0, faultOf(message, text)).split('\n').length;
  return diagnose('pack/json', { file, place: '', path: '', line, seen, allowed: 'JSON', repair });
}

/** Where a parser found its fault: as its message says, else by the words that the message quotes, else at the end. */
function faultOf(message: string, text: string): number {
  const position = /at position (\d+)/.exec(message)?.[1];
  if (position !== undefined) return Number(position);
  const quoted = /(\.\.\.)?"([\s\S]+)"(?:\.\.\.)? is not valid JSON$/.exec(message.replace(/^.*?, /, ''));
  const at = text.indexOf(quoted?.[2] ?? '\0');
  if (at < 0) return text.trimEnd().length;
  return quoted?.[1] === undefined ? at : at + quotedBefore;
}

function unexplained(schema: TSchema, value: unknown): readonly FormFault[] {
  return mismatches(schema, value).map(({ path, seen, message }) => ({
    code: 'pack/schema',
    path,
    seen,
    allowed: message,
    repair: 'See the schema that the file names.',
  }));
}

function located(file: string) {
  return ({ code, ...fault }: FormFault): Diagnostic =>
    diagnose(code, { file, place: fault.path === '' ? '/' : fault.path, ...fault });
}
