import { existsSync, readdirSync } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { readSource, type Source } from '../../exchange/read/source.ts';
import { sha256 } from '../../kernel/canonical.ts';
import { Problem } from '../../kernel/problem.ts';
import { readBytes } from '../../kernel/text-file.ts';
import { projectFolder } from './project-folder.ts';

/** A folder of `data/sources/`, with the hash of all its files. */
export interface SourceFolder {
  readonly folder: string;
  readonly source: Source;
  readonly sha256: string;
}

/** The sources in a folder, one a folder, in order of name; a folder without `source.json` is none. @throws Problem BAD_VALUE, FILE_MISSING */
export function sourceFolders(sources: string): readonly SourceFolder[] {
  return subfolders(sources).flatMap((name) => sourceFolder(join(sources, name)) ?? []);
}

/** The source in one folder; undefined for a folder without `source.json`. @throws Problem BAD_VALUE, FILE_MISSING */
export function sourceFolder(folder: string): SourceFolder | undefined {
  if (!existsSync(join(folder, 'source.json'))) return undefined;
  const source = readSource(folder);
  const files = ['source.json', source.file, ...(source.corrections === null ? [] : [source.corrections])];
  const hashes = files.map((file) => sha256(readBytes(join(folder, file))));
  return { folder, source, sha256: sha256(hashes.join('\n')) };
}

/** A file as messages and records call it: from the project's folder, with strokes, where it is inside that; else as the user named it. */
export function fileName(file: string): string {
  const inside = relative(projectFolder, resolve(file));
  const outside = inside === '' || inside.startsWith('..') || isAbsolute(inside);
  return outside ? file : inside.split(sep).join('/');
}

function subfolders(sources: string): readonly string[] {
  try {
    return readdirSync(sources, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
      .sort();
  } catch (cause) {
    throw new Problem(
      'FILE_MISSING',
      { file: sources, seen: String(cause), repair: 'Give the folder of the sources.' },
      { cause },
    );
  }
}
