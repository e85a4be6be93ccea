import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { publishedAverages } from '../../exchange/read/published-averages.ts';
import { type Diagnostic, describeDiagnostic, diagnose } from '../../kernel/diagnostics.ts';
import { Problem } from '../../kernel/problem.ts';
import { readBytes } from '../../kernel/text-file.ts';
import { comparePeriods } from '../../model/period.ts';
import type { PublishedAverage } from '../../model/published-average.ts';
import { theOnlyFramework } from '../workspace/the-only-framework.ts';
import type { Workspace } from '../workspace/workspace-interface.ts';
import { heldPublished } from './held-published.ts';
import { aboutWord, publishedCsv, publishedFile } from './published-file.ts';

/** What is to be added. */
export interface AddPublished {
  readonly file: string;
  /** The only one that there is, unless said. */
  readonly framework?: string | undefined;
}

/** What adding published averages did. */
export interface PublishedAdded {
  readonly framework: string;
  readonly added: number;
  /** How many were there before, with the same figure. */
  readonly held: number;
  /** All that there are now. */
  readonly averages: readonly PublishedAverage[];
}

/**
 * Adds the published averages of a CSV file to those that the workspace keeps, all or nothing.
 * @throws Problem DOCUMENT_REFUSED with what is wrong in its rows; FILE_MISSING and the like; UNKNOWN_FRAMEWORK;
 * FILE_UNWRITABLE; WORKSPACE_BROKEN
 */
export function addPublished(
  workspace: Pick<Workspace, 'folder' | 'pack' | 'frameworks'>,
  { file, framework = theOnlyFramework(workspace.frameworks()) }: AddPublished,
): PublishedAdded {
  const rules = workspace.pack(framework).framework;
  const name = basename(file);
  const { averages: given, diagnostics } = publishedAverages(readBytes(file), name, rules);
  const before = heldPublished(workspace, framework);
  const all = new Map(before.map((one) => [keyOf(one), one]));
  const differing: Diagnostic[] = [];
  for (const one of given) {
    const other = all.get(keyOf(one));
    if (other === undefined) all.set(keyOf(one), one);
    else if (other.figure !== one.figure || other.n !== one.n) differing.push(differs(one, other, name));
  }
  refuse([...diagnostics, ...differing], name);
  const averages = [...all.values()].sort(
    (a, b) => comparePeriods(a.period, b.period) || (keyOf(a) < keyOf(b) ? -1 : 1),
  );
  const added = averages.length - before.length;
  if (added > 0) write(publishedFile(workspace, framework), publishedCsv(averages));
  return { framework, added, held: given.length - added, averages };
}

function keyOf(one: PublishedAverage): string {
  return `${one.period}\n${one.source}\n${aboutWord(one)}`;
}

function differs(one: PublishedAverage, other: PublishedAverage, file: string): Diagnostic {
  const figure = ({ figure, n }: PublishedAverage) => `${figure} of ${n ?? 'a number that is not said'}`;
  return diagnose('published/differs', {
    file,
    place: `${aboutWord(one)}, ${one.period}`,
    seen: figure(one),
    allowed: `${figure(other)}, as it was given before`,
    repair: 'Correct the figure, or name the source more exactly.',
  });
}

function refuse(found: readonly Diagnostic[], file: string): void {
  if (found.length === 0) return;
  const shown = found.slice(0, 3).map(describeDiagnostic);
  const more = found.length - shown.length;
  throw new Problem('DOCUMENT_REFUSED', {
    file,
    seen: `${found.length} ${found.length === 1 ? 'error' : 'errors'}: ${shown.join(' ')}${more > 0 ? ` (and ${more} more)` : ''}`,
    repair: 'Mend the file, and add it again.',
  });
}

function write(file: string, text: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    const beside = `${file}.${process.pid}.new`;
    writeFileSync(beside, text);
    renameSync(beside, file);
  } catch (cause) {
    const seen = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
    const repair = 'Check that you may write in the folder of the workspace.';
    throw new Problem('FILE_UNWRITABLE', { file, seen, repair }, { cause });
  }
}
