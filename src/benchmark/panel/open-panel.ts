import { existsSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { threadId } from 'node:worker_threads';
import type { Database } from '../../duckdb/database.ts';
import { openDatabase } from '../../duckdb/open-database.ts';
import { textLiteral } from '../../duckdb/text-literal.ts';
import type { Panel } from '../../model/panel.ts';
import { joinRegister } from '../register/join-register.ts';
import { loadRegister } from '../register/load-register.ts';
import { heldPanel } from './held-panel.ts';
import { panelFiles } from './panel-folder.ts';
import { panelReplaced } from './panel-replaced.ts';
import { takePanel } from './take-panel.ts';

/**
 * A panel that can be asked, as tables of a database:
 *
 * - `scores`: organisation, period VARCHAR; objective INTEGER; state VARCHAR (`scored`, `not-applicable`,
 *   `not-scored`); achieved, working_towards INTEGER (null where there is none); agreed_standard, carried BOOLEAN.
 *   One row an organisation, period and objective.
 * - `causes`: organisation, period VARCHAR; objective INTEGER; cause VARCHAR; level INTEGER; control, standing VARCHAR
 * - `factors`: organisation, period, factor, setting VARCHAR
 * - `organisations`: organisation, name, type, region, nation VARCHAR; started, ended VARCHAR (a day, or null),
 *   successor VARCHAR (or null). From the register, or the panel's own where it is invented. One row for every
 *   organisation of `scores`; what is not known of it is null.
 * - `neighbours`: organisation, neighbour VARCHAR; place INTEGER (1 is the nearest). A neighbour is of the panel; an
 *   organisation that the panel does not have stands under its code in the register.
 * - `joins`: which of the register each organisation of the panel was joined to, as `joinRegister` says; and the
 *   register itself, as `loadRegister` says, which is empty for an invented panel. Rows of one organisation under several
 *   codes, in different periods, stand under one name in all tables.
 */
export interface OpenPanel {
  readonly panel: Panel;
  readonly database: Database;
  readonly close: () => void;
  /** The levels of its standard; 1, 2, 3 and so on where they are not there. */
  readonly levels?: readonly number[];
  /**
   * Where what takes long to work out may be kept, and which of its organisations stand under another name, as text;
   * not there where a panel has no folder.
   */
  readonly kept?: { readonly folder: string; readonly standing: string };
}

/** How a panel is opened. */
export interface OpenPanelOptions {
  /** The folder of the register of organisations; null, or one that is not there, joins nothing. */
  readonly register: string | null;
  /** As DuckDB writes it; `1000MB` unless said. */
  readonly memoryLimit?: string;
  readonly threads?: number;
  /** The levels of the panel's standard; 1, 2, 3 and so on unless said. */
  readonly levels?: readonly number[];
}

/** A panel of more rows stays in its files; a smaller one is read into memory, where it answers sooner. */
const mostRowsInMemory = 1_000_000;
let opened = 0;

/**
 * Opens the panel in a folder: what is known of it and its rows are of one version.
 * @throws Problem UNKNOWN_PANEL, PANEL_BROKEN, WORKSPACE_BROKEN, DUCKDB_MISSING; WORKSPACE_BUSY where it was changed
 *   twice while it was opened
 */
export async function openPanel(folder: string, options: OpenPanelOptions): Promise<OpenPanel> {
  const [panels, id] = [dirname(folder), basename(folder)];
  for (const last of [false, true]) {
    const panel = takePanel(panels, id);
    try {
      const open = await openFiles(folder, panel, options);
      if (isStill(panels, panel)) return open;
      open.close();
    } catch (thrown) {
      // Files that are exchanged while they are read look damaged.
      if (last || isStill(panels, panel)) throw thrown;
    }
  }
  throw panelReplaced(id);
}

/** Whether what is known of a panel is what is still held. */
function isStill(panels: string, panel: Panel): boolean {
  try {
    return isDeepStrictEqual(heldPanel(panels, panel.id), panel);
  } catch {
    return false;
  }
}

async function openFiles(folder: string, panel: Panel, options: OpenPanelOptions): Promise<OpenPanel> {
  const { register, memoryLimit = '1000MB', threads, levels } = options;
  const panels = dirname(folder);
  opened += 1;
  const spill = join(panels, `.spill-${process.pid}-${threadId}-${opened}`);
  const database = await openDatabase({
    folder: spill,
    reads: [folder, ...(register === null ? [] : [register])],
    memoryLimit,
    ...(threads === undefined ? {} : { threads }),
  });
  const close = () => {
    database.close();
    rmSync(spill, { recursive: true, force: true });
  };
  let standing = '';
  try {
    const kind = panel.rows > mostRowsInMemory ? 'VIEW' : 'TABLE';
    const rows = Object.fromEntries(held.map((table) => [table, parquet(folder, panelFiles[table])]));
    await loadRegister(database, panel.invented ? null : register);
    if (panel.invented) await ownOrganisations(database, folder);
    else await joinRegister(database, rows['scores']);
    const moved = await database.rows(
      'SELECT organisation, stands_as FROM joins WHERE stands_as <> organisation ORDER BY ALL',
    );
    standing = JSON.stringify(moved);
    for (const table of held)
      await database.run(
        moved.length === 0
          ? `CREATE ${kind} ${table} AS SELECT * FROM ${rows[table]}`
          : `CREATE ${kind} ${table} AS SELECT given.* REPLACE (joins.stands_as AS organisation)
             FROM ${rows[table]} given JOIN joins USING (organisation)`,
      );
  } catch (thrown) {
    close();
    throw thrown;
  }
  return { panel, database, close, kept: { folder, standing }, ...(levels === undefined ? {} : { levels }) };
}

const held = ['scores', 'causes', 'factors'] as const;

async function ownOrganisations(database: Database, folder: string): Promise<void> {
  const has = (file: string) => existsSync(join(folder, file));
  const answered = `(SELECT DISTINCT organisation FROM ${parquet(folder, panelFiles.scores)})`;
  const known = ['name', 'type', 'region', 'nation', 'started', 'ended', 'successor'];
  await database.run(
    `CREATE TABLE organisations AS ${
      has(panelFiles.organisations)
        ? `SELECT organisation, ${known.join(', ')} FROM ${answered} answered
           LEFT JOIN ${parquet(folder, panelFiles.organisations)} own USING (organisation)`
        : `SELECT organisation${known.map((column) => `, NULL::VARCHAR AS ${column}`).join('')} FROM ${answered}`
    } ORDER BY organisation`,
  );
  await database.run(`CREATE TABLE joins AS SELECT organisation,
    CASE WHEN name IS NULL THEN NULL ELSE organisation END AS registered,
    CASE WHEN name IS NULL THEN NULL ELSE organisation END AS identity, NULL::VARCHAR AS kind,
    CASE WHEN name IS NULL THEN 'unknown' ELSE 'joined' END AS found, NULL::VARCHAR AS candidates,
    organisation AS stands_as FROM organisations`);
  await database.run(
    `CREATE TABLE neighbours AS ${
      has(panelFiles.neighbours)
        ? `SELECT organisation, neighbour, place::INTEGER AS place FROM ${parquet(folder, panelFiles.neighbours)}
           WHERE neighbour IN (SELECT organisation FROM organisations) ORDER BY organisation, place`
        : `SELECT NULL::VARCHAR AS organisation, NULL::VARCHAR AS neighbour, NULL::INTEGER AS place WHERE false`
    }`,
  );
}

function parquet(folder: string, file: string): string {
  return `read_parquet(${textLiteral(join(folder, file))})`;
}
