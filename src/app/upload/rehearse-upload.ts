import { importDocument, importStamp } from '../import/import-document.ts';
import type { ImportReport } from '../import/import-report.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { uploadedBytes } from './held-uploads.ts';
import type { UploadNote } from './upload-note.ts';

/** What importing a file that waits would change. */
export interface RehearsedUpload {
  readonly report: ImportReport;
  /** Stands for all that is shown: it is another when the file, what was said of it, or what is held is another. */
  readonly shown: string;
}

/** Says what importing a file that waits would change; nothing is kept. @throws Problem UPLOAD_GONE; as `importDocument` does */
export async function rehearseUpload(workspace: Workspace, note: UploadNote): Promise<RehearsedUpload> {
  const report = await importDocument(workspace, {
    ...note.settings,
    file: note.name,
    content: uploadedBytes(workspace, note),
    dryRun: true,
    by: 'rehearsal',
  });
  return { report, shown: importStamp(report) };
}
