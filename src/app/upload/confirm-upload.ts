import { importDocument } from '../import/import-document.ts';
import { plainLine } from '../workspace/plain-line.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { settleUpload, uploadedBytes, uploadOf } from './held-uploads.ts';
import type { UploadNote } from './upload-note.ts';

/** What is said yes to. */
export interface UploadYes {
  readonly token: string;
  /** What was shown, as the rehearsal named it. */
  readonly shown: string;
  readonly by: string;
}

/**
 * Imports a file that waits, if importing it still changes what was shown; one that is imported already stays so.
 * @throws Problem UPLOAD_GONE; BAD_VALUE without a name; UPLOAD_CHANGED where it would change something else by now; as `importDocument` does
 */
export async function confirmUpload(
  workspace: Workspace,
  { token, shown, by: written }: UploadYes,
): Promise<UploadNote> {
  const note = uploadOf(workspace, token);
  if (note.done !== null) return note;
  const by = plainLine('by', written, 100, 'Give your name: the journal says who imported it.');
  const { file, organisation, periods } = await importDocument(workspace, {
    ...note.settings,
    file: note.name,
    content: uploadedBytes(workspace, note),
    shown,
    by,
  });
  workspace.effects.log(`headroom: ${file} was imported for ${organisation}`);
  return settleUpload(workspace, note, {
    organisation,
    by,
    periods: periods.map(({ period, outcome, closed, changed, n, notScored }) => ({
      ...{ period, outcome, closed, n, notScored, changed: changed.length },
    })),
  });
}
