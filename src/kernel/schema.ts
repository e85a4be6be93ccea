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
  return errors.map((error) => ({
    path: error.instancePath,
    seen: shorten(JSON.stringify(at(value, error.instancePath)) ?? 'nothing'),
    message: error.message,
  }));
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
