import { sourceFolders } from './source-folders.ts';
import type { Workspace } from './workspace-interface.ts';

/**
 * Fills a workspace without organisations from the sources, and imports a source again that changed since. Where
 * somebody changed here what came from it, that stays, and the change is announced. A workspace that began empty
 * stays without sources.
 * @throws Problem of reading a source: nothing of that source is then kept
 */
export async function seedSources(workspace: Workspace, sources: string): Promise<void> {
  const { records, effects } = workspace;
  const fresh = records.organisations().length === 0;
  for (const each of sourceFolders(sources)) {
    const { source, sha256 } = each;
    const held = records.sourceState(source.id);
    if (held === undefined ? !fresh : held.sha256 === sha256) continue;
    if (held?.edited === true) {
      effects.log(
        `Headroom: the source ${source.id} has changed. ${source.organisation.name} was changed here too, and stays as it is here.`,
      );
      continue;
    }
    const { importSource } = await import('../import/import-source.ts');
    await importSource(workspace, each);
    effects.log(
      held === undefined
        ? `Headroom: made the workspace ${workspace.folder} with an example. ${source.example}.`
        : `Headroom: the source ${source.id} has changed and was imported again.`,
    );
  }
}
