import type { Static, TSchema } from 'typebox';
import { Compile, Errors } from 'typebox/schema';
import { shorten } from './shorten.ts';

/** One place where a value does not have the form that its schema asks for. */
export interface Mismatch {
  /** JSON pointer into the value; empty for the whole. */
  readonly path: string;
  readonly seen: string;
  readonly message: string;
}

const compiled = new WeakMap<TSchema, (value: unknown) => boolean>();

/** Whether a value has the form of a schema. */
export function matches<Schema extends TSchema>(schema: Schema, value: unknown): value is Static<Schema> {
  const known = compiled.get(schema);
  if (known !== undefined) return known(value);
  // Interpreted, a check of a schema that refers to itself takes a hundred times as long.
  const validator = Compile(schema);
  const check = (each: unknown) => validator.Check(each);
  compiled.set(schema, check);
  return check(value);
}

/** Every place where a value departs from a schema; empty if it fits. */
export function mismatches(schema: TSchema, value: unknown): readonly Mismatch[] {
  if (matches(schema, value)) return [];
  const [, errors] = Errors(schema, value);
  const constants = Map.groupBy(
    errors.flatMap(({ keyword, instancePath, params }) =>
      keyword === 'const' && 'allowedValue' in params ? [{ instancePath, only: params.allowedValue }] : [],
    ),
    ({ instancePath }) => instancePath,
  );
  return errors.map(({ keyword, instancePath, message }) => ({
    path: instancePath,
    seen: shorten(JSON.stringify(at(value, instancePath)) ?? 'nothing'),
    message: keyword === 'const' ? `must be ${either(constants.get(instancePath) ?? [])}` : message,
  }));
}

function either(constants: readonly { readonly only: unknown }[]): string {
  return [...new Set(constants.map(({ only }) => JSON.stringify(only)))].join(' or ');
}

function at(value: unknown, pointer: string): unknown {
  let here = value;
  for (const key of pointer.split('/').slice(1)) {
    if (typeof here !== 'object' || here === null) return undefined;
    here = (here as Record<string, unknown>)[key.replaceAll('~1', '/').replaceAll('~0', '~')];
  }
  return here;
}

/** A type with every property and array read-only, at every depth. */
export type Frozen<T> = T extends readonly (infer Item)[]
  ? readonly Frozen<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Frozen<T[Key]> }
    : T;
