import type { Database } from '../../duckdb/database.ts';
import { matchSql } from './match-sql.ts';

/**
 * Joins the organisations of a panel to the register that its database has loaded, and makes of both the tables
 * `organisations` and `neighbours` of `OpenPanel`, and `joins`, one row an organisation of the panel:
 *
 * - organisation (as in the panel), registered (a code, null unless joined), identity, kind (by which alias), candidates
 *   VARCHAR, as `matchSql` says; found (`joined`, `ambiguous`, `unknown`, and `doubled`: another name of the panel
 *   stands for the same organisation in the same period, so that this one is not joined)
 * - stands_as VARCHAR: the name under which the panel's rows of one organisation are taken together; its own, unless
 *   the organisation stands there under several names in different periods, as when its code was changed. Then the
 *   one of its latest period.
 *
 * `organisations` and `neighbours` have names as in `stands_as`; an organisation that the panel does not have has
 * neighbours too, under its code in the register.
 * @param rows a table or query in brackets with columns organisation and period, such as `scores`
 */
export async function joinRegister(database: Database, rows = 'scores'): Promise<void> {
  await database.run(
    `CREATE TEMP TABLE panel_periods AS SELECT organisation, period, count(*) AS n FROM ${rows} GROUP BY ALL`,
  );
  await database.run(`
    CREATE TABLE joins AS
    WITH matched AS (${matchSql('(SELECT DISTINCT organisation AS text FROM panel_periods)')}),
    weight AS (SELECT organisation, sum(n) AS n, max(period) AS latest FROM panel_periods GROUP BY organisation),
    ranked AS (
      SELECT matched.*, latest,
        row_number() OVER (PARTITION BY identity ORDER BY latest DESC, n DESC, text) AS nth
      FROM matched JOIN weight ON organisation = text
    ),
    shared AS (
      SELECT DISTINCT later.text
      FROM ranked later
      JOIN ranked earlier ON earlier.identity = later.identity AND earlier.nth < later.nth
      JOIN panel_periods a ON a.organisation = later.text
      JOIN panel_periods b ON b.organisation = earlier.text AND b.period = a.period
    )
    SELECT ranked.text AS organisation,
      CASE WHEN shared.text IS NULL THEN registered END AS registered,
      CASE WHEN shared.text IS NULL THEN identity END AS identity,
      CASE WHEN shared.text IS NULL THEN kind END AS kind,
      CASE WHEN shared.text IS NULL THEN found ELSE 'doubled' END AS found,
      CASE WHEN shared.text IS NULL THEN candidates ELSE registered END AS candidates,
      CASE WHEN shared.text IS NULL AND identity IS NOT NULL
        THEN first_value(ranked.text) OVER (PARTITION BY identity ORDER BY nth) ELSE ranked.text END AS stands_as
    FROM ranked LEFT JOIN shared ON shared.text = ranked.text
    ORDER BY organisation`);
  await database.run('DROP TABLE panel_periods');
  await database.run(`
    CREATE TABLE organisations AS
    SELECT joins.organisation, coalesce(name, joins.organisation) AS name, type, region, nation, started, ended, successor
    FROM joins LEFT JOIN register_organisations r ON r.organisation = registered
    WHERE joins.organisation = stands_as
    ORDER BY joins.organisation`);
  await database.run(`
    CREATE TABLE neighbours AS
    WITH standing AS (SELECT * FROM joins WHERE organisation = stands_as AND identity IS NOT NULL)
    SELECT coalesce(own.organisation, p.identity) AS organisation, other.organisation AS neighbour, place
    FROM register_places p
    JOIN standing other ON other.identity = p.neighbour
    LEFT JOIN standing own ON own.identity = p.identity
    ORDER BY ALL`);
}
