import type { Database } from '../../duckdb/database.ts';
import { textLiteral } from '../../duckdb/text-literal.ts';
import { panelColumns } from './panel-columns.ts';
import type { PanelRules } from './panel-rules.ts';
import type { StagedFile } from './staged-file.ts';

/** Settings of a circumstance, controls and standings of a cause, as a panel may have them. */
export const partWords = {
  settings: ['yes', 'no', 'unknown', 'claimed'],
  controls: ['external', 'internal'],
  standings: ['confirmed', 'read'],
} as const;

/**
 * Makes the view `cleaned` of the rows of staged files: `file` (from 0), `row`, and every column of a panel as text
 * without blanks around it, empty where there is none; and what the texts come to, null where they do not:
 *
 * - `readable`, `on_scale` BOOLEAN, `achieved`, `working_towards` INTEGER of the score; `in_time` BOOLEAN of the period
 * - `factors` and `causes` with their parts in order, each once, semicolons between; `wrong_factor`, `wrong_cause`: the
 *   first part that is not one
 *
 * A text that stands in many rows is looked at once.
 */
export async function cleanRowsOf(
  database: Database,
  files: readonly StagedFile[],
  { framework, causes, factors }: PanelRules,
): Promise<void> {
  const given = files.map(({ query, columns }, index) => {
    const all = panelColumns.map((column) =>
      columns.includes(column) ? `trim(coalesce(${column}, '')) AS ${column}` : `'' AS ${column}`,
    );
    return `SELECT ${index} AS file, row, ${all.join(', ')} FROM (${query})`;
  });
  await database.run(`CREATE OR REPLACE VIEW given AS ${given.join('\nUNION ALL\n')}`);
  await database.run(`CREATE OR REPLACE TEMP TABLE texts AS
    SELECT grouping(score, period, factors, causes) AS which, coalesce(score, period, factors, causes) AS text
    FROM given GROUP BY GROUPING SETS ((score), (period), (factors), (causes))`);
  const texts = (which: keyof typeof groups, columns: string) =>
    database.run(`CREATE OR REPLACE TEMP TABLE ${which}_texts AS
      SELECT text, ${columns} FROM texts WHERE which = ${groups[which]}`);
  const levels = framework.levels.map(({ level }) => level);
  const levelList = `(${levels.join(', ')})`;
  await texts(
    'score',
    `regexp_full_match(text, ${textLiteral(scoreForm)}) AS readable, ${scorePart(1)} AS achieved,
      ${scorePart(2)} AS working_towards,
      coalesce(achieved IN ${levelList}
        AND (working_towards IS NULL OR (working_towards = achieved + 1 AND working_towards IN ${levelList})), false) AS on_scale`,
  );
  await texts(
    'period',
    `replace(text, '/', '-') AS period, regexp_full_match(period, '\\d{4}') OR (regexp_full_match(period, '\\d{4}-\\d{2}')
      AND coalesce(try_cast(right(period, 2) AS INTEGER) = (try_cast(left(period, 4) AS INTEGER) + 1) % 100, false)) AS in_time`,
  );
  await texts('factor', parts('=', [factors.map(({ id }) => id), partWords.settings]));
  await texts(
    'cause',
    parts(':', [causes.map(({ id }) => id), levels.map(String), partWords.controls, partWords.standings]),
  );
  await database.run(`CREATE OR REPLACE VIEW cleaned AS SELECT file, row, organisation, framework, p.period, in_time,
      objective, CASE WHEN state <> '' THEN lower(state) WHEN score = '' THEN 'not-scored' ELSE 'scored' END AS state,
      score, readable, on_scale, achieved, working_towards, lower(agreed_standard) AS agreed_standard,
      lower(carried) AS carried, f.parts AS factors, f.wrong AS wrong_factor, c.parts AS causes, c.wrong AS wrong_cause,
      lower(invented) AS invented
    FROM given
    JOIN score_texts s ON s.text = score
    JOIN period_texts p ON p.text = given.period
    JOIN factor_texts f ON f.text = factors
    JOIN cause_texts c ON c.text = causes`);
}

/** What `grouping` says of each: a bit for every column that a group is not of. */
const groups = { score: 0b0111, period: 0b1011, factor: 0b1101, cause: 0b1110 } as const;

const scoreForm = '(\\d{1,2})(?:\\s*(?:/|-|–|[tT][oO])\\s*(\\d{1,2}))?';

function scorePart(part: 1 | 2): string {
  return `try_cast(regexp_extract(text, ${textLiteral(`^${scoreForm}$`)}, ${part}) AS INTEGER)`;
}

/** The parts of a text, as text again, and the first that is not one word of each list with the sign between. */
function parts(sign: string, words: readonly (readonly string[])[]): string {
  const form = words.map((each) => `(?:${each.length === 0 ? '[^\\s\\S]' : each.join('|')})`).join(sign);
  const plain = `lambda part: regexp_replace(trim(part), '\\s*${sign}\\s*', '${sign}', 'g')`;
  return `list_sort(list_distinct(list_filter(list_transform(string_split(text, ';'), ${plain}), lambda part: part <> ''))) AS list,
    array_to_string(list, ';') AS parts,
    list_filter(list, lambda part: NOT regexp_full_match(part, ${textLiteral(form)}))[1] AS wrong`;
}
