import type { Static } from 'typebox';
import { Problem } from '../kernel/problem.ts';
import { type Frozen, matches, mismatches } from '../kernel/schema.ts';
import { type DatasetName, datasets } from './catalogue.ts';

/** The rows of one dataset of the catalogue. */
export type DatasetRows<Name extends DatasetName> = readonly Frozen<Static<(typeof datasets)[Name]['row']>>[];

/**
 * Rows in the form of a dataset.
 * @throws Problem INTERNAL with the first row that departs from it: rows are computed, so it is our mistake
 */
export function parseRows<Name extends DatasetName>(name: Name, rows: readonly unknown[]): DatasetRows<Name> {
  const { row: schema } = datasets[name];
  const wrong = rows.findIndex((row) => !matches(schema, row));
  if (wrong === -1) return rows as DatasetRows<Name>;
  const [first] = mismatches(schema, rows[wrong]);
  throw new Problem('INTERNAL', {
    place: `row ${wrong + 1} of the data "${name}"${first?.path ?? ''}`,
    seen: `${first?.seen}: ${first?.message}`,
    repair: 'Please report this, with what you did.',
  });
}
