/**
 * SQL for the scores of a panel in an earlier framework under the objectives of a later one; those that it does not
 * continue are left out. All columns stay.
 * @param continued the number there by the number here, as `continuedObjectives` gives it
 * @param scores a table or query in brackets with a column `objective`
 */
export function continuedScoresSql(continued: ReadonlyMap<number, number>, scores = 'scores'): string {
  const pairs = [...continued].map(([later, earlier]) => `(${later}, ${earlier})`).join(', ');
  if (pairs === '') return `SELECT * FROM ${scores} WHERE false`;
  return `SELECT held.* REPLACE (CAST(later AS INTEGER) AS objective)
    FROM ${scores} held JOIN (VALUES ${pairs}) AS continued (later, earlier) ON held.objective = earlier`;
}
