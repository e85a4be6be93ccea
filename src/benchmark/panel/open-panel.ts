import { existsSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Database } from '../../duckdb/database.ts';
import { openDatabase } from '../../duckdb/open-database.ts';
import { textLiteral } from '../../duckdb/text-literal.ts';
import type { Panel } from '../../model/panel.ts';
import { panelFiles, refuseLink } from './panel-folder.ts';
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
 *   organisation of `scores`; all but organisation are null where it could not be joined.
 * - `neighbours`: organisation, neighbour VARCHAR; place INTEGER (1 is the nearest). A neighbour is always one of the
 *   panel's; an organisation that the panel does not have stands under its name in the register.
 * - `joins`: organisation, registered VARCHAR (its name in the register; null where it could not be joined)
 */
export interface OpenPanel {
  readonly panel: Panel;
  readonly database: Database;
  readonly close: () => void;
}

/** How a panel is opened. */
export interface OpenPanelOptions {
  /** The folder of the register of organisations; null, or one that is not there, joins nothing. */
  readonly register: string | null;
  /** As DuckDB writes it; `1000MB` unless said. */
  readonly memoryLimit?: string;
  readonly threads?: number;
}

/** A panel of more rows stays in its files; a smaller one is read into memory, where it answers sooner. */
const mostRowsInMemory = 1_000_000;
let opened = 0;

/**
 * Opens the panel in a folder.
 * @throws Problem UNKNOWN_PANEL, PANEL_BROKEN, WORKSPACE_BROKEN, DUCKDB_MISSING
 */
export async function openPanel(folder: string, options: OpenPanelOptions): Promise<OpenPanel> {
  const { register, memoryLimit = '1000MB', threads } = options;
  const [panels, id] = [dirname(folder), basename(folder)];
  const panel = takePanel(panels, id);
  opened += 1;
  const spill = join(panels, `.spill-${process.pid}-${opened}`);
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
  try {
    const kind = panel.rows > mostRowsInMemory ? 'VIEW' : 'TABLE';
    for (const table of ['scores', 'causes', 'factors'] as const)
      await database.run(`CREATE ${kind} ${table} AS SELECT * FROM ${parquet(folder, panelFiles[table])}`);
    if (panel.invented) await ownOrganisations(database, folder);
    else await registered(database, register);
  } catch (thrown) {
    close();
    throw thrown;
  }
  return { panel, database, close };
}

const nothingKnown = `NULL::VARCHAR AS name, NULL::VARCHAR AS type, NULL::VARCHAR AS region, NULL::VARCHAR AS nation,
  NULL::VARCHAR AS started, NULL::VARCHAR AS ended, NULL::VARCHAR AS successor`;
const known = 'r.name, r.type, r.region, r.nation, r.started, r.ended, r.successor';
const noNeighbours = `SELECT NULL::VARCHAR AS organisation, NULL::VARCHAR AS neighbour, NULL::INTEGER AS place WHERE false`;

async function ownOrganisations(database: Database, folder: string): Promise<void> {
  const has = (file: string) => existsSync(join(folder, file));
  const own = has(panelFiles.organisations)
    ? `SELECT s.organisation, ${known} FROM (SELECT DISTINCT organisation FROM scores) s
       LEFT JOIN ${parquet(folder, panelFiles.organisations)} r USING (organisation)`
    : `SELECT DISTINCT organisation, ${nothingKnown} FROM scores`;
  await database.run(`CREATE TABLE organisations AS ${own}`);
  await database.run(`CREATE TABLE joins AS SELECT organisation,
    CASE WHEN name IS NULL THEN NULL ELSE organisation END AS registered FROM organisations`);
  await database.run(
    `CREATE TABLE neighbours AS ${
      has(panelFiles.neighbours)
        ? `SELECT organisation, neighbour, place::INTEGER AS place FROM ${parquet(folder, panelFiles.neighbours)}
           WHERE neighbour IN (SELECT organisation FROM organisations)`
        : noNeighbours
    }`,
  );
}

async function registered(database: Database, register: string | null): Promise<void> {
  const has = (file: string) => {
    if (register === null) return false;
    refuseLink(join(register, file), 'isFile');
    return existsSync(join(register, file));
  };
  const joined =
    register !== null && has('aliases.parquet') && has('organisations.parquet')
      ? `SELECT s.organisation, CASE WHEN count(DISTINCT a.organisation) = 1 THEN any_value(a.organisation) END AS registered
         FROM (SELECT DISTINCT organisation FROM scores) s
         LEFT JOIN ${parquet(register, 'aliases.parquet')} a ON lower(trim(a.alias)) = lower(s.organisation)
         GROUP BY s.organisation`
      : 'SELECT DISTINCT organisation, NULL::VARCHAR AS registered FROM scores';
  await database.run(`CREATE TABLE joins AS ${joined}`);
  await database.run(
    `CREATE TABLE organisations AS ${
      register !== null && has('organisations.parquet')
        ? `SELECT j.organisation, ${known} FROM joins j
           LEFT JOIN ${parquet(register, 'organisations.parquet')} r ON r.organisation = j.registered`
        : `SELECT organisation, ${nothingKnown} FROM joins`
    }`,
  );
  await database.run(
    `CREATE TABLE neighbours AS ${
      register !== null && has('neighbours.parquet')
        ? `SELECT coalesce(v.organisation, n.organisation) AS organisation, j.organisation AS neighbour, n.place::INTEGER AS place
           FROM ${parquet(register, 'neighbours.parquet')} n
           JOIN joins j ON j.registered = n.neighbour
           LEFT JOIN joins v ON v.registered = n.organisation`
        : noNeighbours
    }`,
  );
}

function parquet(folder: string, file: string): string {
  return `read_parquet(${textLiteral(join(folder, file))})`;
}
