import type { TSchema } from 'typebox';
import { RegisterForm } from '../model/register-form.ts';
import { RuleChanges } from '../model/rule-changes.ts';
import { Source } from '../model/source.ts';
import { CorrectionsFile } from '../model/source-correction.ts';
import { packFiles } from './files.ts';

/** A JSON value. */
type Json = null | boolean | number | string | readonly Json[] | JsonObject;

interface JsonObject {
  readonly [key: string]: Json;
}

const draft = 'https://json-schema.org/draft/2020-12/schema';

/**
 * The JSON Schema of every kind of file of data, by file name: those of a pack, and those that go with
 * a document in `data/sources/`. Made from the models, so that an editor completes and checks what the loader checks.
 */
export function schemas(): ReadonlyMap<string, string> {
  const kinds: readonly (readonly [string, TSchema])[] = [
    ...Object.entries(packFiles).map(([kind, { schema }]) => [kebab(kind), schema] as const),
    ['changes', RuleChanges],
    ['source', Source],
    ['corrections', CorrectionsFile],
    ['register-form', RegisterForm],
  ];
  return new Map(kinds.map(([kind, schema]) => [`${kind}.json`, written(schema)]));
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function written(schema: TSchema): string {
  const defs: Record<string, Json> = {};
  const { title, description, ...rest } = inlinedObject(JSON.parse(JSON.stringify(schema)), defs);
  const $defs = Object.keys(defs).length === 0 ? undefined : defs;
  return `${JSON.stringify({ $schema: draft, title, description, ...rest, $defs }, null, 2)}\n`;
}

/**
 * A schema whose definitions stand once, at the root: editors follow `#/$defs/Name`, and few of them the ids that
 * a model gives to a type that refers to itself.
 */
function inlinedObject(node: JsonObject, defs: Record<string, Json>): JsonObject {
  const { $defs = {}, $id: _, $ref, ...rest } = node;
  for (const [name, definition] of Object.entries($defs ?? {})) defs[name] ??= inlined(definition, defs);
  const own = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, inlined(value, defs)]));
  return typeof $ref === 'string' ? { ...own, $ref: `#/$defs/${$ref}` } : own;
}

function inlined(node: Json, defs: Record<string, Json>): Json {
  if (isList(node)) return node.map((member) => inlined(member, defs));
  return typeof node === 'object' && node !== null ? inlinedObject(node, defs) : node;
}

function isList(node: Json): node is readonly Json[] {
  return Array.isArray(node);
}
