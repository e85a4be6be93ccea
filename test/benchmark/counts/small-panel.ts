import type { OpenPanel } from '../../../src/benchmark/panel/open-panel.ts';
import { openDatabase } from '../../../src/duckdb/open-database.ts';

/** One scored row of an invented panel. */
export interface PanelRow {
  readonly organisation: string;
  readonly objective: number;
  readonly achieved: number;
  readonly causes?: readonly { readonly cause: string; readonly level: number }[];
}

/** What a panel of one period is made from; circumstances by organisation. */
export interface SmallPanel {
  readonly rows: readonly PanelRow[];
  readonly factors?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly access?: 'confidential' | 'public';
}

/** Lends a panel of the period 2031, in memory. */
export async function withPanel<Result>(
  { rows, factors = {}, access = 'confidential' }: SmallPanel,
  use: (open: OpenPanel) => Promise<Result>,
): Promise<Result> {
  const database = await openDatabase({ folder: null, threads: 2 });
  const fill = async (table: string, columns: string, values: readonly string[]) => {
    await database.run(`CREATE TABLE ${table} (${columns})`);
    if (values.length > 0) await database.run(`INSERT INTO ${table} VALUES ${values.join(', ')}`);
  };
  const causes = rows.flatMap(({ organisation, objective, causes: given = [] }) =>
    given.map(
      ({ cause, level }) =>
        `('${organisation}', '2031', ${objective}, '${cause}', ${level}, 'external', 'read')`,
    ),
  );
  const settings = Object.entries(factors).flatMap(([organisation, set]) =>
    Object.entries(set).map(([factor, setting]) => `('${organisation}', '2031', '${factor}', '${setting}')`),
  );
  try {
    await fill(
      'scores',
      `organisation VARCHAR, period VARCHAR, objective INTEGER, state VARCHAR, achieved INTEGER,
       working_towards INTEGER, agreed_standard BOOLEAN, carried BOOLEAN`,
      rows.map(
        ({ organisation, objective, achieved }) =>
          `('${organisation}', '2031', ${objective}, 'scored', ${achieved}, NULL, false, false)`,
      ),
    );
    await fill(
      'causes',
      `organisation VARCHAR, period VARCHAR, objective INTEGER, cause VARCHAR, level INTEGER, control VARCHAR,
       standing VARCHAR`,
      causes,
    );
    await fill('factors', 'organisation VARCHAR, period VARCHAR, factor VARCHAR, setting VARCHAR', settings);
    const panel = {
      id: 'small',
      name: 'A small panel',
      framework: 'allotment',
      access,
      invented: true,
      source: null,
      version: '0'.repeat(64),
      periods: ['2031'],
      organisations: new Set(rows.map(({ organisation }) => organisation)).size,
      rows: rows.length,
      causes: causes.length > 0,
      factors: settings.length > 0,
      parts: [],
    };
    return await use({ panel, database, close: () => {} });
  } finally {
    database.close();
  }
}
