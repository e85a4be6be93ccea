/** A text, such as the name of a file, as a literal of DuckDB's SQL: `read_parquet('it''s.parquet')`. */
export function textLiteral(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
