import type { Database } from '../../duckdb/database.ts';
import { openDatabase } from '../../duckdb/open-database.ts';
import { textLiteral } from '../../duckdb/text-literal.ts';
import type { Pack } from '../../pack/pack.ts';
import type { InventedOrganisation } from './draw-organisations.ts';
import type { DrawnAnswer, DrawnCause } from './draw-scores.ts';
import { nearest } from './nearest.ts';
import { rowKinds } from './row-kinds.ts';

/** What is written as the tables of an invented panel. */
export interface InventedTables {
  readonly pack: Pack;
  readonly organisations: readonly InventedOrganisation[];
  readonly nation: string;
  /** In order of time. */
  readonly periods: readonly string[];
  readonly answers: Iterable<DrawnAnswer>;
}

/** How many rows the tables have. */
export interface WrittenTables {
  readonly scores: number;
  /** Organisations with a row at least. */
  readonly organisations: number;
  readonly causes: number;
  readonly factors: number;
}

/**
 * Kinds are held as one character each, from here on: 640 syllabics, none of which joins with its neighbour, are more
 * than levels of two digits need.
 */
const firstCharacter = 0x1400;

/**
 * Writes `scores`, `causes`, `factors`, `organisations` and `neighbours` as Parquet into a folder that is there; the same
 * tables are the same rows in the same order. What does not fit into memory goes into the scratch folder.
 * @throws Problem DUCKDB_MISSING
 */
export async function writeTables(
  { folder, scratch }: { readonly folder: string; readonly scratch: string },
  tables: InventedTables,
): Promise<WrittenTables> {
  const database = await openDatabase({ folder: scratch, reads: [folder], memoryLimit: '1000MB' });
  try {
    await fillNames(database, tables);
    await fillAnswers(database, tables);
    await copy(database, folder, 'scores', scoresQuery);
    await copy(database, folder, 'causes', causesQuery);
    await copy(database, folder, 'factors', factorsQuery);
    await copy(database, folder, 'organisations', organisationsQuery);
    await copy(database, folder, 'neighbours', neighboursQuery);
    const count = async (table: string) => {
      const file = textLiteral(`${folder}/${table}.parquet`);
      const [row] = await database.rows(`SELECT count(*) AS n FROM read_parquet(${file})`);
      return Number(row?.['n']);
    };
    const [answering] = await database.rows('SELECT count(DISTINCT organisation) AS n FROM drawn_answers');
    return {
      scores: await count('scores'),
      causes: await count('causes'),
      factors: await count('factors'),
      organisations: Number(answering?.['n']),
    };
  } finally {
    database.close();
  }
}

async function fillNames(
  database: Database,
  { pack, organisations, nation, periods }: InventedTables,
): Promise<void> {
  await database.run(
    'CREATE TABLE drawn_organisations (place INTEGER, organisation VARCHAR, name VARCHAR, type VARCHAR, region VARCHAR, nation VARCHAR)',
  );
  await database.fill(
    'drawn_organisations',
    ['INTEGER', 'VARCHAR', 'VARCHAR', 'VARCHAR', 'VARCHAR', 'VARCHAR'],
    map(organisations.entries(), ([place, { id, name, type, region }]) => [
      place,
      id,
      name,
      type,
      region,
      nation,
    ]),
  );
  await database.run(
    'CREATE TABLE drawn_neighbours (organisation INTEGER, neighbour INTEGER, place INTEGER)',
  );
  await database.fill('drawn_neighbours', ['INTEGER', 'INTEGER', 'INTEGER'], neighbourRows(organisations));
  await database.run('CREATE TABLE drawn_periods (place INTEGER, period VARCHAR)');
  await database.fill('drawn_periods', ['INTEGER', 'VARCHAR'], periods.entries());
  await database.run('CREATE TABLE drawn_objectives (place INTEGER, objective INTEGER)');
  await database.fill(
    'drawn_objectives',
    ['INTEGER', 'INTEGER'],
    map(pack.framework.objectives.entries(), ([place, { number }]) => [place, number]),
  );
  await database.run(
    'CREATE TABLE drawn_kinds (kind VARCHAR, state VARCHAR, achieved INTEGER, working_towards INTEGER, origin VARCHAR)',
  );
  await database.fill(
    'drawn_kinds',
    ['VARCHAR', 'VARCHAR', 'INTEGER', 'INTEGER', 'VARCHAR'],
    map(rowKinds(pack.framework).entries(), ([kind, { state, achieved, workingTowards, origin }]) => [
      character(kind),
      state,
      achieved ?? -1,
      workingTowards ?? -1,
      origin,
    ]),
  );
}

/** Each answer is one row, its kinds in one text: DuckDB takes them apart, which is faster than a row for each. */
async function fillAnswers(database: Database, { pack, answers }: InventedTables): Promise<void> {
  await database.run(
    'CREATE TABLE drawn_answers (organisation INTEGER, period INTEGER, kinds VARCHAR, causes VARCHAR, factors VARCHAR)',
  );
  await database.fill(
    'drawn_answers',
    ['INTEGER', 'INTEGER', 'VARCHAR', 'VARCHAR', 'VARCHAR'],
    map(answers, ({ organisation, period, kinds, causes, factors }) => [
      organisation,
      period,
      String.fromCharCode(...kinds.map((kind) => firstCharacter + kind)),
      causes.map((cause) => causeText(pack, cause)).join(';'),
      factors.map(({ factor, there }) => `${factor}:${there ? 'yes' : 'no'}`).join(';'),
    ]),
  );
}

function causeText({ framework }: Pack, { objective, cause, level, control, standing }: DrawnCause): string {
  return [framework.objectives[objective]?.number ?? 0, cause, level, control, standing].join(':');
}

const named = `FROM drawn_answers AS answer
  JOIN drawn_organisations AS one ON one.place = answer.organisation
  JOIN drawn_periods AS period ON period.place = answer.period`;

const scoresQuery = `SELECT row.organisation, row.period, objective.objective, kind.state,
    nullif(kind.achieved, -1) AS achieved, nullif(kind.working_towards, -1) AS working_towards,
    kind.origin = 'standard' AS agreed_standard, kind.origin = 'carried' AS carried
  FROM (SELECT one.organisation, period.period, unnest(string_split(answer.kinds, '')) AS kind,
      unnest(range(length(answer.kinds))) AS place ${named}) AS row
  JOIN drawn_objectives AS objective ON objective.place = row.place
  JOIN drawn_kinds AS kind ON kind.kind = row.kind
  ORDER BY row.period, objective.objective, row.organisation`;

const causesQuery = `SELECT organisation, period, part[1]::INTEGER AS objective, part[2] AS cause,
    part[3]::INTEGER AS level, part[4] AS control, part[5] AS standing
  FROM (SELECT one.organisation, period.period, string_split(unnest(string_split(answer.causes, ';')), ':') AS part
    ${named} WHERE answer.causes <> '')
  ORDER BY period, objective, organisation, cause, level, control, standing`;

const factorsQuery = `SELECT organisation, period, part[1] AS factor, part[2] AS setting
  FROM (SELECT one.organisation, period.period, string_split(unnest(string_split(answer.factors, ';')), ':') AS part
    ${named} WHERE answer.factors <> '')
  ORDER BY period, organisation, factor`;

const organisationsQuery = `SELECT organisation, name, type, region, nation,
    NULL::VARCHAR AS started, NULL::VARCHAR AS ended, NULL::VARCHAR AS successor
  FROM drawn_organisations ORDER BY organisation`;

const neighboursQuery = `SELECT own.organisation, other.organisation AS neighbour, pair.place
  FROM drawn_neighbours AS pair
  JOIN drawn_organisations AS own ON own.place = pair.organisation
  JOIN drawn_organisations AS other ON other.place = pair.neighbour
  ORDER BY own.organisation, pair.place`;

async function copy(database: Database, folder: string, table: string, query: string): Promise<void> {
  const file = textLiteral(`${folder}/${table}.parquet`);
  await database.run(`COPY (${query}) TO ${file} (FORMAT parquet, COMPRESSION zstd)`);
}

function character(kind: number): string {
  return String.fromCharCode(firstCharacter + kind);
}

function* neighbourRows(organisations: readonly InventedOrganisation[]): Generator<readonly number[]> {
  for (const [own, others] of nearest(organisations).entries())
    for (const [place, other] of others.entries()) yield [own, other, place + 1];
}

function* map<From, To>(items: Iterable<From>, change: (item: From) => To): Generator<To> {
  for (const item of items) yield change(item);
}
