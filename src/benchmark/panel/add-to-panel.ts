import { copyFileSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../../duckdb/open-database.ts';
import { Problem } from '../../kernel/problem.ts';
import { replaceFolder } from '../../kernel/replace-folder.ts';
import type { Panel } from '../../model/panel.ts';
import type { PanelReport } from '../../model/panel-report.ts';
import { checkRows } from './check-rows.ts';
import { type GrowingFindings, growingFindings } from './finding-list.ts';
import { gatherRows } from './gathered-rows.ts';
import { heldPanel } from './held-panel.ts';
import { inventedRows } from './invented-rows.ts';
import { newPanel } from './new-panel.ts';
import { noRoom } from './no-room.ts';
import type { AdditionWork, PanelAddition, PanelHouse } from './panel-addition.ts';
import { panelFiles, panelFolder } from './panel-folder.ts';
import { panelFramework, unknownFramework } from './panel-framework.ts';
import { stageFile } from './stage-file.ts';
import type { StagedFile } from './staged-file.ts';
import { visibleText } from './visible-text.ts';
import { writeRows } from './write-rows.ts';

export type { PanelAddition, PanelHouse };

/**
 * Adds the rows of files to a panel: all of them, or none where anything is wrong. Memory does not depend on their size.
 * @throws Problem BAD_VALUE for an id that is none, FILE_MISSING, FILE_EMPTY, FILE_NOT_TEXT, FILE_DAMAGED,
 *   FILE_WRONG_KIND, PANEL_BROKEN, WORKSPACE_BUSY, WORKSPACE_BROKEN, DUCKDB_MISSING
 */
export async function addToPanel(house: PanelHouse, addition: PanelAddition): Promise<PanelReport> {
  const { id, files } = addition;
  if (files.length === 0)
    throw new Problem('USAGE', { seen: 'no file', repair: 'Give a CSV or Parquet file, or more.' });
  for (const [place, words] of Object.entries({ name: addition.name, source: addition.source }))
    if (words !== undefined && !/^(?=.*\S)[^\p{Cc}]{1,200}$/u.test(words))
      throw new Problem('BAD_VALUE', {
        place: `the ${place} of the panel`,
        seen: visibleText(words) || 'nothing',
        allowed: 'one line of 1 to 200 characters',
        repair: 'Give other words, or none.',
      });
  return replaceFolder(panelFolder(house.panels, id), async ({ beside, scratch }) => {
    const held = heldPanel(house.panels, id);
    if (held?.access === 'confidential' && addition.access === 'public')
      throw new Problem('BAD_VALUE', {
        place: `the panel ${id}`,
        seen: 'public',
        allowed: 'confidential, as it is held',
        repair: 'Who gave its rows was promised so. Give public rows a panel of their own.',
      });
    const database = await openDatabase({
      folder: scratch,
      reads: [beside, join(house.panels, id)],
      memoryLimit,
      keepOrder: false,
    });
    try {
      return await add({ house, addition, held, beside, scratch, database });
    } catch (thrown) {
      throw noRoom(thrown, house.panels);
    } finally {
      database.close();
    }
  });
}

const memoryLimit = '1000MB';

async function add(work: AdditionWork): Promise<{ readonly answer: PanelReport; readonly replace: boolean }> {
  const { house, addition, held, beside, scratch, database } = work;
  const found = growingFindings();
  const staged: StagedFile[] = [];
  for (const [index, file] of addition.files.entries()) {
    const each = await stageFile(file, join(scratch, `given-${index}`), database);
    staged.push(each);
    found.add(each);
    if (each.rows === 0 && each.findings.length === 0)
      throw new Problem('FILE_EMPTY', {
        file,
        seen: 'a header without rows',
        repair: 'Give a file with rows.',
      });
  }
  const given = staged.reduce((sum, { rows }) => sum + rows, 0);
  const refused = () => ({ answer: report('refused', null, found, { given }), replace: false });
  if (hasBadColumns(found)) return refused();

  const typed = join(scratch, 'typed.parquet');
  const framework = await panelFramework(work, staged);
  if (framework === null) {
    found.add(await unknownFramework(work, staged));
    return refused();
  }
  found.add(
    await checkRows(database, staged, { rules: house.rules(framework), known: house.frameworks, to: typed }),
  );
  if (found.refuses()) return refused();
  const invented = await inventedRows(work, typed, staged, found);
  const holds = held === null ? null : join(house.panels, addition.id);
  const gathered = await gatherRows(database, { typed, held: holds, names: addition.files });
  found.add(gathered);
  if (found.refuses()) return refused();

  const added = gathered.together - (held?.rows ?? 0);
  const named = renamed(held, addition);
  if (held !== null && added === 0 && !named && addition.invented === undefined)
    return { answer: report('nothing-new', held, found, { given, added }), replace: false };
  await writeRows(database, {
    folder: beside,
    distinct: gathered.together < gathered.given + (held?.rows ?? 0),
  });
  const panel = await newPanel(work, { framework, invented, staged, added });
  if (addition.dryRun === true)
    return { answer: report('tried', panel, found, { given, added }), replace: false };
  for (const [key, file] of [
    ['organisations', panelFiles.organisations],
    ['neighbours', panelFiles.neighbours],
  ] as const) {
    const before = join(house.panels, addition.id, file);
    const own = addition.invented?.[key] ?? (existsSync(before) ? before : undefined);
    if (own !== undefined) copyFileSync(own, join(beside, file));
  }
  writeFileSync(join(beside, panelFiles.about), `${JSON.stringify(panel, null, 2)}\n`);
  return { answer: report('added', panel, found, { given, added }), replace: true };
}

function report(
  state: PanelReport['state'],
  panel: Panel | null,
  { findings, counts }: GrowingFindings,
  { given, added = 0 }: { readonly given: number; readonly added?: number },
): PanelReport {
  const alreadyThere = state === 'refused' ? 0 : given - added;
  return {
    schema: 1,
    state,
    panel,
    given,
    added,
    alreadyThere,
    findings: [...findings],
    counts: { ...counts },
  };
}

function hasBadColumns({ findings }: GrowingFindings): boolean {
  return findings.some(({ code }) => code.startsWith('panel/column-'));
}

function renamed(held: Panel | null, { name, source }: PanelAddition): boolean {
  return (
    held !== null &&
    ((name !== undefined && name !== held.name) || (source !== undefined && source !== held.source))
  );
}
