import { existsSync } from 'node:fs';
import { publishedAverages } from '../../exchange/read/published-averages.ts';
import { describeDiagnostic } from '../../kernel/diagnostics.ts';
import { Problem } from '../../kernel/problem.ts';
import { readBytes } from '../../kernel/text-file.ts';
import type { PublishedAverage } from '../../model/published-average.ts';
import type { Workspace } from '../workspace/workspace-interface.ts';
import { publishedFile } from './published-file.ts';

/**
 * The published averages that a workspace keeps about a framework, in order of period, source and what they are about;
 * empty where none were added.
 * @throws Problem WORKSPACE_BROKEN where their file was changed by hand and cannot be read; UNKNOWN_FRAMEWORK
 */
export function heldPublished(
  workspace: Pick<Workspace, 'folder' | 'pack'>,
  framework: string,
): readonly PublishedAverage[] {
  const rules = workspace.pack(framework).framework;
  const file = publishedFile(workspace, framework);
  if (!existsSync(file)) return [];
  const { averages, diagnostics } = publishedAverages(readBytes(file), file, rules);
  const [first] = diagnostics;
  if (first === undefined) return averages;
  throw new Problem('WORKSPACE_BROKEN', {
    file,
    seen: describeDiagnostic(first),
    repair: 'Mend the file, or take it away and add what was published again.',
  });
}
