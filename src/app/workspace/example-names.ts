import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nextPeriod } from '../../model/period.ts';
import { projectFolder } from './project-folder.ts';
import { fileName, sourceFolders } from './source-folders.ts';

/** Names that work in the examples of help. */
export interface ExampleNames {
  readonly organisation: string;
  readonly document: string;
  /** The period that targets are for. */
  readonly period: string;
  readonly factor: string;
}

/** Names from the first source with which the project came, and its rules; general ones where there is none. */
export function exampleNames(): ExampleNames {
  const sources = join(projectFolder, 'data/sources');
  const [first] = existsSync(sources) ? sourceFolders(sources) : [];
  if (first === undefined)
    return { organisation: 'my-organisation', document: 'my-return.txt', period: '2024', factor: 'ID' };
  const { source, folder } = first;
  return {
    organisation: source.organisation.id,
    document: fileName(join(folder, source.file)),
    period: nextPeriod(source.periods.at(-1) ?? '2023'),
    factor: firstFactor(source.framework),
  };
}

/** Without checking the whole pack: help must not depend on it. */
function firstFactor(framework: string): string {
  const file = join(projectFolder, 'rules', framework, 'factors.json');
  return (
    (existsSync(file) ? /"id":\s*"([a-z0-9-]+)"/.exec(readFileSync(file, 'utf8'))?.[1] : undefined) ?? 'ID'
  );
}
