import { copyFileSync, existsSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Database } from '../../duckdb/database.ts';
import { openDatabase } from '../../duckdb/open-database.ts';
import { textLiteral } from '../../duckdb/text-literal.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Panel } from '../../model/panel.ts';
import type { PanelReport } from '../../model/panel-report.ts';
import { checkRows } from './check-rows.ts';
import { type GrowingFindings, growingFindings } from './finding-list.ts';
import { gatherRows } from './gathered-rows.ts';
import { heldPanel } from './held-panel.ts';
import { panelFiles } from './panel-folder.ts';
import type { PanelRules } from './panel-rules.ts';
import { panelVersion } from './panel-version.ts';
import { replacePanel } from './replace-panel.ts';
import { stageFile } from './stage-file.ts';
import type { StagedFile } from './staged-file.ts';
import { visibleText } from './visible-text.ts';
import { writeRows } from './write-rows.ts';

/** Where panels lie, and what their rows are checked against. */
export interface PanelHouse {
  /** The folder of all panels; made on first use. */
  readonly panels: string;
  /** The frameworks that there are rules for. */
  readonly frameworks: readonly string[];
  readonly rules: (framework: string) => PanelRules;
  readonly now: () => Date;
}

/** Files to be added to a panel, which is made where it is not there. */
export interface PanelAddition {
  readonly id: string;
  /** CSV or Parquet, as the user named them; one at least. */
  readonly files: readonly string[];
  /** The panel's id unless said, or as it is held. */
  readonly name?: string | undefined;
  readonly source?: string | undefined;
  /** Only where the panel is new; a confidential one never becomes public. */
  readonly access?: Panel['access'] | undefined;
  /** That the rows are demonstration data, as their column `invented` says too; with it, the panel's own organisations and neighbours. */
  readonly invented?: { readonly organisations?: string; readonly neighbours?: string } | undefined;
  /** Does everything but keep it. */
  readonly dryRun?: boolean | undefined;
}

/**
 * Adds the rows of files to a panel: all of them, or none where anything is wrong. Memory does not depend on their size.
 * @throws Problem BAD_VALUE for an id that is none, FILE_MISSING, FILE_EMPTY, FILE_NOT_TEXT, FILE_DAMAGED,
 *   FILE_WRONG_KIND, PANEL_BROKEN, WORKSPACE_BUSY, WORKSPACE_BROKEN, DUCKDB_MISSING
 */
export async function addToPanel(house: PanelHouse, addition: PanelAddition): Promise<PanelReport> {
  const { id, files } = addition;
  if (files.length === 0)
    throw new Problem('USAGE', { seen: 'no file', repair: 'Give a CSV or Parquet file, or more.' });
  return replacePanel(house.panels, id, async ({ beside, scratch }) => {
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
    } finally {
      database.close();
    }
  });
}

const memoryLimit = '1000MB';

interface Work {
  readonly house: PanelHouse;
  readonly addition: PanelAddition;
  readonly held: Panel | null;
  readonly beside: string;
  readonly scratch: string;
  readonly database: Database;
}

async function add(work: Work): Promise<{ readonly answer: PanelReport; readonly replace: boolean }> {
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
  const framework = await frameworkOf(work, staged);
  if (framework === null) {
    found.add(await unknownFramework(work, staged));
    return refused();
  }
  found.add(
    await checkRows(database, staged, { rules: house.rules(framework), known: house.frameworks, to: typed }),
  );
  if (found.refuses()) return refused();
  const invented = await inventedOf(work, typed, staged, found);
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
  const panel = await described(work, { framework, invented, staged, added });
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

/** The framework of the panel: as it is held, else the first that there are rules for; null where there is none. */
async function frameworkOf(
  { held, house, database }: Work,
  staged: readonly StagedFile[],
): Promise<string | null> {
  if (held !== null) return held.framework;
  const known = house.frameworks.map(textLiteral).join(', ');
  if (known === '') return null;
  for (const { query } of staged) {
    const [first] = await database.rows(
      `SELECT trim(framework) AS framework FROM (${query}) WHERE trim(framework) IN (${known}) ORDER BY row LIMIT 1`,
    );
    if (first !== undefined) return String(first['framework']);
  }
  return null;
}

async function unknownFramework({ house, database, addition }: Work, staged: readonly StagedFile[]) {
  const found = growingFindings();
  for (const [index, { query, rows }] of staged.entries()) {
    const [first] = await database.rows(`SELECT row, framework FROM (${query}) ORDER BY row LIMIT 1`);
    if (first === undefined) continue;
    found.addAll('panel/framework-unknown', rows, [
      {
        file: basename(addition.files[index] ?? ''),
        line: Number(first['row']),
        place: 'column framework',
        seen: visibleText(String(first['framework'] ?? 'nothing')),
        allowed: house.frameworks.join(', '),
        repair: 'Give the id of a framework that there are rules for.',
      },
    ]);
  }
  return found;
}

/** Whether the panel is invented; finds rows that are not what the others, or the panel, are. */
async function inventedOf(
  { held, addition, database }: Work,
  typed: string,
  staged: readonly StagedFile[],
  found: GrowingFindings,
): Promise<boolean> {
  const rows =
    await database.rows(`SELECT invented, count(*) AS n, min(file) AS file, arg_min(row, (file, row)) AS row
    FROM read_parquet(${textLiteral(typed)}) GROUP BY invented`);
  const first = rows.toSorted(
    (a, b) => Number(a['file']) - Number(b['file']) || Number(a['row']) - Number(b['row']),
  )[0];
  const invented = held?.invented ?? (addition.invented !== undefined || first?.['invented'] === true);
  // Rows of a generator are said to be invented as a whole.
  const meant = (row: boolean) => row || addition.invented !== undefined;
  for (const row of rows.filter((each) => meant(each['invented'] === true) !== invented))
    found.addAll('panel/invented-mixed', Number(row['n']), [
      {
        file: basename(staged[Number(row['file'])]?.name ?? ''),
        line: Number(row['row']),
        place: 'column invented',
        seen: meant(row['invented'] === true) ? 'invented rows' : 'real rows',
        allowed: `${invented ? 'invented' : 'real'} rows, as the panel's first are`,
        repair: 'Invented and real rows never stand in one panel: give these one of their own.',
      },
    ]);
  return invented;
}

function renamed(held: Panel | null, { name, source }: PanelAddition): boolean {
  return (
    held !== null &&
    ((name !== undefined && name !== held.name) || (source !== undefined && source !== held.source))
  );
}

async function described(
  { held, addition, house, beside, scratch, database }: Work,
  more: {
    readonly framework: string;
    readonly invented: boolean;
    readonly staged: readonly StagedFile[];
    readonly added: number;
  },
): Promise<Panel> {
  const { framework, invented, staged, added } = more;
  const scores = `read_parquet(${textLiteral(join(beside, panelFiles.scores))})`;
  const [counted] =
    await database.rows(`SELECT count(*) AS rows, count(DISTINCT organisation) AS organisations,
    (SELECT count(*) FROM read_parquet(${textLiteral(join(beside, panelFiles.causes))})) AS causes,
    (SELECT count(*) FROM read_parquet(${textLiteral(join(beside, panelFiles.factors))})) AS factors FROM ${scores}`);
  const periods = await database.rows(`SELECT DISTINCT period FROM ${scores} ORDER BY period`);
  const parts = staged.map(({ name, sha256, rows }) => ({
    file: visibleText(basename(name)),
    sha256,
    rows,
    added: house.now().toISOString(),
  }));
  return {
    id: addition.id,
    name: addition.name ?? held?.name ?? addition.id,
    framework,
    access: held?.access ?? addition.access ?? 'confidential',
    invented,
    source: addition.source ?? held?.source ?? null,
    version: await panelVersion(database, { folder: beside, scratch, framework }),
    periods: periods.map(({ period }) => String(period)),
    organisations: Number(counted?.['organisations'] ?? 0),
    rows: Number(counted?.['rows'] ?? 0),
    causes: Number(counted?.['causes'] ?? 0) > 0,
    factors: Number(counted?.['factors'] ?? 0) > 0,
    parts: [...(held?.parts ?? []), ...(held !== null && added === 0 ? [] : parts)],
  };
}
