import { aliasSql } from './alias-sql.ts';

/**
 * SQL that finds texts in the register that a database has loaded, one row a text: text; identity, registered, kind
 * (null unless it was found); found (`joined`, `ambiguous`, `unknown`); candidates (the codes that an ambiguous text
 * stands for, or up to three organisations whose names are like it, as "CODE Name", joined by "; "; empty for none).
 * The surest kind of alias counts; a text that stands for two organisations there is not joined.
 * @param texts a query or table with a column `text`, each once
 */
export function matchSql(texts: string): string {
  return `
    WITH texts AS (SELECT text, ${aliasSql('text')} AS alias FROM ${texts}),
    named AS (
      SELECT organisation, identity, alias, kind, tier, organisation || ' ' || name AS shown
      FROM register_aliases JOIN register_organisations USING (organisation)
    ),
    hits AS (
      SELECT text, named.* EXCLUDE (alias) FROM texts JOIN named USING (alias)
      QUALIFY tier = min(tier) OVER (PARTITION BY text)
    ),
    found AS (
      SELECT text, count(DISTINCT identity) AS several, min(identity) AS identity,
        CASE WHEN count(DISTINCT organisation) = 1 THEN min(organisation) ELSE min(identity) END AS registered,
        min(kind) AS kind, string_agg(DISTINCT shown, '; ' ORDER BY shown) AS candidates
      FROM hits GROUP BY text
    ),
    likely AS (
      SELECT text, shown, max(jaro_winkler_similarity(texts.alias, named.alias)) AS likeness
      FROM texts ANTI JOIN hits USING (text)
      JOIN named ON named.tier > 1 AND jaro_winkler_similarity(texts.alias, named.alias) >= 0.88
      GROUP BY text, shown
      QUALIFY row_number() OVER (PARTITION BY text ORDER BY likeness DESC, shown) <= 3
    ),
    nearest AS (SELECT text, string_agg(shown, '; ' ORDER BY likeness DESC, shown) AS candidates FROM likely GROUP BY text)
    SELECT text,
      CASE WHEN several = 1 THEN identity END AS identity,
      CASE WHEN several = 1 THEN registered END AS registered,
      CASE WHEN several = 1 THEN kind END AS kind,
      CASE WHEN several = 1 THEN 'joined' WHEN several > 1 THEN 'ambiguous' ELSE 'unknown' END AS found,
      CASE WHEN several = 1 THEN '' ELSE coalesce(found.candidates, nearest.candidates, '') END AS candidates
    FROM texts LEFT JOIN found USING (text) LEFT JOIN nearest USING (text)
    ORDER BY text`;
}
