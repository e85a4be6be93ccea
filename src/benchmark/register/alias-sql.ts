/** SQL for a text as aliases are compared: in lower case, composed, each run of space as one blank. */
export function aliasSql(column: string): string {
  return `lower(nfc_normalize(trim(regexp_replace(${column}, '\\s+', ' ', 'g'))))`;
}
