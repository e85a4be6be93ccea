import { basename, join } from 'node:path';
import type { Database, Row } from '../../duckdb/database.ts';
import { textLiteral } from '../../duckdb/text-literal.ts';
import { type FindingList, growingFindings } from './finding-list.ts';
import { mostFindings } from './most-findings.ts';
import { panelFiles } from './panel-folder.ts';
import { visibleText } from './visible-text.ts';

/** How many rows come together. */
export interface Gathered extends FindingList {
  /** Of the files. */
  readonly given: number;
  /** Of the panel as it would be. */
  readonly together: number;
}

/**
 * Puts new rows beside those that a panel holds, as the view `together`: organisation, period, objective, state,
 * achieved, working_towards, agreed_standard, carried, causes (as text), file and row (−1 where it is held);
 * and `settings`: organisation, period, setting (as text), file and row. Finds rows and circumstances that speak
 * against each other.
 * @param typed what `checkRows` wrote
 * @param held the folder of the panel; null for a new one
 */
export async function gatherRows(
  database: Database,
  {
    typed,
    held,
    names,
  }: { readonly typed: string; readonly held: string | null; readonly names: readonly string[] },
): Promise<Gathered> {
  const fresh = `read_parquet(${textLiteral(typed)})`;
  const table = (file: string) => `read_parquet(${textLiteral(join(held ?? '', file))})`;
  const columns =
    'organisation, period, objective, state, achieved, working_towards, agreed_standard, carried';
  const heldCauses = `SELECT organisation, period, objective,
      string_agg(part, ';' ORDER BY part) AS causes
    FROM (SELECT *, concat_ws(':', cause, level, control, standing) AS part FROM ${table(panelFiles.causes)})
    GROUP BY organisation, period, objective`;
  await database.run(`CREATE OR REPLACE VIEW together AS SELECT ${columns}, causes, file, row FROM ${fresh}
    ${
      held === null
        ? ''
        : `UNION ALL SELECT s.*, coalesce(c.causes, ''), -1, -1 FROM (SELECT ${columns} FROM ${table(panelFiles.scores)}) s
           LEFT JOIN (${heldCauses}) c USING (organisation, period, objective)`
    }`);
  await database.run(`CREATE OR REPLACE VIEW settings AS
    SELECT organisation, period, unnest(string_split(factors, ';')) AS setting, file, row
      FROM (SELECT organisation, period, factors, max(file) AS file, arg_max(row, (file, row)) AS row
        FROM ${fresh} WHERE factors <> '' GROUP BY organisation, period, factors)
    ${held === null ? '' : `UNION ALL SELECT organisation, period, factor || '=' || setting, -1, -1 FROM ${table(panelFiles.factors)}`}`);
  await database.run(`CREATE OR REPLACE TEMP TABLE repeated AS
    SELECT organisation, period, objective, count(*) AS times,
      min(value) <> max(value) AS apart
    FROM (SELECT organisation, period, objective,
        hash(state, achieved, working_towards, agreed_standard, carried, causes) AS value FROM together)
    GROUP BY organisation, period, objective HAVING count(*) > 1`);
  const [sums] = await database.rows(`SELECT (SELECT count(*) FROM ${fresh}) AS given,
    (SELECT count(*) FROM together) - (SELECT coalesce(sum(times - 1), 0)::BIGINT FROM repeated) AS together`);
  const found = growingFindings();
  const detailed = detail(names);
  const note = async (
    query: string,
    code: Parameters<typeof found.addAll>[0],
    allowed: string,
    repair: string,
  ) => {
    const [{ n } = { n: 0 }] = await database.rows(`SELECT count(*) AS n FROM (${query})`);
    if (Number(n) === 0) return;
    const rows = await database.rows(
      `SELECT * FROM (${query}) ORDER BY file, row, seen LIMIT ${mostFindings}`,
    );
    found.addAll(
      code,
      Number(n),
      rows.map((row) => detailed(row, allowed, repair)),
    );
  };
  await note(
    `SELECT max(file) AS file, arg_max(row, (file, row)) AS row, 'objective ' || objective AS place,
        organisation || ', ' || period || ': ' || string_agg(DISTINCT ${said}, '; ' ORDER BY ${said}) AS seen
      FROM (SELECT t.* FROM together t JOIN repeated r USING (organisation, period, objective) WHERE r.apart)
      GROUP BY organisation, period, objective`,
    'panel/row-apart',
    'one answer of an organisation for an objective in a period',
    'Keep the row that is right, here and in what the panel holds.',
  );
  await note(
    `SELECT max(file) AS file, arg_max(row, (file, row)) AS row, 'column factors' AS place,
        organisation || ', ' || period || ': ' || string_agg(DISTINCT setting, '; ' ORDER BY setting) AS seen
      FROM settings GROUP BY organisation, period, string_split(setting, '=')[1]
      HAVING count(DISTINCT setting) > 1`,
    'panel/factor-apart',
    'one setting of a circumstance for an organisation in a period',
    'Keep the setting that is right, in every row of that organisation and period.',
  );
  await note(
    `SELECT max(file) AS file, arg_max(row, (file, row)) AS row, 'column organisation' AS place,
        string_agg(DISTINCT organisation, '; ' ORDER BY organisation) AS seen
      FROM (SELECT organisation, max(file) AS file, arg_max(row, (file, row)) AS row FROM together GROUP BY organisation)
      GROUP BY lower(regexp_replace(organisation, '\\s+', ' ', 'g')) HAVING count(*) > 1`,
    'panel/organisation-apart',
    'one spelling of an organisation',
    'Write it the same everywhere, in capitals, small letters and blanks too.',
  );
  return { ...found, given: Number(sums?.['given'] ?? 0), together: Number(sums?.['together'] ?? 0) };
}

const said = `(state || CASE WHEN achieved IS NULL THEN '' ELSE ' ' || achieved END
  || CASE WHEN working_towards IS NULL THEN '' ELSE '/' || working_towards END
  || CASE WHEN agreed_standard THEN ', agreed standard' ELSE '' END || CASE WHEN carried THEN ', carried' ELSE '' END
  || CASE WHEN causes = '' THEN '' ELSE ', ' || replace(causes, ';', ' ') END)`;

function detail(names: readonly string[]) {
  return ({ file, row, place, seen }: Row, allowed: string, repair: string) => ({
    file: basename(names[Number(file)] ?? ''),
    ...(Number(row) > 0 ? { line: Number(row) } : {}),
    place: String(place),
    seen: visibleText(String(seen)),
    allowed,
    repair,
  });
}
