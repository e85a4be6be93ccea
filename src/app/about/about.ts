import { heldText } from '../../model/criterion.ts';
import type { Pack } from '../../pack/pack.ts';
import { lapsedDecisions } from '../review/lapsed-decisions.ts';
import { sourceFolders } from '../workspace/source-folders.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { AboutData } from './about-data.ts';
import { definitions } from './definitions.ts';

/** Where the data of an organisation is from, what was found in it, and what the words mean. @throws Problem UNKNOWN_ORGANISATION; those of the pack */
export function aboutData(workspace: Workspace, organisation: string): AboutData {
  const { records, places } = workspace;
  const held = records.reading(() => ({
    organisation: records.organisation(organisation),
    imports: records.assessments(organisation),
    findings: [...records.findings(organisation), ...lapsedDecisions(workspace, organisation)],
  }));
  const pack = workspace.pack(held.imports.at(-1)?.framework ?? held.organisation.framework);
  const { framework, id, version, sha256 } = pack;
  const sources = places.sources === null ? [] : sourceFolders(places.sources);
  return {
    schema: 1,
    ...held,
    sources: sources.map(({ source }) => source).filter((source) => source.organisation.id === organisation),
    definitions: definitions(framework),
    pack: {
      id,
      name: framework.name,
      version,
      sha256,
      source: framework.source,
      sections: framework.sections.length,
      objectives: framework.objectives.length,
    },
    cells: cellsOf(pack),
  };
}

function cellsOf({ framework, criteria }: Pack): AboutData['cells'] {
  const held = framework.objectives.flatMap(({ number }) =>
    framework.levels.map(({ level }) => heldText(framework, criteria, number, level).held),
  );
  const count = (which: string) => held.filter((each) => each === which).length;
  return {
    total: held.length,
    full: count('full'),
    'as-quoted': count('as-quoted'),
    principle: count('principle'),
    none: count('none'),
  };
}
