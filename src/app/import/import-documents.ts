import { asProblem, type Problem } from '../../kernel/problem.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type ImportRequest, importDocument } from './import-document.ts';
import type { ImportReport } from './import-report.ts';

/** What became of one of several documents: it went in as a whole, or was refused and left nothing behind. */
export type ImportedDocument =
  | { readonly file: string; readonly report: ImportReport; readonly problem: null }
  | { readonly file: string; readonly report: null; readonly problem: Problem };

/**
 * Imports documents one after the other, in the order given. Each is checked before anything of it is kept, and one
 * that is refused leaves the others as they are. A later one of the same period takes the place of an earlier one.
 */
export async function* importDocuments(
  workspace: Workspace,
  requests: readonly ImportRequest[],
): AsyncGenerator<ImportedDocument> {
  for (const request of requests) {
    const { file } = request;
    try {
      yield { file, report: await importDocument(workspace, request), problem: null };
    } catch (thrown) {
      yield { file, report: null, problem: asProblem(thrown) };
    }
  }
}
