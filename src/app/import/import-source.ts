import { join } from 'node:path';
import { seeder } from '../workspace/seeder.ts';
import type { SourceFolder } from '../workspace/source-folders.ts';
import type { Workspace } from '../workspace/workspace-interface.ts';
import { readDocument } from './read-document.ts';

/**
 * Imports a source with its corrections, as one change.
 * @throws Problem as `readAppendix` does, FILE_MISSING and the like, UNKNOWN_FRAMEWORK, PACK_BROKEN
 */
export async function importSource(
  workspace: Workspace,
  { folder, source, sha256 }: SourceFolder,
): Promise<void> {
  const { records } = workspace;
  const document = await readDocument(workspace, {
    file: join(folder, source.file),
    organisation: source.organisation.id,
    framework: source.framework,
  });
  const { assessments, diagnostics } = document.reading;
  records.writing(() => {
    records.putOrganisation(
      { ...source.organisation, framework: source.framework, example: source.example },
      seeder,
    );
    records.saveImport(
      {
        organisation: source.organisation.id,
        assessments,
        source: { file: document.name, sha256: document.sha256 },
        diagnostics,
      },
      seeder,
    );
    records.markSourceSeeded(source.id, sha256, seeder);
  });
}
