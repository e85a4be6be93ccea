import type { OpenPanel } from '../../../src/benchmark/panel/open-panel.ts';
import { openDatabase } from '../../../src/duckdb/open-database.ts';
import { textLiteral } from '../../../src/duckdb/text-literal.ts';

/** A score in a panel made by hand; objective 1 unless said. */
export interface ScoreRow {
  readonly organisation: string;
  readonly period: string;
  readonly objective?: number;
  readonly achieved: number | null;
  readonly workingTowards?: number | null;
  readonly agreedStandard?: boolean;
  readonly carried?: boolean;
}

/** A cause in a panel made by hand, of objective 1 and external control. */
export interface CauseRow {
  readonly organisation: string;
  readonly period: string;
  readonly cause: string;
  readonly level: number;
}

/** A panel's rows as a test writes them. */
export interface PanelRows {
  readonly access: 'public' | 'confidential';
  readonly organisations: readonly { organisation: string; type: string | null; region: string | null }[];
  readonly scores: readonly ScoreRow[];
  readonly causes?: readonly CauseRow[];
  /** For each organisation those near it, nearest first. */
  readonly neighbours?: Readonly<Record<string, readonly string[]>>;
}

/** The causes that a panel made by hand can have; nobody gives the last. */
export const knownCauses = ['distance', 'mud', 'rain', 'snow', 'weather', 'never'].map((id) => ({
  id,
  control: 'external' as const,
}));

let opened = 0;

/** Rows as an open panel, in the tables that `OpenPanel` promises. */
export async function openRows(rows: PanelRows): Promise<OpenPanel> {
  const database = await openDatabase({ folder: null, threads: 1 });
  const periods = [...new Set(rows.scores.map(({ period }) => period))].sort();
  await database.run(
    'CREATE TABLE scores (organisation VARCHAR, period VARCHAR, objective INTEGER, state VARCHAR, achieved INTEGER, working_towards INTEGER, agreed_standard BOOLEAN, carried BOOLEAN)',
  );
  await database.run(
    'CREATE TABLE causes (organisation VARCHAR, period VARCHAR, objective INTEGER, cause VARCHAR, level INTEGER, control VARCHAR, standing VARCHAR)',
  );
  await database.run(
    'CREATE TABLE organisations (organisation VARCHAR, name VARCHAR, type VARCHAR, region VARCHAR, nation VARCHAR, started VARCHAR, ended VARCHAR, successor VARCHAR)',
  );
  await database.run('CREATE TABLE neighbours (organisation VARCHAR, neighbour VARCHAR, place INTEGER)');
  const insert = async (
    table: string,
    values: readonly (readonly (string | number | boolean | null)[])[],
  ) => {
    if (values.length === 0) return;
    const told = values.map(
      (row) =>
        `(${row.map((cell) => (typeof cell === 'string' ? textLiteral(cell) : String(cell))).join(', ')})`,
    );
    await database.run(`INSERT INTO ${table} VALUES ${told.join(', ')}`);
  };
  await insert(
    'scores',
    rows.scores.map((row) => [
      row.organisation,
      row.period,
      row.objective ?? 1,
      row.achieved === null ? 'not-scored' : 'scored',
      row.achieved,
      row.workingTowards ?? null,
      row.agreedStandard ?? false,
      row.carried ?? false,
    ]),
  );
  await insert(
    'causes',
    (rows.causes ?? []).map((row) => [
      row.organisation,
      row.period,
      1,
      row.cause,
      row.level,
      'external',
      'read',
    ]),
  );
  await insert(
    'organisations',
    rows.organisations.map(({ organisation, type, region }) => [
      organisation,
      organisation,
      type,
      region,
      null,
      null,
      null,
      null,
    ]),
  );
  await insert(
    'neighbours',
    Object.entries(rows.neighbours ?? {}).flatMap(([organisation, near]) =>
      near.map((neighbour, index) => [organisation, neighbour, index + 1]),
    ),
  );
  opened++;
  return {
    panel: {
      id: 'by-hand',
      name: 'By hand',
      framework: 'tea-2020',
      access: rows.access,
      invented: true,
      source: null,
      version: opened.toString(16).padStart(64, '0'),
      periods,
      organisations: rows.organisations.length,
      rows: rows.scores.length,
      causes: (rows.causes ?? []).length > 0,
      factors: false,
      parts: [],
    },
    database,
    close: database.close,
  };
}
