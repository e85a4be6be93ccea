import type { Static, TSchema } from 'typebox';
import { Problem } from '../kernel/problem.ts';
import { matches, mismatches } from '../kernel/schema.ts';

/** A value that is about to be kept, if it has the form that it will be read back with. @throws Problem BAD_VALUE */
export function checked<Schema extends TSchema>(
  schema: Schema,
  value: unknown,
  what: string,
): Static<Schema> {
  if (matches(schema, value)) return value;
  const first = mismatches(schema, value)[0];
  throw new Problem('BAD_VALUE', {
    place: `${what} ${first?.path ?? ''}`.trim(),
    seen: first?.seen ?? 'nothing',
    repair: `It ${first?.message ?? 'has another form'}.`,
  });
}
