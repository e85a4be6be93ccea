import { type CsvValue, toCsv } from '../kernel/csv.ts';
import { datasetFields } from './catalogue.ts';
import type { Dashboard } from './dashboard.ts';
import { parseRows } from './parse-rows.ts';
import type { ChartStamp } from './stamp.ts';

/**
 * The rows of a dashboard as CSV, under the names of the catalogue; every row carries the stamp as
 * `organisation`, `asOf` (the stamp's period), `framework`, `packVersion` and, for an example, `example`.
 * @throws Problem INTERNAL for rows of another form
 */
export function chartCsv(dashboard: Dashboard, rows: readonly object[], stamp: ChartStamp): string {
  const fields = datasetFields(dashboard.data).map(({ name }) => name);
  const marks = new Map([
    ['organisation', stamp.organisation],
    ['asOf', stamp.period],
    ['framework', stamp.framework],
    ['packVersion', stamp.packVersion],
  ]);
  if (stamp.example !== null) marks.set('example', stamp.example);
  const cells = parseRows(dashboard.data, rows).map((row) => {
    const values = new Map<string, unknown>(Object.entries(row));
    return [...fields.map((field) => csvValue(values.get(field))), ...marks.values()];
  });
  return toCsv([...fields, ...marks.keys()], cells);
}

function csvValue(value: unknown): CsvValue {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
